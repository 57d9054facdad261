package pro.cryptotrader.core.risk;

import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Symbol;

/** A candidate with everything that judging and sizing an entry needs. */
public record Entry(
        Candidate candidate, Tick tick, Instrument instrument, AccountStateChanged funds) {
    AccountRisk account() {
        return candidate.account();
    }

    Signal signal() {
        return candidate.signal();
    }

    Symbol symbol() {
        return candidate.symbol();
    }

    RiskConfig limits() {
        return candidate.terms().risk();
    }
}

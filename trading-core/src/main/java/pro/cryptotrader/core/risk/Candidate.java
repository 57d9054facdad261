package pro.cryptotrader.core.risk;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A signal that an account may act on; price, instrument and funds may still be missing.
 *
 * @param now the least that market time can be
 */
public record Candidate(
        AccountRisk account,
        TradingTerms terms,
        UUID signalId,
        Signal signal,
        SymbolMarket market,
        Instant now) {
    static Candidate of(
            AccountRisk account,
            TradingTerms terms,
            UUID signalId,
            Signal signal,
            SymbolMarket market) {
        var now = market.timeAt(signal);
        return new Candidate(account.at(now), terms, signalId, signal, market, now);
    }

    Symbol symbol() {
        return signal.symbol();
    }

    /** With what the rules have found to be there. */
    Entry entry() {
        return new Entry(
                this,
                Objects.requireNonNull(market.tick()),
                Objects.requireNonNull(market.instrument()),
                Objects.requireNonNull(account.funds()));
    }
}

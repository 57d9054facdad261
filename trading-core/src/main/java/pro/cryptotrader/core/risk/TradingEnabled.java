package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** The owner has switched trading on. */
record TradingEnabled() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.terms().enabled();
    }

    @Override
    public Finding review(Candidate candidate) {
        return Finding.of(
                "trading-enabled",
                allows(candidate),
                () -> candidate.terms().enabled() ? "on" : "off",
                () -> "on",
                () ->
                        new Denial(
                                Denial.Code.DISABLED,
                                "trading is switched off in the configuration",
                                Map.of(
                                        "configVersion",
                                        Long.toString(candidate.terms().version()))));
    }
}

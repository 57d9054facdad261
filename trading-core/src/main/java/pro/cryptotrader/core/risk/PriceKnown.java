package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Without a price there is no size. */
record PriceKnown() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        var tick = candidate.market().tick();
        return tick != null && !tick.bid().isZero();
    }

    @Override
    public Finding review(Candidate candidate) {
        var tick = candidate.market().tick();
        return Finding.of(
                "price-known",
                allows(candidate),
                () -> tick == null ? "none" : tick.bid() + " / " + tick.ask(),
                () -> "bid and ask",
                () ->
                        new Denial(
                                Denial.Code.NO_PRICE,
                                "no price of %s has been seen yet".formatted(candidate.symbol()),
                                Map.of()));
    }
}

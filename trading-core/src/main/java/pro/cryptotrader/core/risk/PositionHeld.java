package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Only what is held can be sold. */
record PositionHeld() implements RiskRule<Candidate> {
    @Override
    public Finding review(Candidate candidate) {

        boolean held = candidate.account().holds(candidate.symbol());
        return Finding.of(
                "position-held",
                held,
                () -> held ? "open" : "none",
                () -> "open",
                () ->
                        new Denial(
                                Denial.Code.NO_POSITION,
                                "no position in %s is open".formatted(candidate.symbol()),
                                Map.of()));
    }
}

package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Only what is held can be sold. */
record PositionHeld() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.account().holds(candidate.symbol());
    }

    @Override
    public Finding review(Candidate candidate) {
        boolean held = allows(candidate);
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

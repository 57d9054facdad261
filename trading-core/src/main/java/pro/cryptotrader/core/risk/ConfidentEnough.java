package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** A signal must be as sure as the trading mode asks. */
record ConfidentEnough() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.signal().confidence() >= candidate.terms().mode().minimumConfidence();
    }

    @Override
    public Finding review(Candidate candidate) {
        int confidence = candidate.signal().confidence();
        var mode = candidate.terms().mode();
        int minimum = mode.minimumConfidence();
        return Finding.of(
                "confidence",
                allows(candidate),
                () -> Integer.toString(confidence),
                () -> "at least " + minimum,
                () ->
                        new Denial(
                                Denial.Code.LOW_CONFIDENCE,
                                "confidence is %d; %s asks for %d"
                                        .formatted(confidence, mode, minimum),
                                Map.of(
                                        "confidence",
                                        Integer.toString(confidence),
                                        "minimum",
                                        Integer.toString(minimum),
                                        "mode",
                                        mode.name())));
    }
}

package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Without the rules of the venue nothing can be rounded. */
record InstrumentKnown() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.market().instrument() != null;
    }

    @Override
    public Finding review(Candidate candidate) {
        boolean known = allows(candidate);
        return Finding.of(
                "instrument-known",
                known,
                () -> known ? "known" : "unknown",
                () -> "known",
                () ->
                        new Denial(
                                Denial.Code.NO_INSTRUMENT,
                                "the venue's rules for %s are not known yet"
                                        .formatted(candidate.symbol()),
                                Map.of()));
    }
}

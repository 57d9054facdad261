package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Nobody acts on a signal from its expiry on. */
record SignalFresh() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        return candidate.now().isBefore(candidate.signal().expiresAt());
    }

    @Override
    public Finding review(Candidate candidate) {
        var now = candidate.now();
        var expiry = candidate.signal().expiresAt();
        return Finding.of(
                "signal-fresh",
                allows(candidate),
                () -> now.toString(),
                () -> "before " + expiry,
                () ->
                        new Denial(
                                Denial.Code.STALE_SIGNAL,
                                "the signal expired at %s and it is %s".formatted(expiry, now),
                                Map.of("expiresAt", expiry.toString(), "now", now.toString())));
    }
}

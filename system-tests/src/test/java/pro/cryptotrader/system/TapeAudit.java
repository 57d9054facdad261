package pro.cryptotrader.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Envelope;

/** Looks at the messages themselves: candles without gaps, and ids that mean one thing each. */
final class TapeAudit {
    private TapeAudit() {}

    /**
     * Everything that is wrong, one sentence each; empty when all is well. The same message twice
     * is a second delivery and allowed; the same candle with another content is not.
     */
    static List<String> findings(List<? extends Envelope<?>> events) {
        var findings = new ArrayList<String>();
        candles(events, findings);
        identities(events, findings);
        return findings;
    }

    private static void candles(List<? extends Envelope<?>> events, List<String> findings) {
        var latest = new TreeMap<String, Instant>();
        for (var envelope : Envelopes.of(CandleClosed.class, events)) {
            var candle = envelope.data().candle();
            var series = candle.symbol() + " " + candle.interval().code();
            var before = latest.put(series, candle.openTime());
            if (before != null && !candle.openTime().equals(next(before, candle.interval()))) {
                findings.add(
                        "%s: after the candle of %s comes that of %s"
                                .formatted(series, before, candle.openTime()));
            }
        }
    }

    private static Instant next(Instant openTime, Interval interval) {
        return openTime.plus(interval.duration());
    }

    private static void identities(List<? extends Envelope<?>> events, List<String> findings) {
        var known = new HashMap<UUID, Envelope<?>>();
        for (var envelope : events) {
            var first = known.putIfAbsent(envelope.id(), envelope);
            if (first != null && !first.equals(envelope)) {
                findings.add("one id, two contents: %s and %s".formatted(first, envelope));
            }
        }
    }
}

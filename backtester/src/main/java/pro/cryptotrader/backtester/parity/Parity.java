package pro.cryptotrader.backtester.parity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pro.cryptotrader.backtester.parity.Transcript.Kind;
import pro.cryptotrader.backtester.parity.Transcript.Line;
import pro.cryptotrader.backtester.replay.JsonDifferences;
import pro.cryptotrader.backtester.replay.JsonField;

/**
 * Compares what was said live with what a backtest says, line by line and byte for byte.
 *
 * @param equal lines that are the same bytes, by kind
 * @param attributed differing fields by cause; everything else in those lines is the same
 * @param unattributed what differs for no known reason, one sentence each
 */
public record Parity(
        Map<Kind, Long> equal, Map<Attribution.Cause, Long> attributed, List<String> unattributed) {
    private static final int MOST_TOLD = 100;

    public Parity {
        equal = Map.copyOf(equal);
        attributed = Map.copyOf(attributed);
        unattributed = List.copyOf(unattributed);
    }

    /** Compares. */
    public static Parity between(Transcript live, Transcript backtest, Attribution attribution) {
        var comparison =
                new Comparison(attribution, VenueNumbers.of(live), VenueNumbers.of(backtest));
        for (var kind : Kind.values()) {
            var names = new TreeSet<>(live.strands(kind).keySet());
            names.addAll(backtest.strands(kind).keySet());
            for (var name : names) {
                comparison.strand(
                        kind,
                        name,
                        live.strands(kind).getOrDefault(name, List.of()),
                        backtest.strands(kind).getOrDefault(name, List.of()));
            }
        }
        return new Parity(
                comparison.equal, comparison.attributed, List.copyOf(comparison.unattributed));
    }

    /** A comparison on its way. */
    private static final class Comparison {
        private final Attribution attribution;
        private final VenueNumbers liveNumbers;
        private final VenueNumbers backtestNumbers;
        private final JsonDifferences differences = new JsonDifferences();
        private final Map<Kind, Long> equal = new EnumMap<>(Kind.class);
        private final Map<Attribution.Cause, Long> attributed =
                new EnumMap<>(Attribution.Cause.class);
        private final List<String> unattributed = new ArrayList<>();

        Comparison(
                Attribution attribution, VenueNumbers liveNumbers, VenueNumbers backtestNumbers) {
            this.attribution = attribution;
            this.liveNumbers = liveNumbers;
            this.backtestNumbers = backtestNumbers;
        }

        void strand(Kind kind, String name, List<Line> live, List<Line> backtest) {
            for (int i = 0; i < Math.max(live.size(), backtest.size()); i++) {
                if (i >= live.size()) {
                    tell(kind, name, i, "only the backtest says " + backtest.get(i).about());
                } else if (i >= backtest.size()) {
                    tell(kind, name, i, "only live it was said: " + live.get(i).about());
                } else if (live.get(i).equals(backtest.get(i))) {
                    equal.merge(kind, 1L, Long::sum);
                } else {
                    line(kind, name, i, live.get(i), backtest.get(i));
                }
            }
        }

        private void line(Kind kind, String name, int index, Line live, Line backtest) {
            if (!live.type().equals(backtest.type())) {
                tell(
                        kind,
                        name,
                        index,
                        "live %s, backtest %s".formatted(live.about(), backtest.about()));
                return;
            }
            for (var field : differences.between(live.data(), backtest.data())) {
                var cause = attribution.of(kind, live.type(), field, liveNumbers, backtestNumbers);
                if (cause == null) {
                    tell(kind, name, index, words(live, field));
                } else {
                    attributed.merge(cause, 1L, Long::sum);
                }
            }
        }

        private static String words(Line live, JsonField field) {
            return "%s: %s is '%s' live and '%s' in the backtest; live: %s"
                    .formatted(
                            live.type(),
                            field.path(),
                            field.recorded(),
                            field.replayed(),
                            live.data());
        }

        private void tell(Kind kind, String name, int index, String what) {
            if (unattributed.size() < MOST_TOLD) {
                unattributed.add("%s %s, number %d: %s".formatted(kind, name, index + 1, what));
            }
        }
    }
}

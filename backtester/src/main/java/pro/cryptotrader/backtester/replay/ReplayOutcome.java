package pro.cryptotrader.backtester.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replay compares with its recording.
 *
 * @param reproduced decisions that were said once more, byte for byte
 * @param different decisions that came out otherwise
 * @param unjudged decisions whose ground the recording does not have, such as a warm-up before it
 *     began
 * @param first the first that came out otherwise; null when there is none
 */
public record ReplayOutcome(
        long reproduced, long different, long unjudged, @Nullable Difference first) {

    /**
     * Two messages that ought to be the same.
     *
     * @param topic where it was said
     * @param line which line of the topic's file, from 1
     * @param decision what it is about, for people
     * @param fields where they differ
     */
    public record Difference(String topic, int line, String decision, List<JsonField> fields) {
        public Difference {
            fields = List.copyOf(fields);
        }
    }
}

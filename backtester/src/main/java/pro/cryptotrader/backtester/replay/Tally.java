package pro.cryptotrader.backtester.replay;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;

/** Counts what came out as it was recorded, and keeps what did not. */
final class Tally {
    private final JsonDifferences differences = new JsonDifferences();
    private long reproduced;
    private long different;
    private long unjudged;
    private ReplayOutcome.@Nullable Difference first;
    private long firstAt;

    /** Whether a decision says now, byte for byte, what it said then. */
    static boolean isSame(Said said, List<? extends Envelope<? extends Event>> again) {
        if (said.messages().size() != again.size()) {
            return false;
        }
        var texts = again.stream().map(EventJson::write).toList();
        // Which topic's message the broker got first says nothing.
        return said.messages().stream().map(Recorded::text).allMatch(texts::contains);
    }

    void reproduced(Said said) {
        reproduced += said.messages().size();
    }

    void unjudged(Said said) {
        unjudged += said.messages().size();
    }

    /** A decision came out otherwise. */
    void different(Said said, List<? extends Envelope<? extends Event>> again) {
        different += said.messages().size();
        if (first != null && firstAt <= said.published()) {
            return;
        }
        var texts = again.stream().map(EventJson::write).toList();
        for (var message : said.messages()) {
            if (!texts.contains(message.text())) {
                firstAt = said.published();
                first =
                        new ReplayOutcome.Difference(
                                message.topic().topicName(),
                                message.line(),
                                "%s of %s"
                                        .formatted(
                                                message.envelope().type().typeName(),
                                                message.envelope().time()),
                                differences.between(message.text(), nearest(message, again)));
                return;
            }
        }
    }

    /** The message of the same type, else of the same topic; nothing when there is none. */
    private static String nearest(
            Recorded message, List<? extends Envelope<? extends Event>> again) {
        return again.stream()
                .filter(each -> each.type().topic() == message.topic())
                .sorted(Comparator.comparing(each -> each.type() != message.envelope().type()))
                .map(EventJson::write)
                .findFirst()
                .orElse("{}");
    }

    ReplayOutcome outcome() {
        return new ReplayOutcome(reproduced, different, unjudged, first);
    }
}

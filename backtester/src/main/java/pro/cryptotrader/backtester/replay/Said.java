package pro.cryptotrader.backtester.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one decision of a service said, on whatever topics.
 *
 * @param cause what it was about; null when nothing but time or prices led to it
 * @param messages in the order in which they were published
 */
record Said(@Nullable UUID cause, List<Recorded> messages) {
    Said {
        messages = List.copyOf(messages);
    }

    long published() {
        return messages.getFirst().published();
    }

    Recorded first() {
        return messages.getFirst();
    }

    /**
     * Groups what a service said by decision, in the order in which the decisions were published: a
     * service publishes from one outbox, in the order of its transactions.
     *
     * @param last ends a decision that has no cause
     */
    static List<Said> decisions(List<Recorded> messages, Class<?> last) {
        var sorted = new ArrayList<>(messages);
        sorted.sort(
                Comparator.comparingLong(Recorded::published)
                        .thenComparing(Recorded::topic)
                        .thenComparingInt(Recorded::line));
        var byCause = new LinkedHashMap<Object, List<Recorded>>();
        int uncaused = 0;
        for (var message : sorted) {
            var cause = message.envelope().cause();
            Object key = cause == null ? Integer.valueOf(uncaused) : cause;
            byCause.computeIfAbsent(key, _ -> new ArrayList<>()).add(message);
            if (cause == null && last.isInstance(message.envelope().data())) {
                uncaused++;
            }
        }
        return byCause.values().stream()
                .map(group -> new Said(group.getFirst().envelope().cause(), group))
                .toList();
    }
}

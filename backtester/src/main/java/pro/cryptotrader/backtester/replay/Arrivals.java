package pro.cryptotrader.backtester.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of each of its feeds a service may have heard when it decided. Kafka orders each feed,
 * and nothing had been heard before it was published; what is left open, how the feeds interleave
 * within a moment, is searched, the likeliest first.
 */
final class Arrivals {
    /** Nobody is later than this with a message, wall time. */
    private static final long SLOWEST_MILLIS = 4_000;

    private static final int MOST = 4_000;

    private Arrivals() {}

    /**
     * Possible counts of heard messages, one for each feed.
     *
     * @param heard what certainly was heard already
     * @param cause when the cause of the decision was published
     * @param said when the decision was published
     */
    static List<int[]> of(List<Feed> feeds, int[] heard, long cause, long said) {
        int[] likely = new int[heard.length];
        List<int[]> all = new ArrayList<>();
        all.add(heard.clone());
        for (int i = 0; i < heard.length; i++) {
            var feed = feeds.get(i);
            int least = Math.max(heard[i], feed.publishedBy(cause - SLOWEST_MILLIS));
            int most = Math.max(least, feed.publishedBy(said));
            likely[i] = Math.max(least, feed.publishedBy(cause));
            List<int[]> more = new ArrayList<>();
            for (var counts : all) {
                for (int count = least; count <= most && more.size() < MOST; count++) {
                    var next = counts.clone();
                    next[i] = count;
                    more.add(next);
                }
            }
            all = more;
        }
        all.sort(Comparator.comparingInt(counts -> distance(counts, likely)));
        return all;
    }

    private static int distance(int[] counts, int[] likely) {
        int distance = 0;
        for (int i = 0; i < counts.length; i++) {
            distance += Math.abs(counts[i] - likely[i]);
        }
        return distance;
    }

    /** What is heard on the way from {@code heard} to {@code counts}, in order of publication. */
    static List<Recorded> between(List<Feed> feeds, int[] heard, int[] counts) {
        if (Arrays.equals(heard, counts)) {
            return List.of();
        }
        var news = new ArrayList<Recorded>();
        for (int i = 0; i < heard.length; i++) {
            for (int j = heard[i]; j < counts[i]; j++) {
                news.add(feeds.get(i).get(j));
            }
        }
        news.sort(Comparator.comparingLong(Recorded::published));
        return news;
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.ArrayDeque;
import java.util.Deque;

/** The market's volume-weighted average price over the last minutes, second by second. */
final class AveragePrice {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;

    /** Amounts are kept coarser than 1e-8, so that no volume overflows. */
    private static final long COARSE = 10_000;

    private final long window;
    private final Deque<long[]> seconds = new ArrayDeque<>();
    private long base;
    private long quote;

    AveragePrice(int minutes) {
        window = minutes * MINUTE;
    }

    void traded(long price, long quantity, long time) {
        if (window == 0) {
            return;
        }
        var moved = quantity / COARSE;
        var paid = Amounts.multiply(price, moved);
        var last = seconds.peekLast();
        if (last == null || last[0] != time / SECOND) {
            last = new long[] {time / SECOND, 0, 0};
            seconds.add(last);
        }
        last[1] += moved;
        last[2] += paid;
        base += moved;
        quote += paid;
        forget(time);
    }

    private void forget(long time) {
        for (var first = seconds.peek();
                first != null && first[0] * SECOND <= time - window;
                first = seconds.peek()) {
            base -= first[1];
            quote -= first[2];
            seconds.remove();
        }
    }

    /** The average at {@code time}, or {@code last} if nothing was traded. */
    long at(long time, long last) {
        forget(time);
        return base <= 0 ? last : Amounts.divide(quote, base);
    }
}

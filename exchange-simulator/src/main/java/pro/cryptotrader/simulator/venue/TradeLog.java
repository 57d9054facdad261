package pro.cryptotrader.simulator.venue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import pro.cryptotrader.simulator.market.AggregateTrade;
import pro.cryptotrader.simulator.market.MarketTrade;

/**
 * The youngest market trades of one symbol, column by column so that many fit. Trades of the same
 * moment, price and side that follow upon each other are one aggregate.
 */
final class TradeLog {
    /** Two days of an ordinary symbol. */
    static final int MOST = 50_000;

    private static final int FIRST_CAPACITY = 1024;

    private long[] ids = new long[FIRST_CAPACITY];
    private long[] aggregates = new long[FIRST_CAPACITY];
    private long[] times = new long[FIRST_CAPACITY];
    private long[] prices = new long[FIRST_CAPACITY];

    /** Less than 0 if the buyer was the maker. */
    private long[] quantities = new long[FIRST_CAPACITY];

    private final String symbol;
    private long lastAggregate;
    private int oldest;
    private int size;

    /** {@code lastAggregate} is the number of the last aggregate that was told of. */
    TradeLog(String symbol, long lastAggregate) {
        this.symbol = symbol;
        this.lastAggregate = lastAggregate;
    }

    void add(MarketTrade trade) {
        if (!continues(trade)) {
            lastAggregate++;
        }
        if (size == ids.length && size < MOST) {
            grow();
        }
        var at = place(size);
        if (size == ids.length) {
            oldest = (oldest + 1) % ids.length;
        } else {
            size++;
        }
        ids[at] = trade.id();
        aggregates[at] = lastAggregate;
        times[at] = trade.time();
        prices[at] = trade.price();
        quantities[at] = trade.buyerMaker() ? -trade.quantity() : trade.quantity();
    }

    private boolean continues(MarketTrade trade) {
        if (size == 0) {
            return false;
        }
        var last = place(size - 1);
        return times[last] == trade.time()
                && prices[last] == trade.price()
                && quantities[last] < 0 == trade.buyerMaker();
    }

    /** Only while nothing has been forgotten: the oldest is at 0. */
    private void grow() {
        var capacity = Math.min(MOST, ids.length * 2);
        ids = Arrays.copyOf(ids, capacity);
        aggregates = Arrays.copyOf(aggregates, capacity);
        times = Arrays.copyOf(times, capacity);
        prices = Arrays.copyOf(prices, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
    }

    private int place(int index) {
        return (oldest + index) % ids.length;
    }

    long lastAggregate() {
        return lastAggregate;
    }

    /** The youngest trades, at most {@code limit}, the oldest of them first. */
    List<MarketTrade> youngest(int limit) {
        return trades(Math.max(0, size - limit), size);
    }

    /** Trades from number {@code id} on, at most {@code limit}. */
    List<MarketTrade> from(long id, int limit) {
        var first = firstWhere(index -> ids[place(index)] >= id);
        return trades(first, Math.min(size, first + limit));
    }

    private List<MarketTrade> trades(int from, int to) {
        var trades = new ArrayList<MarketTrade>(to - from);
        for (var index = from; index < to; index++) {
            var at = place(index);
            trades.add(
                    new MarketTrade(
                            symbol,
                            ids[at],
                            times[at],
                            prices[at],
                            Math.abs(quantities[at]),
                            quantities[at] < 0));
        }
        return trades;
    }

    /**
     * Aggregates from a number and a time up to a time, both inclusive.
     *
     * @param oldestFirst whether the oldest of them are wanted, otherwise the youngest
     */
    List<AggregateTrade> aggregates(
            long fromId, long from, long to, int limit, boolean oldestFirst) {
        var first =
                firstWhere(
                        index -> aggregates[place(index)] >= fromId && times[place(index)] >= from);
        var end = firstWhere(index -> times[place(index)] > to);
        return oldestFirst ? forward(first, end, limit) : backward(first, end, limit);
    }

    /** The aggregate that the youngest trade belongs to. */
    AggregateTrade youngestAggregate() {
        return backward(0, size, 1).getFirst();
    }

    private List<AggregateTrade> forward(int first, int end, int limit) {
        var found = new ArrayList<AggregateTrade>();
        for (var index = first; index < end && found.size() < limit; ) {
            var next = groupEnd(index, end);
            found.add(aggregate(index, next));
            index = next;
        }
        return found;
    }

    private List<AggregateTrade> backward(int first, int end, int limit) {
        var start = end;
        for (var groups = 0; start > first && groups < limit; groups++) {
            start--;
            while (start > first && same(start - 1, start)) {
                start--;
            }
        }
        return forward(start, end, limit);
    }

    private int groupEnd(int index, int end) {
        var next = index + 1;
        while (next < end && same(index, next)) {
            next++;
        }
        return next;
    }

    private boolean same(int one, int other) {
        return aggregates[place(one)] == aggregates[place(other)];
    }

    private AggregateTrade aggregate(int from, int to) {
        var at = place(from);
        var quantity = 0L;
        for (var index = from; index < to; index++) {
            quantity += Math.abs(quantities[place(index)]);
        }
        return new AggregateTrade(
                symbol,
                aggregates[at],
                ids[at],
                ids[place(to - 1)],
                times[at],
                prices[at],
                quantity,
                quantities[at] < 0);
    }

    /** The first index of which {@code reached} is true; of all after it it is true as well. */
    private int firstWhere(IntPredicate reached) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

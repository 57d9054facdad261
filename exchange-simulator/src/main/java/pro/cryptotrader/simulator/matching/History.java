package pro.cryptotrader.simulator.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What happened to orders and can be asked for; the oldest is forgotten. */
final class History {
    private static final int TRADES_KEPT = 100_000;
    private static final int OTHERS_KEPT = 20_000;

    private final Deque<Trade> trades = new ArrayDeque<>();
    private final Deque<Trade> allocations = new ArrayDeque<>();
    private final Deque<Prevention> preventions = new ArrayDeque<>();
    private final Deque<Amendment> amendments = new ArrayDeque<>();
    private final Map<String, Long> nextMatch = new HashMap<>();
    private final Map<String, Long> nextAllocation = new HashMap<>();

    void traded(Trade trade) {
        keep(trades, trade, TRADES_KEPT);
    }

    void allocated(Trade allocation) {
        keep(allocations, allocation, OTHERS_KEPT);
        nextAllocation.merge(
                allocation.order().terms().symbol(),
                allocation.fill().allocationId() + 1,
                Math::max);
    }

    /** A prevented match is one thing, though it happens to two orders. */
    void prevented(Prevention prevention) {
        var last = preventions.peekLast();
        if (!prevention.equals(last)) {
            keep(preventions, prevention, OTHERS_KEPT);
        }
        nextMatch.merge(prevention.symbol(), prevention.matchId() + 1, Math::max);
    }

    void amended(Amendment amendment) {
        keep(amendments, amendment, OTHERS_KEPT);
    }

    private static <T> void keep(Deque<T> all, T one, int most) {
        all.add(one);
        if (all.size() > most) {
            all.remove();
        }
    }

    List<Trade> trades(Predicate<Trade> wanted) {
        return trades.stream().filter(wanted).toList();
    }

    List<Trade> allocations(Predicate<Trade> wanted) {
        return allocations.stream().filter(wanted).toList();
    }

    long nextAllocation(String symbol) {
        return nextAllocation.getOrDefault(symbol, 0L);
    }

    List<Prevention> preventions(Predicate<Prevention> wanted) {
        return preventions.stream().filter(wanted).toList();
    }

    List<Amendment> amendments(Predicate<Amendment> wanted) {
        return amendments.stream().filter(wanted).toList();
    }

    long nextMatch(String symbol) {
        return nextMatch.getOrDefault(symbol, 0L);
    }
}

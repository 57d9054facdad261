package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one symbol in the order in which they are served: resting ones by price, then
 * by time; sleeping ones by the price that wakes them. What changes keeps its place unless its
 * priority changed.
 */
class Ranks {
    private static final Comparator<Long> HIGHEST_FIRST = Comparator.reverseOrder();

    private final NavigableMap<Long, Map<Long, Order>> bids = new TreeMap<>(HIGHEST_FIRST);
    private final NavigableMap<Long, Map<Long, Order>> asks = new TreeMap<>();
    private final NavigableMap<Long, Map<Long, Order>> wokenByRise = new TreeMap<>();
    private final NavigableMap<Long, Map<Long, Order>> wokenByFall = new TreeMap<>(HIGHEST_FIRST);
    private final Map<Long, Order> trailing = new LinkedHashMap<>();

    /** Where an order waits and how it came there: what keeps both keeps its place. */
    private record Place(Line line, long price, long priority) {}

    private enum Line {
        BIDS,
        ASKS,
        WOKEN_BY_RISE,
        WOKEN_BY_FALL,
        TRAILING,
        NONE
    }

    /** An order is now as it is in {@code after}. */
    void change(@Nullable Order before, Order after) {
        var to = place(after);
        if (before != null) {
            var from = place(before);
            if (from.equals(to)) {
                queue(to).replace(after.id(), after);
                return;
            }
            leave(from, before.id());
        }
        if (to.line() != Line.NONE) {
            queue(to).put(after.id(), after);
        }
    }

    private static Place place(Order order) {
        var terms = order.terms();
        if (order.resting()) {
            var line = terms.side() == Side.BUY ? Line.BIDS : Line.ASKS;
            return new Place(line, terms.price(), order.station().priority());
        }
        if (!order.dormant()) {
            return new Place(Line.NONE, 0, 0);
        }
        if (terms.trailing()) {
            return new Place(Line.TRAILING, 0, 0);
        }
        return new Place(
                terms.stopsAbove() ? Line.WOKEN_BY_RISE : Line.WOKEN_BY_FALL, terms.stopPrice(), 0);
    }

    private Map<Long, Order> queue(Place place) {
        return switch (place.line()) {
            case TRAILING -> trailing;
            case NONE -> new LinkedHashMap<>();
            default ->
                    line(place.line()).computeIfAbsent(place.price(), _ -> new LinkedHashMap<>());
        };
    }

    private NavigableMap<Long, Map<Long, Order>> line(Line line) {
        return switch (line) {
            case BIDS -> bids;
            case ASKS -> asks;
            case WOKEN_BY_RISE -> wokenByRise;
            case WOKEN_BY_FALL -> wokenByFall;
            default -> throw new IllegalArgumentException(line + " has no prices");
        };
    }

    private void leave(Place place, long id) {
        var queue = queue(place);
        queue.remove(id);
        if (queue.isEmpty() && place.line() != Line.TRAILING && place.line() != Line.NONE) {
            line(place.line()).remove(place.price());
        }
    }

    /** The resting order on {@code side} that is served next. */
    @Nullable Order first(Side side) {
        var best = resting(side).firstEntry();
        return best == null ? null : best.getValue().values().iterator().next();
    }

    /** Resting orders on {@code side} in the order in which they are served. */
    Iterator<Order> served(Side side) {
        return resting(side).values().stream().flatMap(queue -> queue.values().stream()).iterator();
    }

    /** The best price on {@code side}, 0 if nothing rests there. */
    long best(Side side) {
        var best = resting(side).firstEntry();
        return best == null ? 0 : best.getKey();
    }

    /** Whether anything rests there. */
    boolean rests(Side side) {
        return !resting(side).isEmpty();
    }

    /** What is shown on {@code side}, price by price, best first. */
    Iterable<Map.Entry<Long, Collection<Order>>> shown(Side side) {
        return () ->
                resting(side).entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue().values()))
                        .iterator();
    }

    private NavigableMap<Long, Map<Long, Order>> resting(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Sleeping orders whose stop price is met by a trade at {@code price}, the oldest first. */
    List<Order> woken(long price) {
        var woken = new ArrayList<Order>();
        wokenByRise.headMap(price, true).values().forEach(queue -> woken.addAll(queue.values()));
        wokenByFall.headMap(price, true).values().forEach(queue -> woken.addAll(queue.values()));
        woken.sort(Comparator.comparingLong(Order::id));
        return woken;
    }

    /** Sleeping trailing stops, the oldest first. */
    List<Order> trailing() {
        var all = new ArrayList<>(trailing.values());
        all.sort(Comparator.comparingLong(Order::id));
        return all;
    }
}

package pro.cryptotrader.simulator.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Side;

/**
 * What changed in a symbol's book since it was last told. A level that changed and changed back is
 * told all the same: whoever took a snapshot in between has seen it.
 */
final class DepthFeed {
    private static final int LEVELS = 500;

    private final Map<Long, Long> bids = new TreeMap<>();
    private final Map<Long, Long> asks = new TreeMap<>();
    private final Map<Long, Long> changedBids = new TreeMap<>();
    private final Map<Long, Long> changedAsks = new TreeMap<>();
    private long told = -1;
    private long seen = -1;

    /** Levels as they are now; quantity 0 where there is none any more. */
    record Difference(long first, long last, List<Book.Level> bids, List<Book.Level> asks) {}

    /** Looks at the book after a change. */
    void observe(Book book) {
        if (book.updates() == seen) {
            return;
        }
        seen = book.updates();
        compare(bids, changedBids, book.levels(Side.SELL, LEVELS));
        compare(asks, changedAsks, book.levels(Side.BUY, LEVELS));
        if (told < 0) {
            // There was nothing to compare with: whoever begins now asks for a snapshot.
            told = seen;
            changedBids.clear();
            changedAsks.clear();
        }
    }

    private static void compare(
            Map<Long, Long> known, Map<Long, Long> changed, List<Book.Level> levels) {
        var now = new TreeMap<Long, Long>();
        levels.forEach(level -> now.put(level.price(), level.quantity()));
        known.keySet().stream()
                .filter(price -> !now.containsKey(price))
                .forEach(price -> changed.put(price, 0L));
        now.forEach((price, quantity) -> {
            if (!quantity.equals(known.get(price))) {
                changed.put(price, quantity);
            }
        });
        known.clear();
        known.putAll(now);
    }

    /** What has not been told yet; from now on it has. */
    Optional<Difference> take() {
        if (told == seen) {
            return Optional.empty();
        }
        var difference =
                new Difference(
                        told + 1, seen, levels(changedBids, true), levels(changedAsks, false));
        told = seen;
        changedBids.clear();
        changedAsks.clear();
        return Optional.of(difference);
    }

    private static List<Book.Level> levels(Map<Long, Long> changed, boolean dearestFirst) {
        var levels = new ArrayList<Book.Level>();
        changed.forEach((price, quantity) -> levels.add(new Book.Level(price, quantity)));
        return dearestFirst ? levels.reversed() : levels;
    }
}

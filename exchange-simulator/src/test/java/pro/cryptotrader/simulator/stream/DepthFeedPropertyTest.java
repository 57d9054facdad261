package pro.cryptotrader.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Book;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Side;

/** Who keeps a book by the documents' rules has the venue's, whenever he took his snapshot. */
class DepthFeedPropertyTest {
    private static final String SYMBOL = "BTCUSDT";
    private static final int CHANGES = 40;

    /** A snapshot: what REST answers. */
    private record Snapshot(long last, Map<Long, Long> bids, Map<Long, Long> asks) {
        static Snapshot of(Book book) {
            return new Snapshot(book.updates(), levels(book, Side.SELL), levels(book, Side.BUY));
        }

        private static Map<Long, Long> levels(Book book, Side taker) {
            var levels = new TreeMap<Long, Long>();
            book.levels(taker, 500).forEach(level -> levels.put(level.price(), level.quantity()));
            return levels;
        }
    }

    @Property(tries = 60)
    void aSnapshotAndAllLaterDifferencesGiveTheBook(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = CHANGES - 1) int snapshotAt) {
        var dice = new Random(seed);
        var engine = new Engine(List.of(Listing.of(SYMBOL).instrument()), Amounts.ONE / 1000);
        engine.mark(SYMBOL, Amounts.ONE * 90_000, true);
        var feed = new DepthFeed();
        feed.observe(engine.book(SYMBOL));
        var told = new ArrayList<DepthFeed.Difference>();
        var snapshot = Snapshot.of(engine.book(SYMBOL));
        for (var i = 0; i < CHANGES; i++) {
            // Few prices, so that levels come back.
            engine.mark(SYMBOL, Amounts.ONE * (90_000 + dice.nextInt(3)), dice.nextBoolean());
            feed.observe(engine.book(SYMBOL));
            if (i == snapshotAt) {
                snapshot = Snapshot.of(engine.book(SYMBOL));
            }
            if (dice.nextInt(4) == 0) {
                feed.take().ifPresent(told::add);
            }
        }
        feed.take().ifPresent(told::add);

        var local = snapshot.last();
        for (var difference : told) {
            if (difference.last() > snapshot.last()) {
                assertThat(difference.first()).isLessThanOrEqualTo(local + 1);
                apply(snapshot.bids(), difference.bids());
                apply(snapshot.asks(), difference.asks());
                local = difference.last();
            }
        }
        var actual = Snapshot.of(engine.book(SYMBOL));
        assertThat(new Snapshot(local, snapshot.bids(), snapshot.asks())).isEqualTo(actual);
    }

    private static void apply(Map<Long, Long> known, List<Book.Level> changes) {
        for (var level : changes) {
            if (level.quantity() == 0) {
                known.remove(level.price());
            } else {
                known.put(level.price(), level.quantity());
            }
        }
    }
}

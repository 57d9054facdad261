package pro.cryptotrader.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.market.MarketTape;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Order;
import pro.cryptotrader.simulator.matching.OrderTerms;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.matching.Rules;
import pro.cryptotrader.simulator.matching.Side;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.TimeInForce;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.LedgerFile;

/** The venue as it is run: when its books do not balance it stops for good. */
class VenueHaltTest {
    private static final String SYMBOL = "BTCUSDT";

    private final Engine engine =
            new Engine(
                    List.of(Listing.of(SYMBOL).instrument()), Rules.of(Commission.flat(100_000)));
    private final Venue venue;

    VenueHaltTest(@TempDir Path folder) {
        var candles = new CandleFile(folder.resolve("candles"));
        var ledger = new LedgerFile(folder.resolve("ledger.jsonl"), _ -> {});
        var books =
                new Books("test", ledger, 0, Map.of(SYMBOL, candles), folder.resolve("checkpoint"));
        var tickers = Map.of(SYMBOL, new Ticker(candles, new TradeLog(SYMBOL, 0), 0, 0));
        venue = new Venue(engine, books, tickers, new MarketSource(new NoTape(), 0, true), 1, 0);
        engine.mark(SYMBOL, Amounts.ONE * 90_000, true);
    }

    private static final class NoTape implements MarketTape {
        @Override
        public Optional<Minute> next() {
            return Optional.empty();
        }

        @Override
        public Map<String, double[]> position() {
            return new TreeMap<>();
        }
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anOrderThatHoldsMoreThanIsLockedStopsTheVenue() {
        venue.command("ann", "open", (it, time) -> it.open("ann", Map.of("USDT", 1L << 50), time));
        venue.command("ann", "order", (it, time) -> it.enter("ann", order("a"), time));
        var order = engine.state().order("ann", "a").orElseThrow();
        engine.restore(lie(order));

        assertThatThrownBy(() ->
                        venue.command(
                                "ann", "order", (it, time) -> it.enter("ann", order("b"), time)))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(-1001);

        assertThat(venue.halted().orElseThrow()).contains("the books do not balance: ann has");
        assertThatThrownBy(() ->
                        venue.command("ann", "open", (it, time) -> it.open("bob", Map.of(), time)))
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo(-1016);
    }

    private static OrderTerms order(String id) {
        return new OrderTerms(
                SYMBOL,
                id,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                Amounts.ONE / 100,
                0,
                Amounts.ONE * 80_000,
                0,
                0,
                0,
                StpMode.EXPIRE_MAKER,
                null,
                null,
                false);
    }

    /** The same order, which says that it holds a unit more. */
    private static Fact lie(Order order) {
        var claimed =
                new Order(
                        order.id(),
                        order.account(),
                        order.listId(),
                        order.role(),
                        order.terms(),
                        order.status(),
                        order.progress(),
                        new Order.Hold(order.locked() + 1, 0),
                        order.station(),
                        order.times(),
                        order.ending());
        return new Fact.OrderChanged(
                order.time(), 99, Fact.Execution.NEW, claimed, null, null, List.of());
    }
}

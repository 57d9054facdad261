package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Smart order routing, with the books and the outcomes of Binance's own examples. */
class RoutingTest {
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "BTCUSDC", "BTCUSDP");
    private static final Map<String, Long> RICH =
            Map.of(
                    "BTC",
                    amount("10000"),
                    "USDT",
                    amount("900000000"),
                    "USDC",
                    amount("900000000"),
                    "USDP",
                    amount("900000000"));

    private final Engine engine =
            new Engine(
                    SYMBOLS.stream().map(RoutingTest::empty).toList(),
                    Rules.of(Commission.flat(0)).with(List.of(new Sor("BTC", SYMBOLS))));
    private long now;
    private int names;

    /** A book around 27,000 with nothing in it but one price on either side, which is taken. */
    private static Instrument empty(String symbol) {
        return Instrument.of(
                symbol,
                "BTC",
                symbol.substring(3),
                List.of(
                        new Filter.PriceFilter(0, 0, amount("1")),
                        new Filter.LotSize(0, amount("9000"), amount("0.5"))),
                new Liquidity(1, Amounts.ONE, 0, amount("1000")));
    }

    RoutingTest() {
        for (var account : List.of("ann", "maker", "eater")) {
            engine.open(account, RICH, ++now);
        }
        for (var symbol : SYMBOLS) {
            engine.trade(symbol, amount("27000"), amount("1"), true, ++now);
            for (var side : Side.values()) {
                engine.enter("eater", market(name(), side, "100").on(symbol).terms(), ++now);
            }
        }
    }

    private String name() {
        return "n" + names++;
    }

    private void offered(Side side, String symbol, String quantity, String price) {
        engine.enter("maker", limit(name(), side, quantity, price).on(symbol).terms(), ++now);
    }

    private void asks() {
        offered(SELL, "BTCUSDT", "3", "30800");
        offered(SELL, "BTCUSDT", "3", "30500");
        offered(SELL, "BTCUSDC", "1", "30000");
        offered(SELL, "BTCUSDC", "1", "28000");
        offered(SELL, "BTCUSDP", "1", "35000");
        offered(SELL, "BTCUSDP", "1", "29000");
    }

    @Test
    void theBestPriceOfAllBooksIsPaidInTheOrdersOwnQuote() {
        asks();

        var facts = engine.enter("ann", limit("a", BUY, "0.5", "31000").routed().terms(), ++now);

        assertThat(fills(facts, "a")).containsExactly("0.5 @ 28000 allocation 0");
        assertThat(order("a").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order("a").workingFloor()).isEqualTo("SOR");
        assertThat(spent("USDT")).isEqualTo("14000");
        assertThat(spent("USDC")).isEqualTo("0");
        // The other side trades as usual, and is paid in its own quote.
        assertThat(engine.state().trades(trade -> trade.order().account().equals("maker")))
                .extracting(trade -> trade.order().terms().symbol())
                .containsExactly("BTCUSDC");
        assertThat(engine.state().trades(trade -> trade.order().account().equals("ann"))).isEmpty();
        assertThat(engine.state().allocations(_ -> true)).hasSize(1);
    }

    @Test
    void anOrderGoesFromBookToBookAsPricesGetWorse() {
        asks();

        var facts = engine.enter("ann", limit("a", BUY, "5", "31000").routed().terms(), ++now);

        assertThat(fills(facts, "a"))
                .containsExactly(
                        "1 @ 28000 allocation 0",
                        "1 @ 29000 allocation 1",
                        "1 @ 30000 allocation 2",
                        "2 @ 30500 allocation 3");
        assertThat(spent("USDT")).isEqualTo("148000");
    }

    @Test
    void whatNoBookHasExpires() {
        asks();

        var facts = engine.enter("ann", market("a", BUY, "11").routed().terms(), ++now);

        assertThat(fills(facts, "a"))
                .containsExactly(
                        "1 @ 28000 allocation 0",
                        "1 @ 29000 allocation 1",
                        "1 @ 30000 allocation 2",
                        "3 @ 30500 allocation 3",
                        "3 @ 30800 allocation 4",
                        "1 @ 35000 allocation 5");
        assertThat(order("a").status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(order("a").workingFloor()).isEqualTo("SOR");
        assertThat(spent("USDT")).isEqualTo("305900");
    }

    @Test
    void whoSellsReceivesTheQuoteOfHisOwnSymbol() {
        offered(BUY, "BTCUSDT", "5", "29500");
        offered(BUY, "BTCUSDC", "5", "35000");
        offered(BUY, "BTCUSDC", "5", "30000");
        offered(BUY, "BTCUSDP", "5", "28000");

        var facts = engine.enter("ann", limit("a", SELL, "10", "29000").routed().terms(), ++now);

        assertThat(fills(facts, "a"))
                .containsExactly("5 @ 35000 allocation 0", "5 @ 30000 allocation 1");
        assertThat(spent("USDT")).isEqualTo("-325000");
    }

    @Test
    void withoutABetterPriceElsewhereItTradesAtHomeAndRestsThere() {
        offered(SELL, "BTCUSDT", "1", "28000");

        var facts = engine.enter("ann", limit("a", BUY, "3", "28000").routed().terms(), ++now);

        assertThat(fills(facts, "a")).containsExactly("1 @ 28000 trade");
        assertThat(order("a").resting()).isTrue();
        assertThat(order("a").workingFloor()).isEqualTo("EXCHANGE");
    }

    @Test
    void fillOrKillLooksAtAllBooks() {
        asks();

        engine.enter("ann", limit("a", BUY, "8", "30500", TimeInForce.FOK).routed().terms(), ++now);
        engine.enter("ann", limit("b", BUY, "6", "30500", TimeInForce.FOK).routed().terms(), ++now);

        assertThat(order("a").endReason()).isEqualTo("UNFILLED_FOK_ORDER_EXPIRED");
        assertThat(order("b").status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void nobodyMeetsHimselfOnAnotherBook() {
        engine.enter("ann", limit("own", SELL, "1", "28000").on("BTCUSDC").terms(), ++now);

        engine.enter(
                "ann",
                limit("a", BUY, "1", "29000").routed().stp(StpMode.EXPIRE_BOTH).terms(),
                ++now);

        assertThat(order("a").status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        assertThat(order("own").status()).isEqualTo(OrderStatus.EXPIRED_IN_MATCH);
        var match = engine.state().preventions(_ -> true).getFirst();
        assertThat(match.symbol()).isEqualTo("BTCUSDT");
        assertThat(match.counterSymbol(order("a").id())).isEqualTo("BTCUSDC");
        assertThat(match.counterSymbol(order("own").id())).isEqualTo("BTCUSDT");
    }

    @Test
    void aPairWhoseLegIsMetFromAnotherBookEndsWhereItIs() {
        engine.enter(
                "maker",
                ListKind.OTO,
                "list",
                List.of(
                        limit("in", SELL, "1", "28000").on("BTCUSDC").terms(),
                        limit("out", BUY, "1", "27500").on("BTCUSDC").terms()),
                ++now);

        engine.enter("ann", limit("a", BUY, "1", "29000").routed().terms(), ++now);

        var out = engine.state().order("maker", "out").orElseThrow();
        assertThat(out.status()).isEqualTo(OrderStatus.NEW);
        assertThat(engine.state().holding("maker", "USDC").locked()).isEqualTo(amount("27500"));
    }

    @Test
    void aSymbolWithoutARouteTakesNoRoutedOrder() {
        var plain = new Desk();

        refused(
                () -> plain.enter(limit("a", BUY, "1", "99").routed()),
                -1020,
                "This operation is not supported.");
    }

    private Order order(String name) {
        return engine.state().order("ann", name).orElseThrow();
    }

    private String spent(String asset) {
        var holding = engine.state().holding("ann", asset);
        return Desk.plain(amount("900000000") - holding.free() - holding.locked())
                .replaceFirst("^-0$", "0");
    }

    private static List<String> fills(List<Fact> facts, String name) {
        var fills = new ArrayList<String>();
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed
                    && changed.fill() != null
                    && changed.order().terms().clientOrderId().equals(name)) {
                var fill = changed.fill();
                fills.add(
                        "%s @ %s %s"
                                .formatted(
                                        Desk.plain(fill.quantity()),
                                        Desk.plain(fill.price()),
                                        fill.allocated()
                                                ? "allocation " + fill.allocationId()
                                                : "trade"));
            }
        }
        return fills;
    }
}

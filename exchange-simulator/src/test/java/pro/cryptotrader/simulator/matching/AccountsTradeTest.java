package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of our accounts among the synthetic offers: the touch is at 99.99 and 100. */
class AccountsTradeTest {
    private final Desk desk = new Desk();

    @BeforeEach
    void bobTradesToo() {
        desk.open("bob");
    }

    @Test
    void theBetterPriceComesFirstThenTheOlderOrderThenTheMarket() {
        desk.enter(limit("dear", SELL, "1", "100.01"));
        desk.enter(limit("old", SELL, "1", "100"));
        desk.enter(limit("young", SELL, "1", "100"));

        assertThat(desk.enter("bob", limit("t", BUY, "14.5", "100.01")))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE PARTIALLY_FILLED 1 @ 100",
                        "old TRADE FILLED 1 @ 100",
                        "t TRADE PARTIALLY_FILLED 1 @ 100",
                        "young TRADE FILLED 1 @ 100",
                        "t TRADE PARTIALLY_FILLED 11.5 @ 100",
                        "t TRADE FILLED 1 @ 100.01",
                        "dear TRADE FILLED 1 @ 100.01");
    }

    @Test
    void bothSidesOfATradeBearItsNumberAndPayTheirFees() {
        desk.enter(limit("m", SELL, "1", "100"));
        desk.enter("bob", limit("t", BUY, "1", "100"));

        var trades = desk.engine.state().trades(_ -> true);
        assertThat(trades).extracting(trade -> trade.fill().tradeId()).containsExactly(1L, 1L);
        assertThat(trades).extracting(trade -> trade.fill().maker()).containsExactly(false, true);
        assertThat(desk.holding("USDT")).isEqualTo("10099.9 free, 0 locked");
        assertThat(desk.holding("bob", "BTC")).isEqualTo("10.999 free, 0 locked");
        assertThat(desk.holding("#outside", "BTC")).isEqualTo("-20 free, 0 locked");
        assertThat(desk.holding("#fees", "BTC")).isEqualTo("0.001 free, 0 locked");
    }

    @Test
    void ordersAreInTheBookThatTheVenueShows() {
        var before = desk.engine.book(Desk.SYMBOL).levels(SELL, 1).getFirst();
        desk.enter(limit("m", BUY, "3", "99.99"));

        assertThat(desk.engine.book(Desk.SYMBOL).levels(SELL, 1))
                .containsExactly(new Book.Level(amount("99.99"), before.quantity() + amount("3")));
    }

    @Test
    void aMakerOrderMayNotTakeFromAnAccountEither() {
        var wide = new Desk(Desk.BTC.with(Liquidity.of(amount("0.02"), amount("1000"))));
        wide.open("bob");
        wide.enter(limit("m", SELL, "1", "99"));

        refused(
                () -> wide.enter("bob", maker("t", BUY, "1", "99")),
                -2010,
                "Order would immediately match and take.");
        assertThat(wide.enter("bob", maker("t", BUY, "1", "98.99"))).containsExactly("t NEW NEW");
    }

    @Test
    void aLegThatIsTakenEndsItsPairFirst() {
        desk.enter(ListKind.OCO, maker("up", SELL, "2", "100.01"), stop("down", SELL, "2", "98"));

        assertThat(desk.enter("bob", limit("t", BUY, "12", "100.01")))
                .containsExactly(
                        "t NEW NEW",
                        "t TRADE PARTIALLY_FILLED 11.5 @ 100",
                        "down EXPIRED EXPIRED OCO_TRIGGER",
                        "t TRADE FILLED 0.5 @ 100.01",
                        "up TRADE PARTIALLY_FILLED 0.5 @ 100.01");
    }

    @Test
    void aFillOrKillOrderCountsAccountsToo() {
        desk.enter(limit("m", SELL, "1", "100"));

        assertThat(desk.enter("bob", limit("t", BUY, "12.6", "100", TimeInForce.FOK)))
                .containsExactly("t NEW NEW", "t EXPIRED EXPIRED UNFILLED_FOK_ORDER_EXPIRED");
        assertThat(desk.enter("bob", limit("u", BUY, "12.5", "100", TimeInForce.FOK)))
                .contains("u TRADE FILLED 11.5 @ 100");
    }

    @Test
    void aMarketOrderThatEmptiesTheBookExpiresWithWhatItGot() {
        var thin = new Desk(Desk.BTC.with(new Liquidity(2, 0, 0, amount("400"))));
        var offered =
                thin.engine.book(Desk.SYMBOL).levels(SELL, 10).stream()
                        .mapToLong(Book.Level::quantity)
                        .sum();

        assertThat(thin.enter(market("a", SELL, "10")))
                .hasSize(4)
                .startsWith("a NEW NEW")
                .endsWith("a EXPIRED EXPIRED INSUFFICIENT_LIQUIDITY");
        assertThat(thin.order("a").executed()).isEqualTo(offered).isPositive();
        assertThat(thin.holding("BTC"))
                .isEqualTo(Desk.plain(amount("10") - offered) + " free, 0 locked");
    }

    @Test
    void aTakerOutsideTheSymbolsPriceRangeExpires() {
        var range = new Instrument.PriceRange(amount("1.0002"), 0, 0, amount("0.5"));
        var narrow = new Desk(Desk.BTC.with(Abilities.ALL, Optional.of(range)));

        assertThat(narrow.enter(limit("a", BUY, "60", "101")))
                .endsWith("a EXPIRED EXPIRED EXECUTION_RULE_PRICE_RANGE_EXCEEDED")
                .hasSize(5);
    }

    @Test
    void aWiderGapMakesALargeTakerSlipMore() {
        var near = new Desk(Desk.BTC.with(new Liquidity(500, 0, 0, amount("1000"))));
        var far = new Desk(Desk.BTC.with(new Liquidity(500, 0, amount("0.01"), amount("1000"))));
        near.enter(market("a", BUY, "60"));
        far.enter(market("a", BUY, "60"));

        assertThat(far.order("a").executedQuote()).isGreaterThan(near.order("a").executedQuote());
    }

    @Test
    void aSpreadIsAroundTheLastTrade() {
        var wide = new Desk(Desk.BTC.with(Liquidity.of(amount("0.02"), amount("1000"))));

        assertThat(wide.engine.book(Desk.SYMBOL).levels(SELL, 1).getFirst().price())
                .isEqualTo(amount("98"));
        assertThat(wide.engine.book(Desk.SYMBOL).levels(BUY, 1).getFirst().price())
                .isEqualTo(amount("100"));
    }
}

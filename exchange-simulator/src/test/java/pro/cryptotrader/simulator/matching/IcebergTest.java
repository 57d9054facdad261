package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import org.junit.jupiter.api.Test;

class IcebergTest {
    private final Desk desk = new Desk();

    @Test
    void whatIsShownAnewGoesBehindWhoWaited() {
        desk.enter(limit("ice", SELL, "3", "101").iceberg("1"));
        desk.enter(limit("plain", SELL, "1", "101"));

        assertThat(desk.market("101", "2.5", false))
                .containsExactly(
                        "ice TRADE PARTIALLY_FILLED 1 @ 101",
                        "plain TRADE FILLED 1 @ 101",
                        "ice TRADE PARTIALLY_FILLED 0.5 @ 101");
        desk.enter(limit("late", SELL, "1", "101"));
        assertThat(desk.market("101", "1", false))
                .containsExactly(
                        "ice TRADE PARTIALLY_FILLED 0.5 @ 101",
                        "late TRADE PARTIALLY_FILLED 0.5 @ 101");
    }

    @Test
    void onlyTheShownPartIsInTheBook() {
        desk.enter(maker("ice", SELL, "3", "105").iceberg("0.7"));

        assertThat(desk.engine.book(Desk.SYMBOL).levels(BUY, 600))
                .contains(
                        new Book.Level(
                                Desk.amount("105"), offeredWithout("105") + Desk.amount("0.7")));
    }

    private static long offeredWithout(String price) {
        return new Desk()
                .engine.book(Desk.SYMBOL).levels(BUY, 600).stream()
                        .filter(level -> level.price() == Desk.amount(price))
                        .mapToLong(Book.Level::quantity)
                        .sum();
    }

    @Test
    void whoTakesGetsTheHiddenPartToo() {
        desk.open("bob");
        desk.enter(limit("ice", SELL, "3", "100").iceberg("1"));

        assertThat(desk.enter("bob", market("taker", BUY, "2.5")))
                .containsExactly(
                        "taker NEW NEW",
                        "taker TRADE PARTIALLY_FILLED 1 @ 100",
                        "ice TRADE PARTIALLY_FILLED 1 @ 100",
                        "taker TRADE PARTIALLY_FILLED 1 @ 100",
                        "ice TRADE PARTIALLY_FILLED 1 @ 100",
                        "taker TRADE FILLED 0.5 @ 100",
                        "ice TRADE PARTIALLY_FILLED 0.5 @ 100");
    }

    @Test
    void anIcebergNeedsGtcAndMayNotShowMoreThanItIs() {
        refused(
                () -> desk.enter(limit("a", SELL, "3", "101", TimeInForce.IOC).iceberg("1")),
                -2010,
                "Unsupported order combination");
        refused(
                () -> desk.enter(limit("a", SELL, "3", "101").iceberg("3.001")),
                -2010,
                "IcebergQty exceeds QTY.");
    }
}

package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private final Desk desk = new Desk();

    @Test
    void aMarketOrderTakesTheTouchAndPaysItsFeeFromWhatItReceives() {
        assertThat(desk.enter(market("a", BUY, "1")))
                .containsExactly("a NEW NEW", "a TRADE FILLED 1 @ 100");

        assertThat(desk.holding("USDT")).isEqualTo("9900 free, 0 locked");
        assertThat(desk.holding("BTC")).isEqualTo("10.999 free, 0 locked");
    }

    @Test
    void aLargeMarketOrderWalksDeeperLevelsAtWorsePrices() {
        var lines = desk.enter(market("a", BUY, "60"));

        assertThat(lines).first().isEqualTo("a NEW NEW");
        assertThat(lines).contains("a TRADE PARTIALLY_FILLED 11.5 @ 100").hasSizeGreaterThan(4);
        assertThat(lines.getLast()).startsWith("a TRADE FILLED").doesNotEndWith("@ 100");
    }

    @Test
    void whatIsTakenFromTheBookStaysTakenUntilTheMarketTradesAgain() {
        desk.enter(market("a", BUY, "11.5"));

        assertThat(desk.enter(market("b", BUY, "1"))).last().isEqualTo("b TRADE FILLED 1 @ 100.01");
        desk.market("100", "1", false);
        assertThat(desk.enter(market("c", BUY, "1"))).last().isEqualTo("c TRADE FILLED 1 @ 100");
    }

    @Test
    void aRestingOrderFillsWhollyWhenTheMarketTradesBeyondIt() {
        assertThat(desk.enter(limit("a", BUY, "2", "99"))).containsExactly("a NEW NEW");
        assertThat(desk.holding("USDT")).isEqualTo("9802 free, 198 locked");

        assertThat(desk.market("98.99", "0.001", true)).containsExactly("a TRADE FILLED 2 @ 99");
        assertThat(desk.holding("USDT")).isEqualTo("9802 free, 0 locked");
        assertThat(desk.holding("BTC")).isEqualTo("11.998 free, 0 locked");
    }

    @Test
    void atItsPriceARestingOrderNeedsVolumeFromTheOtherSide() {
        desk.enter(limit("a", BUY, "2", "99"));

        assertThat(desk.market("99", "5", false)).isEmpty();
        assertThat(desk.market("99", "0.5", true))
                .containsExactly("a TRADE PARTIALLY_FILLED 0.5 @ 99");
        assertThat(desk.market("99", "5", true)).containsExactly("a TRADE FILLED 1.5 @ 99");
    }

    @Test
    void theBetterPriceFillsFirstAndThenTheOlderOrder() {
        desk.enter(limit("young price", SELL, "1", "102"));
        desk.enter(limit("old", SELL, "1", "101"));
        desk.enter(limit("young", SELL, "1", "101"));

        assertThat(desk.market("101", "1.5", false))
                .containsExactly(
                        "old TRADE FILLED 1 @ 101", "young TRADE PARTIALLY_FILLED 0.5 @ 101");
        assertThat(desk.market("103", "1", false))
                .containsExactly(
                        "young TRADE FILLED 0.5 @ 101", "young price TRADE FILLED 1 @ 102");
    }

    @Test
    void aMarketableLimitOrderPaysTheBooksPriceAndGetsTheDifferenceBack() {
        desk.enter(limit("a", BUY, "1", "105"));

        assertThat(desk.holding("USDT")).isEqualTo("9900 free, 0 locked");
    }

    @Test
    void anImmediateOrCancelOrderExpiresWithWhatItCouldNotGet() {
        assertThat(desk.enter(limit("a", BUY, "12", "100", TimeInForce.IOC)))
                .containsExactly(
                        "a NEW NEW",
                        "a TRADE PARTIALLY_FILLED 11.5 @ 100",
                        "a EXPIRED EXPIRED UNFILLED_IOC_QUANTITY_EXPIRED");
        assertThat(desk.holding("USDT")).isEqualTo("8850 free, 0 locked");
    }

    @Test
    void aFillOrKillOrderTakesAllOrNothing() {
        assertThat(desk.enter(limit("a", BUY, "12", "100", TimeInForce.FOK)))
                .containsExactly("a NEW NEW", "a EXPIRED EXPIRED UNFILLED_FOK_ORDER_EXPIRED");
        assertThat(desk.enter(limit("b", BUY, "11", "100", TimeInForce.FOK)))
                .containsExactly("b NEW NEW", "b TRADE FILLED 11 @ 100");
    }

    @Test
    void aMarketOrderByAmountBuysAsManyLotsAsTheAmountAllows() {
        var quote = market("a", BUY, "0").amountOf("250.05");

        assertThat(desk.enter(quote)).containsExactly("a NEW NEW", "a TRADE FILLED 2.5 @ 100");
    }

    @Test
    void aStopSleepsUntilTheLastTradeReachesIt() {
        assertThat(desk.enter(stop("a", SELL, "1", "99"))).containsExactly("a NEW NEW");

        assertThat(desk.market("99.01", "1", true)).isEmpty();
        assertThat(desk.market("99", "1", true))
                .containsExactly("a NEW NEW", "a TRADE FILLED 1 @ 99");
        assertThat(desk.holding("BTC")).isEqualTo("9 free, 0 locked");
    }

    @Test
    void aTriggeredStopLimitRestsAtItsLimit() {
        desk.enter(Terms.of("a", SELL, OrderType.STOP_LOSS_LIMIT, "1").price("99.5").stop("99"));

        assertThat(desk.market("99", "1", true)).containsExactly("a NEW NEW");
        assertThat(desk.market("99.6", "1", false)).containsExactly("a TRADE FILLED 1 @ 99.5");
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_LOSS, BUY, 99.99",
        "STOP_LOSS, SELL, 100.01",
        "TAKE_PROFIT, BUY, 100.01",
        "TAKE_PROFIT, SELL, 99.99",
    })
    void aConditionalOrderOnTheWrongSideOfTheMarketIsRefused(
            OrderType type, Side side, String stopPrice) {
        refused(
                () -> desk.enter(Terms.of("a", side, type, "1").stop(stopPrice)),
                -2010,
                "Order would trigger immediately.");
    }

    @Test
    void aMakerOrderThatWouldTakeIsRefused() {
        refused(
                () -> desk.enter(maker("a", BUY, "1", "100")),
                -2010,
                "Order would immediately match and take.");
    }

    @Test
    void anOrderWithoutFundsIsRefused() {
        refused(
                () -> desk.enter(limit("a", BUY, "200", "99")),
                -2010,
                "Account has insufficient balance for requested action.");
        refused(
                () -> desk.enter(market("a", SELL, "10.001")),
                -2010,
                "Account has insufficient balance for requested action.");
    }

    @Test
    void aClientIdIsUniqueAmongOpenOrdersOnly() {
        desk.enter(limit("a", BUY, "1", "99"));
        refused(() -> desk.enter(limit("a", BUY, "1", "98")), -2010, "Duplicate order sent.");

        desk.cancel(1);

        assertThat(desk.enter(limit("a", BUY, "1", "98"))).containsExactly("a NEW NEW");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0001, 99, LOT_SIZE",
        "0, 99, LOT_SIZE",
        "1, 99.001, PRICE_FILTER",
        "0.05, 99, NOTIONAL",
        "1, 19.99, PERCENT_PRICE_BY_SIDE",
        "1, 500.01, PERCENT_PRICE_BY_SIDE",
    })
    void aFilterIsNamedWhenItFails(String quantity, String price, String filter) {
        refused(
                () -> desk.enter(limit("a", BUY, quantity, price)),
                -1013,
                "Filter failure: " + filter);
    }

    @Test
    void anAccountHasAtMostFiveConditionalOrdersPerSymbol() {
        for (var i = 0; i < 5; i++) {
            desk.enter(stop("s" + i, SELL, "1", "90"));
        }
        refused(
                () -> desk.enter(stop("s5", SELL, "1", "90")),
                -1013,
                "Filter failure: MAX_NUM_ALGO_ORDERS");
    }

    @Test
    void cancelFreesWhatWasLockedAndASecondCancelIsRefused() {
        desk.enter(limit("a", BUY, "2", "99"));

        assertThat(desk.cancel(1)).containsExactly("a CANCELED CANCELED");
        assertThat(desk.holding("USDT")).isEqualTo("10000 free, 0 locked");
        refused(() -> desk.cancel(1), -2011, "Unknown order sent.");
    }
}

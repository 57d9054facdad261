package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderListTest {
    private final Desk desk = new Desk();

    @Test
    void theLegsOfAnOcoShareOneLock() {
        assertThat(
                        desk.enter(
                                ListKind.OCO,
                                maker("up", SELL, "2", "102"),
                                stop("down", SELL, "2", "98")))
                .containsExactly("list EXEC_STARTED", "up NEW NEW", "down NEW NEW");
        assertThat(desk.holding("BTC")).isEqualTo("8 free, 2 locked");
    }

    @Test
    void theStopExpiresWhenTheLimitLegFillsEvenInPart() {
        desk.enter(ListKind.OCO, maker("up", SELL, "2", "102"), stop("down", SELL, "2", "98"));

        assertThat(desk.market("102", "0.5", false))
                .containsExactly(
                        "down EXPIRED EXPIRED OCO_TRIGGER", "up TRADE PARTIALLY_FILLED 0.5 @ 102");
        assertThat(desk.market("103", "1", false))
                .containsExactly("up TRADE FILLED 1.5 @ 102", "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("8 free, 0 locked");
    }

    @Test
    void theLimitLegExpiresWhenTheStopTriggers() {
        desk.enter(ListKind.OCO, maker("up", SELL, "2", "102"), stop("down", SELL, "2", "98"));

        assertThat(desk.market("98", "0.1", true))
                .containsExactly(
                        "up EXPIRED EXPIRED OCO_TRIGGER",
                        "down NEW NEW",
                        "down TRADE FILLED 2 @ 98",
                        "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("8 free, 0 locked");
    }

    @Test
    void anOcoBuyLocksForItsDearerLeg() {
        desk.enter(ListKind.OCO, stop("up", BUY, "1", "110"), maker("down", BUY, "1", "90"));
        assertThat(desk.holding("USDT")).isEqualTo("9890 free, 110 locked");

        desk.market("89", "1", true);

        assertThat(desk.holding("USDT")).isEqualTo("9910 free, 0 locked");
    }

    @ParameterizedTest
    @CsvSource({"99.99, 98", "102, 100", "98, 99"})
    void anOcoSellNeedsItsTargetAboveAndItsStopBelowTheMarket(String target, String stopPrice) {
        assertThatThrownBy(() ->
                        desk.enter(
                                ListKind.OCO,
                                maker("up", SELL, "1", target),
                                stop("down", SELL, "1", stopPrice)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The relationship of the prices for the orders is not correct.");
    }

    @Test
    void cancelingOneLegCancelsTheWholeList() {
        desk.enter(ListKind.OCO, maker("up", SELL, "2", "102"), stop("down", SELL, "2", "98"));

        assertThat(desk.cancel(2))
                .containsExactly("up CANCELED CANCELED", "down CANCELED CANCELED", "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("10 free, 0 locked");
    }

    @Test
    void pendingLegsOfAnOtocoArePlacedOnlyWhenTheWorkingOrderIsFull() {
        assertThat(
                        desk.enter(
                                ListKind.OTOCO,
                                limit("in", BUY, "2", "99"),
                                maker("up", SELL, "1.9", "102"),
                                stop("down", SELL, "1.9", "97")))
                .containsExactly(
                        "list EXEC_STARTED",
                        "in NEW NEW",
                        "up NEW PENDING_NEW",
                        "down NEW PENDING_NEW");
        assertThat(desk.market("99", "1", true))
                .containsExactly("in TRADE PARTIALLY_FILLED 1 @ 99");
        assertThat(desk.holding("BTC")).isEqualTo("10.999 free, 0 locked");

        assertThat(desk.market("98.9", "1", true))
                .containsExactly(
                        "in TRADE FILLED 1 @ 99", "list UPDATED", "up NEW NEW", "down NEW NEW");
        assertThat(desk.holding("BTC")).isEqualTo("10.098 free, 1.9 locked");
        assertThat(desk.market("97", "1", true))
                .containsExactly(
                        "up EXPIRED EXPIRED OCO_TRIGGER",
                        "down NEW NEW",
                        "down TRADE FILLED 1.9 @ 97",
                        "list ALL_DONE");
    }

    @Test
    void pendingLegsExpireWithAWorkingOrderThatFilledInPart() {
        assertThat(
                        desk.enter(
                                ListKind.OTOCO,
                                limit("in", BUY, "12", "100", TimeInForce.IOC),
                                maker("up", SELL, "12", "102"),
                                stop("down", SELL, "12", "98")))
                .containsExactly(
                        "list EXEC_STARTED",
                        "in NEW NEW",
                        "up NEW PENDING_NEW",
                        "down NEW PENDING_NEW",
                        "in TRADE PARTIALLY_FILLED 11.5 @ 100",
                        "in EXPIRED EXPIRED UNFILLED_IOC_QUANTITY_EXPIRED",
                        "up EXPIRED EXPIRED OTO_PHASE_ONE_EXPIRED",
                        "down EXPIRED EXPIRED OTO_PHASE_ONE_EXPIRED",
                        "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("21.4885 free, 0 locked");
    }

    @Test
    void pendingLegsThatCannotBeCoveredAreRejected() {
        desk.enter(market("all", SELL, "10"));

        assertThat(
                        desk.enter(
                                ListKind.OTOCO,
                                limit("in", BUY, "1", "100.5"),
                                maker("up", SELL, "1", "102"),
                                stop("down", SELL, "1", "98")))
                .endsWith(
                        "up EXPIRED EXPIRED REJECTED",
                        "down EXPIRED EXPIRED REJECTED",
                        "list ALL_DONE");
    }

    @Test
    void anOpocoSellsWhatWasReceivedDownToALotAndNeverLeavesItFree() {
        desk.enter(market("all", SELL, "10"));
        enterOpoco();
        desk.market("99", "1", true);
        assertThat(desk.holding("BTC")).isEqualTo("0 free, 0.999 locked");

        desk.market("98.9", "1", true);

        // 2 less 0.1 % is 1.998, a whole number of lots of 0.001.
        assertThat(desk.holding("BTC")).isEqualTo("0 free, 1.998 locked");
        assertThat(desk.order("up").terms().quantity()).isEqualTo(Desk.amount("1.998"));
        assertThat(desk.market("102.01", "1", false))
                .containsExactly(
                        "down EXPIRED EXPIRED OCO_TRIGGER",
                        "up TRADE FILLED 1.998 @ 102",
                        "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("0 free, 0 locked");
    }

    @Test
    void anOpocoPaysItsCommissionFromTheFreeBalanceIfThatSuffices() {
        enterOpoco();

        desk.market("98.9", "1", true);

        assertThat(desk.holding("BTC")).isEqualTo("9.998 free, 2 locked");
        assertThat(desk.order("up").terms().quantity()).isEqualTo(Desk.amount("2"));
        assertThat(desk.order("down").terms().quantity()).isEqualTo(Desk.amount("2"));
    }

    private void enterOpoco() {
        assertThat(
                        desk.enter(
                                ListKind.OPOCO,
                                limit("in", BUY, "2", "99"),
                                maker("up", SELL, "0", "102"),
                                stop("down", SELL, "0", "97")))
                .containsExactly(
                        "list EXEC_STARTED",
                        "in NEW NEW",
                        "up NEW PENDING_NEW",
                        "down NEW PENDING_NEW");
    }

    @Test
    void whatAnOpoReceivedBecomesFreeWhenItsWorkingOrderIsCanceled() {
        desk.enter(ListKind.OPO, limit("in", BUY, "2", "99"), maker("out", SELL, "0", "102"));
        desk.market("99", "1", true);

        assertThat(desk.cancel(1))
                .containsExactly("in CANCELED CANCELED", "out CANCELED CANCELED", "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("10.999 free, 0 locked");
        assertThat(desk.holding("USDT")).isEqualTo("9901 free, 0 locked");
    }

    @Test
    void anOtoPlacesAMarketOrderAtOnceWhenItsWorkingOrderFills() {
        assertThat(desk.enter(ListKind.OTO, limit("in", BUY, "1", "100"), market("out", SELL, "1")))
                .containsExactly(
                        "list EXEC_STARTED",
                        "in NEW NEW",
                        "out NEW PENDING_NEW",
                        "in TRADE FILLED 1 @ 100",
                        "list UPDATED",
                        "out NEW NEW",
                        "out TRADE FILLED 1 @ 99.99",
                        "list ALL_DONE");
    }
}

package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which legs make a list: the rules of the order list documents, leg by leg. */
class ListShapeTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELL | LIMIT_MAKER | STOP_LOSS",
                "SELL | LIMIT_MAKER | STOP_LOSS_LIMIT",
                "SELL | TAKE_PROFIT | STOP_LOSS",
                "SELL | TAKE_PROFIT_LIMIT | STOP_LOSS_LIMIT",
                "BUY | STOP_LOSS | LIMIT_MAKER",
                "BUY | STOP_LOSS_LIMIT | LIMIT_MAKER",
                "BUY | STOP_LOSS | TAKE_PROFIT",
                "BUY | STOP_LOSS_LIMIT | TAKE_PROFIT_LIMIT",
            })
    void theseLegsMakeAPair(Side side, OrderType above, OrderType below) {
        assertThat(
                        desk.enter(
                                ListKind.OCO,
                                leg("up", side, above, 102),
                                leg("down", side, below, 98)))
                .containsExactly("list EXEC_STARTED", "up NEW NEW", "down NEW NEW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELL | LIMIT | STOP_LOSS | -1158 | Order type not supported in OCO.",
                "SELL | LIMIT_MAKER | MARKET | -1158 | Order type not supported in OCO.",
                "SELL | LIMIT_MAKER | LIMIT_MAKER | -1168 | At least one OCO order must be contingent.",
                "BUY | LIMIT_MAKER | TAKE_PROFIT | -1165 | A limit order in a buy OCO must be below.",
                "SELL | TAKE_PROFIT | LIMIT_MAKER | -1166 | A limit order in a sell OCO must be above.",
                "BUY | STOP_LOSS | STOP_LOSS | -1196 | A stop loss order in a buy OCO must be above.",
                "SELL | STOP_LOSS | STOP_LOSS | -1197 | A stop loss order in a sell OCO must be below.",
                "BUY | TAKE_PROFIT | TAKE_PROFIT | -1198 | A take profit order in a buy OCO must be below.",
                "SELL | TAKE_PROFIT | TAKE_PROFIT | -1199 | A take profit order in a sell OCO must be above.",
            })
    void theseLegsDoNot(Side side, OrderType above, OrderType below, int code, String text) {
        refused(
                () ->
                        desk.enter(
                                ListKind.OCO,
                                leg("up", side, above, 102),
                                leg("down", side, below, 98)),
                code,
                text);
    }

    @Test
    void anIcebergLegNeedsGtc() {
        var leg = leg("down", SELL, OrderType.STOP_LOSS_LIMIT, 98).iceberg("0.5");

        refused(
                () ->
                        desk.enter(
                                ListKind.OCO,
                                maker("up", SELL, "1", "102"),
                                leg.timeInForce(TimeInForce.IOC)),
                -1160,
                "Parameter 'belowIcebergQty' is not supported if 'belowTimeInForce' is not GTC.");
    }

    @ParameterizedTest
    @CsvSource({"TAKE_PROFIT, 100, 98", "TAKE_PROFIT_LIMIT, 100, 98", "TAKE_PROFIT, 102, 100"})
    void theMarketMustLieBetweenTheLegs(OrderType above, int up, int down) {
        refused(
                () ->
                        desk.enter(
                                ListKind.OCO,
                                leg("up", SELL, above, up),
                                leg("down", SELL, OrderType.STOP_LOSS, down)),
                -2010,
                "The relationship of the prices for the orders is not correct.");
    }

    @ParameterizedTest
    @CsvSource({"MARKET", "STOP_LOSS_LIMIT", "TAKE_PROFIT"})
    void aWorkingOrderIsALimitOrder(OrderType type) {
        refused(
                () ->
                        desk.enter(
                                ListKind.OTO,
                                leg("in", BUY, type, 99),
                                maker("out", SELL, "1", "102")),
                -1014,
                "Unsupported order combination.");
    }

    @Test
    void anOpoBuysAndThenSells() {
        refused(
                () ->
                        desk.enter(
                                ListKind.OPO,
                                limit("in", SELL, "1", "101"),
                                maker("out", SELL, "0", "102")),
                -1222,
                "Working order in an OPO list must be a bid.");
        refused(
                () ->
                        desk.enter(
                                ListKind.OPO,
                                limit("in", BUY, "1", "99"),
                                maker("out", BUY, "0", "98")),
                -1223,
                "Pending orders in an OPO list must be asks.");
    }

    @ParameterizedTest
    @CsvSource({
        "LIMIT",
        "MARKET",
        "STOP_LOSS",
        "STOP_LOSS_LIMIT",
        "TAKE_PROFIT",
        "TAKE_PROFIT_LIMIT",
        "LIMIT_MAKER"
    })
    void aPendingOrderCanBeOfAnyType(OrderType type) {
        var level = type == OrderType.STOP_LOSS || type == OrderType.STOP_LOSS_LIMIT ? 90 : 110;

        assertThat(
                        desk.enter(
                                ListKind.OTO,
                                limit("in", BUY, "1", "99"),
                                leg("out", SELL, type, level)))
                .containsExactly("list EXEC_STARTED", "in NEW NEW", "out NEW PENDING_NEW");
        assertThat(desk.market("98", "1", true)).contains("in TRADE FILLED 1 @ 99", "out NEW NEW");
    }

    @Test
    void aListWhoseSymbolHasNoListsIsRefused() {
        var none =
                new Abilities(
                        EnumSet.allOf(OrderType.class),
                        true,
                        false,
                        true,
                        false,
                        true,
                        true,
                        true,
                        true,
                        true,
                        StpMode.EXPIRE_MAKER,
                        EnumSet.allOf(StpMode.class));
        var plain = new Desk(Desk.BTC.with(none, Optional.empty()));

        refused(
                () ->
                        plain.enter(
                                ListKind.OCO,
                                maker("up", SELL, "1", "102"),
                                stop("down", SELL, "1", "98")),
                -2010,
                "OCO orders are not supported for this symbol");
        refused(
                () ->
                        plain.enter(
                                ListKind.OPO,
                                limit("in", BUY, "1", "99"),
                                maker("out", SELL, "0", "102")),
                -2010,
                "OPO orders are not supported for this symbol.");
    }

    @Test
    void aPendingOrderThatTheMarketHasPassedIsRejectedAndNothingStaysLocked() {
        desk.enter(
                ListKind.OPOCO,
                limit("in", BUY, "1", "99"),
                maker("up", SELL, "0", "102"),
                stop("down", SELL, "0", "98.5"));

        assertThat(desk.market("98", "1", true))
                .containsExactly(
                        "in TRADE FILLED 1 @ 99",
                        "up EXPIRED EXPIRED REJECTED",
                        "down EXPIRED EXPIRED REJECTED",
                        "list ALL_DONE");
        assertThat(desk.holding("BTC")).isEqualTo("10.999 free, 0 locked");
    }

    @Test
    void anOpoMarketOrderSellsAtOnceWhatWasBought() {
        desk.enter(ListKind.OPO, limit("in", BUY, "1", "99"), market("out", SELL, "0"));

        assertThat(desk.market("98", "1", true))
                .containsExactly(
                        "in TRADE FILLED 1 @ 99",
                        "list UPDATED",
                        "out NEW NEW",
                        "out TRADE FILLED 1 @ 98",
                        "list ALL_DONE");
    }

    private static Terms leg(String id, Side side, OrderType type, int level) {
        var terms = Terms.of(id, side, type, "1");
        if (type.priced()) {
            terms.price(String.valueOf(level));
        }
        return type.conditional() ? terms.stop(String.valueOf(level)) : terms;
    }
}

package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.FilterDesk.check;
import static pro.cryptotrader.simulator.matching.FilterDesk.desk;
import static pro.cryptotrader.simulator.matching.FilterDesk.lax;
import static pro.cryptotrader.simulator.matching.FilterDesk.rules;
import static pro.cryptotrader.simulator.matching.FilterDesk.symbol;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters that look at what an account has open, or would have. */
class AccountFiltersTest {
    @ParameterizedTest
    @CsvSource({"1, true", "1.001, false"})
    void maxPositionCountsWhatIsHeldAndWhatIsBeingBought(String quantity, boolean passes) {
        var desk = desk(new Filter.MaxPosition(amount("13")));
        desk.enter(maker("open", BUY, "2", "99"));

        check(desk, limit("a", BUY, quantity, "99"), "MAX_POSITION", passes);
        check(desk, limit("b", SELL, "1", "101"), "MAX_POSITION", true);
    }

    @Test
    void maxNumOrdersCountsOrdersOfEveryKind() {
        var desk = desk(new Filter.MaxNum(Filter.Kind.ORDERS, 3));
        desk.enter(maker("1", BUY, "1", "99"));
        desk.enter(stop("2", SELL, "1", "90"));

        check(desk, limit("3", BUY, "1", "98"), "MAX_NUM_ORDERS", true);
        check(desk, limit("4", BUY, "1", "98"), "MAX_NUM_ORDERS", false);
        desk.cancel(1);
        check(desk, limit("5", BUY, "1", "98"), "MAX_NUM_ORDERS", true);
    }

    @Test
    void aListCountsAllItsOrders() {
        var desk = desk(new Filter.MaxNum(Filter.Kind.ORDERS, 2));

        refused(
                () ->
                        desk.enter(
                                ListKind.OTOCO,
                                limit("in", BUY, "1", "99"),
                                maker("up", SELL, "1", "102"),
                                stop("down", SELL, "1", "98")),
                -1013,
                "Filter failure: MAX_NUM_ORDERS");
        desk.enter(ListKind.OTO, limit("in", BUY, "1", "99"), maker("up", SELL, "1", "102"));
    }

    @Test
    void maxNumAlgoOrdersCountsConditionalOrdersOnly() {
        var desk = desk(new Filter.MaxNum(Filter.Kind.ALGO_ORDERS, 1));
        desk.enter(stop("1", SELL, "1", "90"));

        check(desk, stop("2", SELL, "1", "90"), "MAX_NUM_ALGO_ORDERS", false);
        check(desk, limit("3", BUY, "1", "99"), "MAX_NUM_ALGO_ORDERS", true);
    }

    @Test
    void maxNumIcebergOrdersCountsIcebergsOnly() {
        var desk = desk(new Filter.MaxNum(Filter.Kind.ICEBERG_ORDERS, 1));
        desk.enter(limit("1", BUY, "1", "99").iceberg("0.5"));

        check(desk, limit("2", BUY, "1", "99").iceberg("0.5"), "MAX_NUM_ICEBERG_ORDERS", false);
        check(desk, limit("3", BUY, "1", "99"), "MAX_NUM_ICEBERG_ORDERS", true);
    }

    @Test
    void maxNumOrderListsCountsOpenLists() {
        var desk = desk(new Filter.MaxNum(Filter.Kind.ORDER_LISTS, 1));
        desk.enter(ListKind.OTO, limit("in", BUY, "1", "99"), maker("up", SELL, "1", "102"));

        refused(
                () ->
                        desk.engine.enter(
                                "ann",
                                ListKind.OTO,
                                "other",
                                List.of(
                                        limit("in2", BUY, "1", "99").terms(),
                                        maker("up2", SELL, "1", "102").terms()),
                                desk.now()),
                -1013,
                "Filter failure: MAX_NUM_ORDER_LISTS");
        desk.cancel(1);
        desk.enter(ListKind.OTO, limit("in", BUY, "1", "99"), maker("up", SELL, "1", "102"));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERS, EXCHANGE_MAX_NUM_ORDERS",
        "ALGO_ORDERS, EXCHANGE_MAX_NUM_ALGO_ORDERS",
        "ICEBERG_ORDERS, EXCHANGE_MAX_NUM_ICEBERG_ORDERS",
    })
    void exchangeFiltersCountOverAllSymbols(Filter.Kind kind, String name) {
        var other = Instrument.of("ETHUSDT", "ETH", "USDT", lax(), Desk.BTC.liquidity());
        var desk =
                new Desk(
                        List.of(symbol(lax()), other),
                        rules(List.of(new Filter.ExchangeMaxNum(kind, 1)), Map.of()));
        desk.engine.trade("ETHUSDT", amount("100"), amount("1"), false, desk.now());
        Terms first =
                kind == Filter.Kind.ALGO_ORDERS
                        ? stop("1", BUY, "1", "110")
                        : limit("1", BUY, "1", "99").iceberg("0.5");
        Terms second =
                kind == Filter.Kind.ALGO_ORDERS
                        ? stop("2", BUY, "1", "110")
                        : limit("2", BUY, "1", "99").iceberg("0.5");
        desk.enter(first.on("ETHUSDT"));

        check(desk, second, name, false);
    }

    @Test
    void exchangeMaxNumOrderListsCountsOverAllSymbols() {
        var desk =
                new Desk(
                        List.of(symbol(lax())),
                        rules(
                                List.of(new Filter.ExchangeMaxNum(Filter.Kind.ORDER_LISTS, 0)),
                                Map.of()));

        refused(
                () ->
                        desk.enter(
                                ListKind.OTO,
                                limit("in", BUY, "1", "99"),
                                maker("up", SELL, "1", "102")),
                -1013,
                "Filter failure: EXCHANGE_MAX_NUM_ORDER_LISTS");
    }

    @ParameterizedTest
    @CsvSource({"BTC, 2", "USDT, 198"})
    void maxAssetLimitsQuantityOfTheBaseAndNotionalOfTheQuote(String asset, String most) {
        var desk = new Desk(List.of(symbol(lax())), rules(List.of(), Map.of(asset, amount(most))));

        check(desk, limit("a", BUY, "2", "99"), "MAX_ASSET", true);
        check(desk, limit("b", BUY, "2.001", "99"), "MAX_ASSET", false);
    }
}

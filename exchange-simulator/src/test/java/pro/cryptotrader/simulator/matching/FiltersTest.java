package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.market;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.FilterDesk.check;
import static pro.cryptotrader.simulator.matching.FilterDesk.lax;
import static pro.cryptotrader.simulator.matching.FilterDesk.symbol;
import static pro.cryptotrader.simulator.matching.Side.BUY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter at its edge, with Binance's code and message. */
class FiltersTest {
    @ParameterizedTest
    @CsvSource({"9.99, false", "10, true", "200, true", "200.01, false", "99.995, false"})
    void priceFilterLimitsPriceAndStopPrice(String price, boolean passes) {
        var filter = new Filter.PriceFilter(amount("10"), amount("200"), amount("0.01"));

        check(filter, limit("a", BUY, "1", price), passes);
        check(filter, stop("a", BUY, "1", price), passes);
        check(filter, market("a", BUY, "1"), true);
    }

    @Test
    void zeroDisablesAPartOfThePriceFilter() {
        check(new Filter.PriceFilter(0, 0, 1), limit("a", BUY, "1", "1234567.12345678"), true);
    }

    @ParameterizedTest
    @CsvSource({"0.9, false", "1, true", "9, true", "9.1, false", "1.05, false"})
    void lotSizeLimitsQuantityAndIcebergQuantity(String quantity, boolean passes) {
        var filter = new Filter.LotSize(amount("1"), amount("9"), amount("0.1"));

        check(filter, limit("a", BUY, quantity, "99"), passes);
        check(filter, market("a", BUY, quantity), passes);
        check(filter, limit("a", BUY, "9", "99").iceberg(quantity), passes);
        check(filter, market("a", BUY, "0").amountOf("100"), true);
    }

    @ParameterizedTest
    @CsvSource({"0.9, false", "1, true", "3, true", "3.1, false", "1.25, false"})
    void marketLotSizeConcernsMarketOrdersOnly(String quantity, boolean passes) {
        var filter = new Filter.MarketLotSize(amount("1"), amount("3"), amount("0.1"));

        check(filter, market("a", BUY, quantity), passes);
        check(filter, limit("a", BUY, quantity, "99"), true);
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5, true", "50, true", "50.01, false"})
    void notionalLimitsPriceTimesQuantity(String price, boolean passes) {
        check(
                new Filter.Notional(amount("5"), true, amount("50"), false, 0),
                limit("a", BUY, "1", price),
                passes);
    }

    @ParameterizedTest
    @CsvSource({
        "0.04, true, true, false",
        "0.04, false, true, true",
        "0.06, true, true, false",
        "0.06, true, false, true",
        "0.05, true, true, true",
    })
    void notionalConcernsMarketOrdersIfItSaysSo(
            String quantity, boolean minToMarket, boolean maxToMarket, boolean passes) {
        check(
                new Filter.Notional(amount("5"), minToMarket, amount("5"), maxToMarket, 0),
                market("a", BUY, quantity),
                passes);
    }

    @ParameterizedTest
    @CsvSource({"0.04, true, false", "0.04, false, true", "0.05, true, true"})
    void minNotionalConcernsMarketOrdersIfItSaysSo(
            String quantity, boolean toMarket, boolean passes) {
        check(new Filter.MinNotional(amount("5"), toMarket, 0), market("a", BUY, quantity), passes);
        check(
                new Filter.MinNotional(amount("5"), toMarket, 0),
                limit("a", BUY, quantity, "100"),
                quantity.equals("0.05"));
    }

    @ParameterizedTest
    @CsvSource({"69.99, false", "70, true", "130, true", "130.01, false"})
    void percentPriceIsAroundTheMarket(String price, boolean passes) {
        check(
                new Filter.PercentPrice(amount("1.3"), amount("0.7"), 0),
                limit("a", BUY, "1", price),
                passes);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 19.99, false",
        "BUY, 20, true",
        "BUY, 120, true",
        "BUY, 120.01, false",
        "SELL, 79.99, false",
        "SELL, 80, true",
        "SELL, 500, true",
        "SELL, 500.01, false",
    })
    void percentPriceBySideDiffersBySide(Side side, String price, boolean passes) {
        check(
                new Filter.PercentPriceBySide(
                        amount("1.2"), amount("0.2"), amount("5"), amount("0.8"), 0),
                limit("a", side, "1", price),
                passes);
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "0.099, false"})
    void icebergPartsRoundsUp(String shown, boolean passes) {
        check(new Filter.IcebergParts(10), limit("a", BUY, "1", "99").iceberg(shown), passes);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_LOSS, BUY, 9, false",
        "STOP_LOSS, BUY, 10, true",
        "STOP_LOSS, BUY, 200, true",
        "STOP_LOSS, BUY, 201, false",
        "TAKE_PROFIT, SELL, 200, true",
        "TAKE_PROFIT, SELL, 201, false",
        "STOP_LOSS, SELL, 29, false",
        "STOP_LOSS, SELL, 30, true",
        "STOP_LOSS, SELL, 400, true",
        "STOP_LOSS, SELL, 401, false",
        "TAKE_PROFIT, BUY, 29, false",
        "TAKE_PROFIT, BUY, 30, true",
    })
    void trailingDeltaDependsOnWhereTheStopLies(
            OrderType type, Side side, int delta, boolean passes) {
        check(
                new Filter.TrailingDelta(10, 200, 30, 400),
                Terms.of("a", side, type, "1").trailing(delta),
                passes);
    }

    @Test
    void theAverageIsVolumeWeightedOverTheLastMinutes() {
        var filters = new ArrayList<>(lax());
        filters.add(new Filter.PercentPrice(amount("1.1"), amount("0.9"), 5));
        var engine = new Engine(List.of(symbol(filters)), Rules.of(Commission.flat(0)));
        engine.trade(Desk.SYMBOL, amount("50"), amount("100"), false, 0);
        engine.trade(Desk.SYMBOL, amount("100"), amount("3"), false, 60_000);
        engine.trade(Desk.SYMBOL, amount("200"), amount("1"), false, 299_000);

        assertThat(engine.averagePrice(Desk.SYMBOL, 299_999)).isEqualTo(amount("52.88461538"));
        assertThat(engine.averagePrice(Desk.SYMBOL, 300_000)).isEqualTo(amount("125"));
        engine.open("ann", Map.of("USDT", amount("1000")), 300_000);
        refused(
                () -> engine.enter("ann", limit("a", BUY, "1", "138").terms(), 300_000),
                -1013,
                "Filter failure: PERCENT_PRICE");
        engine.enter("ann", limit("a", BUY, "1", "137").terms(), 300_000);
        assertThat(engine.averagePrice(Desk.SYMBOL, 3_600_000)).isEqualTo(amount("200"));
    }

    @Test
    void filtersAreLookedAtInTheOrderInWhichTheSymbolListsThem() {
        var desk =
                new Desk(
                        symbol(
                                List.of(
                                        new Filter.Notional(
                                                amount("5"), true, amount("9"), true, 0),
                                        new Filter.LotSize(
                                                amount("1"), amount("9"), amount("1")))));

        check(desk, limit("a", BUY, "0.01", "99"), "NOTIONAL", false);
    }
}

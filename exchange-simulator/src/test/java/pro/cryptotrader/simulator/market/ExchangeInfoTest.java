package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.StpMode;

class ExchangeInfoTest {
    @TempDir private Path folder;

    @Test
    void filtersKeepTheirOrderAndWhatIsNotStatedIsAllowed() throws IOException {
        var path = folder.resolve("info.json");
        Files.writeString(
                path,
                """
                {"exchangeFilters":[{"filterType":"EXCHANGE_MAX_NUM_ORDERS","maxNumOrders":1000}],
                 "symbols":[{"symbol":"XY","baseAsset":"X","quoteAsset":"Y","ocoAllowed":false,
                   "quoteCommissionPrecision":4,"orderTypes":["LIMIT"],
                   "filters":[
                     {"filterType":"LOT_SIZE","minQty":"1","maxQty":"9","stepSize":"1"},
                     {"filterType":"PRICE_FILTER","minPrice":"0.1","maxPrice":"7","tickSize":"0.1"},
                     {"filterType":"OF_ANOTHER_TIME"},
                     {"filterType":"MAX_NUM_ICEBERG_ORDERS","maxNumIcebergOrders":3}]}]}
                """);

        var info = ExchangeInfo.read(path);

        var symbol = symbol(info, "XY");
        assertThat(symbol.filters())
                .containsExactly(
                        new Filter.LotSize(Amounts.ONE, 9 * Amounts.ONE, Amounts.ONE),
                        new Filter.PriceFilter(Amounts.ONE / 10, 7 * Amounts.ONE, Amounts.ONE / 10),
                        new Filter.MaxNum(Filter.Kind.ICEBERG_ORDERS, 3));
        assertThat(symbol.abilities().oco()).isFalse();
        assertThat(symbol.abilities().trailingStop()).isTrue();
        assertThat(symbol.quoteDecimals()).isEqualTo(4);
        assertThat(info.exchangeFilters())
                .containsExactly(new Filter.ExchangeMaxNum(Filter.Kind.ORDERS, 1000));
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        var path = Files.writeString(folder.resolve("info.json"), "{}");

        assertThatThrownBy(() -> ExchangeInfo.read(path)).hasMessageContaining("has no 'symbols'");
    }

    @Test
    void recordedExchangeInformationIsUnderstood() {
        var path = recorded("binance-spot-2025-08-07-subset25.json");

        var btc = symbol(ExchangeInfo.read(path), "BTCUSDT");

        assertThat(btc.filters()).hasSize(9).contains(new Filter.TrailingDelta(10, 2000, 10, 2000));
        assertThat(btc.abilities().defaultStp()).isEqualTo(StpMode.EXPIRE_MAKER);
        assertThat(btc.averageMinutes()).isEqualTo(5);
    }

    @Test
    void recordedExchangeInformationOfAnotherTimeIsUnderstoodToo() {
        var path = recorded("binance-spot-2021-10-12-full.json.gz");

        var info = ExchangeInfo.read(path);

        assertThat(info.instruments()).hasSize(1695);
        assertThat(info.instruments().values())
                .allSatisfy(symbol -> assertThat(symbol.tick()).isPositive());
    }

    private static Instrument symbol(ExchangeInfo info, String name) {
        return Optional.ofNullable(info.instruments().get(name)).orElseThrow();
    }

    private static Path recorded(String name) {
        var folder =
                Optional.ofNullable(System.getenv("MARKET_DATA"))
                        .orElse("../../shared/market-data");
        var path = Path.of(folder, "exchange-info", name);
        assumeTrue(Files.exists(path), "MARKET_DATA names no folder with recorded exchange-info");
        return path;
    }
}

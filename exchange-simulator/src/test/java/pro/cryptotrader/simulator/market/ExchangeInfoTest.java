package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Sor;
import pro.cryptotrader.simulator.matching.Standing;
import pro.cryptotrader.simulator.matching.StpMode;
import pro.cryptotrader.simulator.matching.SymbolStatus;

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
    void statusPermissionsLimitsAndRoutesAreUnderstood() throws IOException {
        var path =
                Files.writeString(
                        folder.resolve("info.json"),
                        """
                        {"rateLimits":[{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":7}],
                         "sors":[{"baseAsset":"X","symbols":["XY","XZ"]}],
                         "symbols":[
                           {"symbol":"XY","status":"AUCTION_MATCH","permissionSets":[["SPOT","A"],["B"]],
                            "isSpotTradingAllowed":false,"quotePrecision":6},
                           {"symbol":"XZ","status":"CANCEL_ONLY","permissions":["MARGIN"]},
                           {"symbol":"XU"}]}
                        """);

        var info = ExchangeInfo.read(path);

        assertThat(info.limit("ORDERS", "SECOND", 10)).hasValue(7);
        assertThat(info.limit("ORDERS", "DAY", 1)).isEmpty();
        assertThat(info.sors()).containsExactly(new Sor("X", List.of("XY", "XZ")));
        assertThat(symbol(info, "XY").standing())
                .isEqualTo(
                        new Standing(
                                SymbolStatus.BREAK,
                                false,
                                false,
                                List.of(List.of("SPOT", "A"), List.of("B")),
                                8,
                                6));
        assertThat(symbol(info, "XZ").standing().status()).isEqualTo(SymbolStatus.CANCEL_ONLY);
        assertThat(symbol(info, "XZ").standing().permissionSets())
                .containsExactly(List.of("MARGIN"));
        assertThat(symbol(info, "XU").standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void whatIsWrongInAFileIsSaidWithFileAndSymbol() throws IOException {
        var torn = Files.writeString(folder.resolve("torn.json"), "{\"symbols\":[");
        var type =
                Files.writeString(
                        folder.resolve("type.json"),
                        "{\"symbols\":[{\"symbol\":\"XY\",\"orderTypes\":[\"TWAP\"]}]}");
        var filter =
                Files.writeString(
                        folder.resolve("filter.json"),
                        "{\"symbols\":[{\"symbol\":\"XY\",\"filters\":[{\"filterType\":\"LOT_SIZE\"}]}]}");

        assertThatThrownBy(() -> ExchangeInfo.read(folder.resolve("none.json")))
                .hasMessageEndingWith("none.json: there is no such readable file");
        assertThatThrownBy(() -> ExchangeInfo.read(torn))
                .hasMessageContaining("torn.json is no exchangeInfo: Unexpected end-of-input");
        assertThatThrownBy(() -> ExchangeInfo.read(type))
                .hasMessageContaining("type.json: symbol 'XY' cannot be understood")
                .hasMessageContaining("TWAP");
        assertThatThrownBy(() -> ExchangeInfo.read(filter))
                .hasMessageEndingWith("minQty of LOT_SIZE is '', but must be a decimal number");
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

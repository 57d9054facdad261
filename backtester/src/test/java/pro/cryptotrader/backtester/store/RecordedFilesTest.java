package pro.cryptotrader.backtester.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.backtester.data.Verification;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Binance's own files, from the folder that the environment variable {@code MARKET_DATA} names;
 * what must come of them stands in that folder's manifest.
 */
class RecordedFilesTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");

    @TempDir private Path folder;

    private static Path recorded() {
        var named = System.getProperty("MARKET_DATA", System.getenv("MARKET_DATA"));
        return Stream.of(named, "../../shared/market-data", "../../../shared/market-data")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(RecordedFilesTest::skip);
    }

    private static Path skip() {
        assumeTrue(false, "MARKET_DATA names no folder with recorded candles");
        return Path.of("");
    }

    private CandleStore imported(String folderOrFile) throws IOException {
        var store = new CandleStore(folder);
        var done =
                new CandleImport(store, null, null, Interval.M1)
                        .run(recorded().resolve(folderOrFile), each -> {});
        assertThat(done).isNotEmpty().allSatisfy(each -> assertThat(each.refused()).isZero());
        return store;
    }

    @Test
    void everyCandleFileIsTakenWhole() throws IOException {
        var store = imported("candles");
        assertThat(store.list())
                .extracting(each -> each.symbol() + " " + each.interval().code())
                .containsExactly(
                        "BTC/USDT 1m",
                        "BTC/USDT 5m",
                        "BTC/USDT 1h",
                        "ETH/USDT 1m",
                        "ETH/USDT 5m",
                        "ETH/USDT 1h");
        assertThat(store.open(BTC, Interval.M1).size()).isEqualTo(43_200 * 2 + 41_476 + 41_760);
        for (var each : store.list()) {
            assertThat(each.bytes() / (double) each.size()).isLessThan(24);
        }
    }

    @Test
    void theVenuesOutagesAreFound() throws IOException {
        var store = imported("candles/BTCUSDT-5m-2020-12-01_2021-07-16.csv.gz");
        var report = Verification.of(store.open(BTC, Interval.M5));
        assertThat(report.candles()).isEqualTo(65_487);
        assertThat(report.gaps()).isEqualTo(6);
        assertThat(report.missing()).isEqualTo(177);
        assertThat(report.quiet()).isEqualTo(28);
        assertThat(report.isSound()).isTrue();
        assertThat(report.problems().getFirst())
                .isEqualTo("2020-12-21T18:00:00Z: 46 candles are missing before it, PT3H50M");
    }

    @Test
    void recordedTradesBecomeCandles() throws IOException {
        var store = imported("trades/XRPETH-aggTrades-2019-10-11_2019-10-13.csv.gz");
        var report = Verification.of(store.open(Symbol.of("XRP/ETH"), Interval.M1));
        assertThat(report.isSound()).isTrue();
        assertThat(List.of(report.gaps(), report.implausible())).containsExactly(0L, 0L);
    }
}

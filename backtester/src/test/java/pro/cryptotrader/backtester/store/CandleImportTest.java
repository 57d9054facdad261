package pro.cryptotrader.backtester.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.backtester.store.SomeCandles.BTC;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;

class CandleImportTest {
    @TempDir private Path folder;
    private final List<Candle> candles = SomeCandles.of(3_000, 1);
    private CandleStore store;
    private Path files;

    @BeforeEach
    void makeFolders() throws IOException {
        store = new CandleStore(folder.resolve("store"));
        files = Files.createDirectories(folder.resolve("files/sub"));
    }

    private ImportedFile only() throws IOException {
        var done = run();
        assertThat(done).hasSize(1);
        return done.getFirst();
    }

    private List<ImportedFile> run() throws IOException {
        return new CandleImport(store, null, null, Interval.M1)
                .run(folder.resolve("files"), done -> {});
    }

    private List<Candle> stored() throws IOException {
        var all = new ArrayList<Candle>();
        try (var stored = store.open(BTC, Interval.M1).candles(Instant.EPOCH, Instant.MAX)) {
            stored.forEachRemaining(all::add);
        }
        return all;
    }

    private static byte[] csv(List<Candle> candles, int perMillisecond) {
        return candles.stream()
                .map(candle -> line(candle, perMillisecond))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(Candle candle, int perMillisecond) {
        return "%d,%s,%s,%s,%s,%s,%d,%s,%d,0,0,0%n"
                .formatted(
                        candle.openTime().toEpochMilli() * perMillisecond,
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume().toPlainString(),
                        (candle.closeTime().toEpochMilli() - 1) * perMillisecond,
                        candle.quoteVolume().toPlainString(),
                        candle.trades());
    }

    private void write(String name, byte[] content) throws IOException {
        try (OutputStream out = Files.newOutputStream(files.resolve(name))) {
            if (name.endsWith(".gz")) {
                try (var gzip = new GZIPOutputStream(out)) {
                    gzip.write(content);
                }
            } else if (name.endsWith(".zip")) {
                try (var zip = new ZipOutputStream(out)) {
                    zip.putNextEntry(new ZipEntry(name.replace(".zip", ".csv")));
                    zip.write(content);
                }
            } else {
                out.write(content);
            }
        }
    }

    @Test
    void filesOfEveryKindAndBothStampsBecomeOneHistory() throws IOException {
        write("BTCUSDT-1m-2023-01.csv", csv(candles.subList(0, 900), 1));
        write("BTCUSDT-1m-2023-02.csv.gz", csv(candles.subList(900, 1_800), 1));
        write("BTCUSDT-1m-2025-01.zip", csv(candles.subList(1_800, 3_000), 1_000));
        write("README.txt", new byte[] {1});
        assertThat(run()).extracting(ImportedFile::added).containsExactly(900L, 900L, 1_200L);
        assertThat(stored()).isEqualTo(candles);
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        write("BTCUSDT-1m-2023-01.csv", csv(candles, 1));
        run();
        var bytes = Files.readAllBytes(folder.resolve("store/BTC-USDT/1m.candles"));
        assertThat(only().unchanged()).isEqualTo(3_000);
        assertThat(Files.readAllBytes(folder.resolve("store/BTC-USDT/1m.candles")))
                .isEqualTo(bytes);
    }

    @Test
    void anEarlierFileGoesBeforeWhatIsThereAndACorrectionInItsPlace() throws IOException {
        write("BTCUSDT-1m-2023-02.csv", csv(candles.subList(1_000, 3_000), 1));
        run();
        var earlier = new ArrayList<>(candles.subList(0, 1_500));
        var old = earlier.get(1_200);
        earlier.set(1_200, SomeCandles.candle(old.openTime(), "30000", "1", "30000"));
        write("BTCUSDT-1m-2023-02.csv", csv(earlier, 1));
        var done = only();
        assertThat(done.added()).isEqualTo(1_000);
        assertThat(done.replaced()).isEqualTo(1);
        assertThat(done.unchanged()).isEqualTo(499);
        var expected = new ArrayList<>(candles);
        expected.set(1_200, earlier.get(1_200));
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    void linesInDisorderFindTheirPlace() throws IOException {
        write("BTCUSDT-1m-2023-01.csv", csv(candles.reversed(), 1));
        assertThat(only().added()).isEqualTo(3_000);
        assertThat(stored()).isEqualTo(candles);
    }

    @Test
    void badLinesAreRefusedWithTheirNumbersAndTheRestIsTaken() throws IOException {
        var content =
                "open_time,open,high,low,close,volume,close_time,quote_volume,count\n"
                        + line(candles.get(0), 1)
                        + line(candles.get(0), 1)
                        + line(candles.get(1), 1).replaceFirst("^(\\d+,)[^,]+", "$1900000")
                        + "garbage\n"
                        + line(candles.get(2), 1);
        write("BTCUSDT-1m-2023-01.csv", content.getBytes(StandardCharsets.US_ASCII));
        var done = only();
        assertThat(stored()).containsExactly(candles.get(0), candles.get(2));
        assertThat(done.refused()).isEqualTo(3);
        assertThat(done.problems().get(0)).startsWith("line 3:").contains("comes twice");
        assertThat(done.problems().get(1)).startsWith("line 4:").contains("contradict");
        assertThat(done.problems().get(2)).startsWith("line 5:").contains("at least 9 fields");
    }

    @Test
    void aFileWithoutANameThatSaysWhatItIsIsLeftOut() throws IOException {
        write("mine.csv", csv(candles, 1));
        assertThat(only().problems()).singleElement().asString().contains("does not say symbol");
        new CandleImport(store, BTC, Interval.M1, Interval.M1)
                .run(folder.resolve("files"), done -> {});
        assertThat(stored()).isEqualTo(candles);
    }

    @Test
    void tradesOfBothKindsBecomeCandles() throws IOException {
        long start = 1_700_000_040_000L;
        var single =
                "1,100.5,2,201,%d,true,true\n2,99,1,99,%d,False,True\n3,101,1,101,%d,true,true\n"
                        .formatted(start, start + 59_999, start + 180_000);
        write("BTCUSDT-trades-2023-11-14.csv", single.getBytes(StandardCharsets.US_ASCII));
        run();
        assertThat(stored()).hasSize(4);
        var first = stored().getFirst();
        assertThat(first.open().toString()).isEqualTo("100.5");
        assertThat(first.low().toString()).isEqualTo("99");
        assertThat(first.close().toString()).isEqualTo("99");
        assertThat(first.quoteVolume()).isEqualByComparingTo("300");
        assertThat(first.trades()).isEqualTo(2);
        assertThat(stored().get(1).trades()).isZero();
        assertThat(stored().get(1).close().toString()).isEqualTo("99");

        Files.delete(files.resolve("BTCUSDT-trades-2023-11-14.csv"));
        var aggregated = "7,102,3,10,14,%d000,True,True\n".formatted(start + 240_000);
        write("BTCUSDT-aggTrades-2025-11-14.csv", aggregated.getBytes(StandardCharsets.US_ASCII));
        run();
        assertThat(stored().getLast().trades()).isEqualTo(5);
    }
}

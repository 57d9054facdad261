package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.matching.Amounts;

class ReplayTapeTest {
    private static final String TWO_MINUTES =
            """
            1693526400000,25940.77,25950.75,25931.11,25932.18,130.58603,1693526459999,3387745.04,998,91.27,2367804.69,0
            1693526460000,25932.19,25940.78,25932.18,25937.02,15.74480,1693526519999,408377.50,510,8.10,210145.56,0
            """;

    @TempDir private Path folder;

    @Test
    void minutesRebuiltFromTheTapeAreTheRecordedOnes() throws IOException {
        var tape = tape(plain("BTCUSDT-1m-2023-09.csv", TWO_MINUTES));

        assertThat(described(tape.next()))
                .isEqualTo(
                        "1693526400000 BTCUSDT 25940.77000000 25950.75000000 25931.11000000 25932.18000000 130.58603000");
        assertThat(described(tape.next()))
                .isEqualTo(
                        "1693526460000 BTCUSDT 25932.19000000 25940.78000000 25932.18000000 25937.02000000 15.74480000");
        assertThat(tape.next()).isEmpty();
    }

    @Test
    void headersMicrosecondsGzipAndZipMakeNoDifference() throws IOException {
        var micros =
                "open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore\n"
                        + TWO_MINUTES.replace("0000,25", "0000000,25").replace("9999,", "9999999,");
        var expected = trades(tape(plain("BTCUSDT-1m-a.csv", TWO_MINUTES)));

        assertThat(trades(tape(plain("BTCUSDT-1m-b.csv", micros)))).isEqualTo(expected);
        assertThat(trades(tape(gzip("BTCUSDT-1m-c.csv.gz", micros)))).isEqualTo(expected);
        assertThat(trades(tape(zip("BTCUSDT-1m-d.zip", TWO_MINUTES)))).isEqualTo(expected);
    }

    @Test
    void aFiveMinuteCandleIsWalkedThroughFiveMinutes() throws IOException {
        var five =
                "1606780800000,19695.87,19720.0,19578.96,19607.03,794.500517,1606781099999,0,0,0,0,0\n";
        var tape = tape(plain("BTCUSDT-5m-2020.csv", five));

        var candle =
                trades(tape).stream()
                        .map(trade -> Candle.of(0, trade))
                        .reduce((a, b) -> a.and(b, 0))
                        .orElseThrow();

        assertThat(text(candle))
                .isEqualTo(
                        "19695.87000000 19720.00000000 19578.96000000 19607.03000000 794.50051700");
    }

    @Test
    void aCandleWithoutVolumeStandsStillAndAHoleIsLeftOut() throws IOException {
        var quiet =
                """
                1693526400000,10.0,10.0,10.0,10.0,0,1693526459999,0,0,0,0,0
                1693526640000,11.0,11.0,11.0,11.0,0,1693526699999,0,0,0,0,0
                """;
        var tape = tape(plain("BTCUSDT-1m-quiet.csv", quiet));

        assertThat(tape.next().orElseThrow())
                .isEqualTo(
                        new MarketTape.Minute(
                                1693526400000L, List.of(), Map.of("BTCUSDT", Amounts.parse("10"))));
        assertThat(tape.next().orElseThrow())
                .isEqualTo(
                        new MarketTape.Minute(
                                1693526640000L, List.of(), Map.of("BTCUSDT", Amounts.parse("11"))));
        assertThat(tape.next()).isEmpty();
    }

    @Test
    void recordedTradesComeAsTheyWere() throws IOException {
        var aggregated =
                """
                13519807,0.00141342,23.00000000,15373518,15373518,1570752011620,True,True
                13519808,0.00141266,54.00000000,15373519,15373519,1570752011620,False,True
                13519809,0.00141266,8.00000000,15373520,15373520,1570752137964,True,True
                """;
        var tape = tape(plain("XRPETH-aggTrades-2019.csv", aggregated));

        var first = tape.next().orElseThrow();
        assertThat(first.trades())
                .containsExactly(
                        new MarketTrade(
                                "XRPETH", 13519807, 1570752011620L, 141_342, 2_300_000_000L, true),
                        new MarketTrade(
                                "XRPETH",
                                13519808,
                                1570752011620L,
                                141_266,
                                5_400_000_000L,
                                false));
        assertThat(tape.next().orElseThrow().trades()).isEmpty();
        assertThat(tape.next().orElseThrow().trades()).hasSize(1);
        assertThat(tape.next()).isEmpty();
    }

    @Test
    void aReplayThatBeginsLaterSaysTheSameFromThereOn() throws IOException {
        var file = plain("BTCUSDT-1m-2023-09.csv", TWO_MINUTES);
        var whole = tape(file);
        whole.next();

        assertThat(new ReplayTape(recordings(file), 42, 1693526460000L).next())
                .isEqualTo(whole.next());
    }

    @Test
    void whatIsNoRecordingIsRefusedWithItsName() throws IOException {
        assertThatThrownBy(() -> RecordedFile.of(plain("prices.csv", "1,2\n")))
                .hasMessageContaining("must begin with a symbol and a dash");
        assertThatThrownBy(() -> RecordedFile.of(plain("BTCUSDT-1m.csv", "1,2\n")))
                .hasMessageContaining("a row has 2 columns");
        assertThatThrownBy(() -> RecordedFile.of(folder.resolve("BTCUSDT-none.csv")))
                .hasMessageContaining("no such readable file");
    }

    @Test
    void aRealDayIsRebuiltToTheLastDigit() {
        var data =
                Optional.ofNullable(System.getenv("MARKET_DATA"))
                        .map(Path::of)
                        .orElse(Path.of("none"));
        var path = data.resolve("candles/BTCUSDT-1m-2022-06.csv.gz");
        assumeTrue(Files.exists(path), "MARKET_DATA names no folder with recorded candles");
        var recording = Recording.of("BTCUSDT", List.of(RecordedFile.of(path)));
        var tape = new ReplayTape(List.of(recording), 42, recording.first());

        try (var rows = recording.files().getFirst().rows()) {
            for (var i = 0; i < 1440; i++) {
                var recorded = Recording.candle(rows.next());
                assertThat(described(tape.next()))
                        .isEqualTo(recorded.openTime() + " BTCUSDT " + text(recorded));
            }
        }
    }

    private ReplayTape tape(Path file) {
        var recordings = recordings(file);
        return new ReplayTape(recordings, 42, Interval.M1.openOf(recordings.getFirst().first()));
    }

    private static List<Recording> recordings(Path path) {
        var file = RecordedFile.of(path);
        return List.of(Recording.of(file.symbol(), List.of(file)));
    }

    private static List<MarketTrade> trades(ReplayTape tape) {
        var trades = new ArrayList<MarketTrade>();
        for (var minute = tape.next(); minute.isPresent(); minute = tape.next()) {
            trades.addAll(minute.get().trades());
        }
        return trades;
    }

    private static String described(Optional<MarketTape.Minute> minute) {
        var candles = new TreeMap<String, Candle>();
        for (var trade : minute.orElseThrow().trades()) {
            candles.merge(trade.symbol(), Candle.of(0, trade), (a, b) -> a.and(b, 0));
        }
        var lines = new ArrayList<String>();
        candles.forEach((symbol, candle) -> lines.add(symbol + ' ' + text(candle)));
        return minute.orElseThrow().openTime() + " " + String.join("; ", lines);
    }

    private static String text(Candle candle) {
        return String.join(
                " ",
                List.of(
                        Amounts.text(candle.open()),
                        Amounts.text(candle.high()),
                        Amounts.text(candle.low()),
                        Amounts.text(candle.close()),
                        Amounts.text(candle.volume())));
    }

    private Path plain(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        var path = folder.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }

    private Path zip(String name, String text) throws IOException {
        var path = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(path))) {
            out.putNextEntry(new ZipEntry("inside.csv"));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }
}

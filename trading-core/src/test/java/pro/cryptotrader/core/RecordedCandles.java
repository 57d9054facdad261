package pro.cryptotrader.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Recorded candles in Binance's kline CSV order, from the folder that the system property or the
 * environment variable {@code MARKET_DATA} names. Without it the test that asks is skipped and says
 * why.
 */
public final class RecordedCandles {
    private RecordedCandles() {}

    /**
     * Reads a file such as {@code BTCUSDT-1m-2023-09.csv.gz}; the numbers of trades in recordings
     * that do not have them are zero.
     */
    public static List<Candle> read(String file, Symbol symbol, Interval interval) {
        var folder = System.getProperty("MARKET_DATA", System.getenv("MARKET_DATA"));
        Assumptions.assumeTrue(
                folder != null && !folder.isBlank(),
                "MARKET_DATA does not name the folder with recorded candles");
        var path = Path.of(folder, "candles", file);
        Assumptions.assumeTrue(Files.isReadable(path), () -> path + " is not there");
        try (var lines =
                new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(Files.newInputStream(path)),
                                        StandardCharsets.US_ASCII))
                        .lines()) {
            return lines.map(line -> candle(line.split(",", -1), symbol, interval)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Candle candle(String[] fields, Symbol symbol, Interval interval) {
        return new Candle(
                symbol,
                interval,
                Instant.ofEpochMilli(Long.parseLong(fields[0])),
                Price.of(fields[1]),
                Price.of(fields[2]),
                Price.of(fields[3]),
                Price.of(fields[4]),
                new BigDecimal(fields[5]),
                new BigDecimal(fields[7]),
                Long.parseLong(fields[8]));
    }
}

package pro.cryptotrader.backtester.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/** One line of a recorded file, read strictly. */
public final class VisionRow {
    /** Stamps at or above it are microseconds: as milliseconds they would lie in the year 5138. */
    private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

    private static final int KLINE_FIELDS = 9;

    private VisionRow() {}

    /**
     * A kline: {@code open time, open, high, low, close, volume, close time, quote volume, trades,
     * ...}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Candle candle(Symbol symbol, Interval interval, String line) {
        var fields = fields(line);
        if (fields.size() < KLINE_FIELDS) {
            throw new IllegalArgumentException(
                    "a kline has at least %d fields, not %d"
                            .formatted(KLINE_FIELDS, fields.size()));
        }
        return new Candle(
                symbol,
                interval,
                time(fields.get(0)),
                Price.of(fields.get(1)),
                Price.of(fields.get(2)),
                Price.of(fields.get(3)),
                Price.of(fields.get(4)),
                new BigDecimal(fields.get(5)),
                new BigDecimal(fields.get(7)),
                Long.parseLong(fields.get(8)));
    }

    /**
     * A trade: aggregated {@code id, price, quantity, first id, last id, time, buyer is maker, ...}
     * with eight fields, or a single one {@code id, price, quantity, quote quantity, time, buyer is
     * maker, ...} with seven.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static RecordedTrade trade(String line) {
        var fields = fields(line);
        boolean aggregated = fields.size() == 8;
        if (!aggregated && fields.size() != 7) {
            throw new IllegalArgumentException(
                    "a trade has 8 (aggTrades) or 7 (trades) fields, not " + fields.size());
        }
        long id = Long.parseLong(fields.get(0));
        return new RecordedTrade(
                id,
                time(fields.get(aggregated ? 5 : 4)),
                Price.of(fields.get(1)),
                Quantity.of(fields.get(2)),
                aggregated ? count(fields.get(3), fields.get(4)) : 1,
                flag(fields.get(aggregated ? 6 : 5)));
    }

    private static long count(String firstId, String lastId) {
        return Long.parseLong(lastId) - Long.parseLong(firstId) + 1;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "True", "true" -> true;
            case "False", "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "'buyer is maker' is true or false, not '%s'".formatted(text));
        };
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** Milliseconds or, as in files since 2025, microseconds since 1970. */
    static Instant time(String text) {
        long stamp = Long.parseLong(text);
        return stamp < MICROSECONDS_FROM
                ? Instant.ofEpochMilli(stamp)
                : Instant.ofEpochSecond(stamp / 1_000_000, stamp % 1_000_000 * 1_000);
    }
}

package pro.cryptotrader.contracts.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A closed candle. Its identity is symbol, interval and open time.
 *
 * @param volume traded base asset; zero for a candle in which nothing traded
 * @param quoteVolume traded quote asset
 * @param trades number of trades
 */
public record Candle(
        Symbol symbol,
        Interval interval,
        Instant openTime,
        Price open,
        Price high,
        Price low,
        Price close,
        BigDecimal volume,
        BigDecimal quoteVolume,
        long trades) {
    private static final long SECONDS_PER_DAY = 86_400;

    public Candle {
        volume = Decimals.canonical(volume);
        quoteVolume = Decimals.canonical(quoteVolume);
        if (!interval.openTimeOf(openTime).equals(openTime)) {
            throw new IllegalArgumentException(
                    "%s %s: open time %s is not a multiple of the interval"
                            .formatted(symbol, interval.code(), openTime));
        }
        if (high.isBelow(open)
                || high.isBelow(close)
                || low.isAbove(open)
                || low.isAbove(close)
                || low.isZero()) {
            throw new IllegalArgumentException(
                    "%s %s %s: open %s, high %s, low %s, close %s contradict each other"
                            .formatted(symbol, interval.code(), openTime, open, high, low, close));
        }
        if (volume.signum() < 0 || quoteVolume.signum() < 0 || trades < 0) {
            throw new IllegalArgumentException(
                    "%s %s %s: volume %s, quote volume %s and trades %d are zero or more"
                            .formatted(
                                    symbol,
                                    interval.code(),
                                    openTime,
                                    volume,
                                    quoteVolume,
                                    trades));
        }
    }

    /** The moment the next candle opens: from here on this one is known. */
    public Instant closeTime() {
        return openTime.plus(interval.duration());
    }

    /** The id of the event that announces this candle. */
    public UUID id() {
        return DeterministicId.root(
                "candle|" + symbol + "|" + interval.code() + "|" + text(openTime));
    }

    /** As {@link Instant#toString} writes a whole minute of this age, in a tenth of the time. */
    private static String text(Instant minute) {
        long second = minute.getEpochSecond();
        var date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_PER_DAY));
        if (date.getYear() < 1000 || date.getYear() > 9999 || second % 60 != 0) {
            return minute.toString();
        }
        int minuteOfDay = (int) (Math.floorMod(second, SECONDS_PER_DAY) / 60);
        var text = new StringBuilder("2000-01-01T00:00:00Z".length());
        text.append(date.getYear());
        two(text.append('-'), date.getMonthValue());
        two(text.append('-'), date.getDayOfMonth());
        two(text.append('T'), minuteOfDay / 60);
        two(text.append(':'), minuteOfDay % 60);
        return text.append(":00Z").toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

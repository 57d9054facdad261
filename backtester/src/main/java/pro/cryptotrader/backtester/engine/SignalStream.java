package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.fill.CandleInPlay;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventType;
import pro.cryptotrader.core.engine.SignalMaker;

/**
 * The signals of one symbol and interval: builds its candles from finer ones, whose sums are exact,
 * and keeps the signal of the latest close until somebody can act on it.
 */
final class SignalStream {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private final Symbol symbol;
    private final Interval interval;
    private final SignalMaker maker;

    private final long millis;
    private final int priceDecimals;
    private final int volumeDecimals;
    private final double priceUnit;
    private final double volumeUnit;
    private final String signalName;
    private long openTime = Long.MIN_VALUE;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long quoteVolume;
    private long trades;
    private @Nullable Given given;

    /** A signal that nobody has acted on. */
    record Given(UUID candleId, UUID signalId, Signal signal) {}

    SignalStream(
            Symbol symbol,
            Interval interval,
            SignalMaker maker,
            int priceDecimals,
            int volumeDecimals) {
        this.symbol = symbol;
        this.interval = interval;
        this.maker = maker;
        this.millis = interval.seconds() * 1_000;
        this.priceDecimals = priceDecimals;
        this.volumeDecimals = volumeDecimals;
        this.priceUnit = POWERS[priceDecimals];
        this.volumeUnit = POWERS[volumeDecimals];
        this.signalName = EventType.SIGNAL.typeName() + "|" + symbol + "|0";
    }

    Interval interval() {
        return interval;
    }

    /**
     * The next finer candle has closed.
     *
     * @param acts whether signals are wanted, or it only warms
     * @return whether a candle of this interval has closed with it
     */
    boolean closed(CandleInPlay finer, long finerQuoteVolume, long finerTrades, boolean acts) {
        long start = Math.floorDiv(finer.openTime(), millis) * millis;
        if (start != openTime) {
            if (finer.openTime() != start) {
                // The first candle has begun before the recording: nobody knows all of it.
                return false;
            }
            openTime = start;
            open = finer.open();
            high = finer.high();
            low = finer.low();
            volume = 0;
            quoteVolume = 0;
            trades = 0;
        }
        high = Math.max(high, finer.high());
        low = Math.min(low, finer.low());
        close = finer.close();
        volume += finer.scaledVolume();
        quoteVolume += finerQuoteVolume;
        trades += finerTrades;
        if (finer.closeTime() != start + millis) {
            return false;
        }
        hear(acts);
        return true;
    }

    private void hear(boolean acts) {
        long second = openTime / 1_000;
        double o = price(open);
        double h = price(high);
        double l = price(low);
        double c = price(close);
        double v = number(volume, volumeDecimals, volumeUnit);
        if (!acts) {
            maker.warm(second, o, h, l, c, v);
        } else if (maker.hear(second, o, h, l, c, v)) {
            var candle = candle();
            var candleId = candle.id();
            var signalId = DeterministicId.of(candleId, signalName);
            given = new Given(candleId, signalId, maker.signal(candle));
        }
    }

    /** The double nearest to the decimal, as {@code Bar.of} finds it. */
    private static double number(long scaled, int decimals, double unit) {
        return scaled < 1L << 53
                ? scaled / unit
                : BigDecimal.valueOf(scaled, decimals).doubleValue();
    }

    private Candle candle() {
        return new Candle(
                symbol,
                interval,
                Instant.ofEpochMilli(openTime),
                exact(open),
                exact(high),
                exact(low),
                exact(close),
                BigDecimal.valueOf(volume, volumeDecimals),
                BigDecimal.valueOf(quoteVolume, volumeDecimals),
                trades);
    }

    private double price(long scaled) {
        return number(scaled, priceDecimals, priceUnit);
    }

    private Price exact(long scaled) {
        return Scale.price(scaled, priceDecimals);
    }

    /** The signal of the latest close, once. */
    @Nullable Given take() {
        var taken = given;
        given = null;
        return taken;
    }

    boolean hasGiven() {
        return given != null;
    }
}

package pro.cryptotrader.backtester.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Candles coarse enough to be drawn.
 *
 * @param barSeconds length of a bar
 */
public record ChartCandles(Symbol symbol, long barSeconds, List<Bar> bars) {
    /** More than a screen can show without zooming; few enough for a file that opens at once. */
    private static final int MOST_BARS = 3_000;

    /** Lengths that divide a day, then whole days. */
    private static final long[] NICE_SECONDS = {
        60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 3 * 86_400, 7 * 86_400
    };

    public ChartCandles {
        bars = List.copyOf(bars);
    }

    /** One bar; the time is its start in seconds since 1970. */
    public record Bar(long time, double open, double high, double low, double close) {}

    /** The traded stretch of {@code source}. */
    static ChartCandles of(CandleSource source, BacktestSettings settings) {
        var from = later(settings.from(), source.first());
        var to = earlier(settings.to(), source.last().plusSeconds(1));
        long barSeconds =
                from.isBefore(to)
                        ? barSeconds(source.interval().seconds(), Duration.between(from, to))
                        : source.interval().seconds();
        var bars = new ArrayList<Bar>();
        double unit = Math.pow(10, source.priceDecimals());
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        try (var reader = source.read(settings.from(), settings.to())) {
            while (reader.read(block)) {
                for (int i = 0; i < block.size(); i++) {
                    add(bars, block, i, unit, barSeconds);
                }
            }
        }
        return new ChartCandles(source.symbol(), barSeconds, bars);
    }

    private static void add(
            List<Bar> bars, CandleBlock block, int index, double unit, long barSeconds) {
        long time = Math.floorDiv(block.openTime(index) / 1_000, barSeconds) * barSeconds;
        double high = block.high(index) / unit;
        double low = block.low(index) / unit;
        double close = block.close(index) / unit;
        if (!bars.isEmpty() && bars.getLast().time() == time) {
            var bar = bars.removeLast();
            bars.add(
                    new Bar(
                            time,
                            bar.open(),
                            Math.max(bar.high(), high),
                            Math.min(bar.low(), low),
                            close));
        } else {
            bars.add(new Bar(time, block.open(index) / unit, high, low, close));
        }
    }

    private static long barSeconds(long interval, Duration span) {
        for (long seconds : NICE_SECONDS) {
            if (seconds >= interval && span.toSeconds() / seconds <= MOST_BARS) {
                return seconds;
            }
        }
        return NICE_SECONDS[NICE_SECONDS.length - 1];
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

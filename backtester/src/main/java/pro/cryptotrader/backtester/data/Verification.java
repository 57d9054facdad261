package pro.cryptotrader.backtester.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What there is of a symbol's candles, and what is wrong with them. Of many findings of a kind the
 * first {@value #MOST_LISTED} are listed and all are counted.
 *
 * @param first open time of the first; null when there are none
 * @param last open time of the last
 * @param gaps stretches without candles
 * @param missing candles in them
 * @param disorder candles that do not come after the one before them, or are not aligned
 * @param contradictions candles whose prices contradict each other or are not above zero
 * @param implausible candles whose average price, quote volume over volume, lies outside them
 * @param jumps candles that open more than {@value #JUMP_PCT} per cent away from the last close
 * @param quiet candles in which nothing was traded
 * @param problems the first of each kind, in words
 */
public record Verification(
        Symbol symbol,
        Interval interval,
        long candles,
        @Nullable Instant first,
        @Nullable Instant last,
        long gaps,
        long missing,
        long disorder,
        long contradictions,
        long implausible,
        long jumps,
        long quiet,
        List<String> problems) {
    public static final int MOST_LISTED = 100;
    public static final int JUMP_PCT = 10;

    public Verification {
        problems = List.copyOf(problems);
    }

    /** Whether a backtest may be run on them: gaps and jumps happen at the venue. */
    @JsonProperty
    public boolean isSound() {
        return disorder == 0 && contradictions == 0;
    }

    /** Reads all of {@code source} once. */
    public static Verification of(CandleSource source) {
        var check = new Check(source);
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        try (var reader = source.read(Instant.EPOCH, Instant.MAX)) {
            while (reader.read(block)) {
                for (int i = 0; i < block.size(); i++) {
                    check.candle(block, i);
                }
            }
        }
        return check.result();
    }

    /** Everything that is counted on the way. */
    private static final class Check {
        private final CandleSource source;
        private final long step;
        private final double meanUnit;
        private final List<String> problems = new ArrayList<>();
        private long candles;
        private long gaps;
        private long missing;
        private long disorder;
        private long contradictions;
        private long implausible;
        private long jumps;
        private long quiet;
        private long firstTime;
        private long lastTime;
        private long lastClose;

        Check(CandleSource source) {
            this.source = source;
            this.step = source.interval().duration().toMillis();
            this.meanUnit = Math.pow(10, source.priceDecimals());
        }

        void candle(CandleBlock block, int index) {
            long time = block.openTime(index);
            if (candles == 0) {
                firstTime = time;
            } else {
                follow(time, block.open(index));
            }
            prices(block, index, time);
            quiet += block.trades(index) == 0 && block.volume(index) == 0 ? 1 : 0;
            lastTime = time;
            lastClose = block.close(index);
            candles++;
        }

        private void follow(long time, long open) {
            if (time <= lastTime || Math.floorMod(time, step) != 0) {
                note(disorder++, "%s: does not come after %s", time, at(lastTime));
                return;
            }
            long absent = (time - lastTime) / step - 1;
            if (absent > 0) {
                missing += absent;
                note(
                        gaps++,
                        "%s: %d candles are missing before it, %s",
                        time,
                        absent,
                        Duration.ofMillis(absent * step));
            } else if (Math.abs(open - lastClose) * 100.0 > (double) JUMP_PCT * lastClose) {
                note(
                        jumps++,
                        "%s: opens %.1f %% away from the close before it",
                        time,
                        100.0 * (open - lastClose) / lastClose);
            }
        }

        private void prices(CandleBlock block, int index, long time) {
            long high = block.high(index);
            long low = block.low(index);
            if (low <= 0
                    || high < Math.max(block.open(index), block.close(index))
                    || low > Math.min(block.open(index), block.close(index))) {
                note(contradictions++, "%s: its prices contradict each other", time);
            }
            if (block.volume(index) > 0 && block.quoteVolume(index) > 0) {
                double mean = (double) block.quoteVolume(index) / block.volume(index) * meanUnit;
                // Half a unit of the last decimal of either volume may have been rounded off.
                double slack = 1e-6 * high + Math.max(mean, meanUnit) / block.volume(index);
                if (mean > high + slack || mean < low - slack) {
                    note(implausible++, "%s: traded at %.8g on average", time, mean / meanUnit);
                }
            }
        }

        private void note(long before, String format, long time, Object... values) {
            if (before < MOST_LISTED) {
                var all = new Object[values.length + 1];
                all[0] = at(time);
                System.arraycopy(values, 0, all, 1, values.length);
                problems.add(format.formatted(all));
            }
        }

        private static Instant at(long millis) {
            return Instant.ofEpochMilli(millis);
        }

        Verification result() {
            return new Verification(
                    source.symbol(),
                    source.interval(),
                    candles,
                    candles == 0 ? null : at(firstTime),
                    candles == 0 ? null : at(lastTime),
                    gaps,
                    missing,
                    disorder,
                    contradictions,
                    implausible,
                    jumps,
                    quiet,
                    problems);
        }
    }
}

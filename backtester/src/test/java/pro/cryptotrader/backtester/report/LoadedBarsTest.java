package pro.cryptotrader.backtester.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.statistics.RandomEntries;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

class LoadedBarsTest {
    private static final int CANDLES = 1_000;

    /** The same prices without the short cut. */
    private record Plain(LoadedBars bars) implements RandomEntries.Bars {
        @Override
        public int size() {
            return bars.size();
        }

        @Override
        public double open(int index) {
            return bars.open(index);
        }

        @Override
        public double high(int index) {
            return bars.high(index);
        }

        @Override
        public double low(int index) {
            return bars.low(index);
        }

        @Override
        public double close(int index) {
            return bars.close(index);
        }
    }

    @Test
    void aTradeIsLeftAtTheVeryBarAtWhichLookingAtEachWouldLeaveIt() {
        var source = Walk.of(Symbol.of("BTC/USDT"), Interval.M5, 11, CANDLES);
        var bars = LoadedBars.of(source, Walk.START, Walk.START.plusSeconds(CANDLES * 300L));
        var plain = new Plain(bars);
        var random = new SplittableRandom(5);
        int left = 0;
        for (int i = 0; i < 5_000; i++) {
            int from = random.nextInt(CANDLES);
            int last = from + random.nextInt(CANDLES - from);
            double paid = bars.open(from);
            double stop = paid * (1 - 0.02 * random.nextDouble());
            double target = paid * (1 + 0.02 * random.nextDouble());

            int bar = bars.leaving(from, last, stop, target);

            assertThat(bar).isEqualTo(plain.leaving(from, last, stop, target));
            left += bar <= last ? 1 : 0;
        }
        assertThat(bars.size()).isEqualTo(CANDLES);
        assertThat(left).isBetween(1_000, 4_900);
    }
}

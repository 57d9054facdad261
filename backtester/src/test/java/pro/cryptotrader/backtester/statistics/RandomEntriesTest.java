package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomEntriesTest {
    /** Rows of open, high, low, close. */
    private static RandomEntries.Bars bars(double[]... rows) {
        return new RandomEntries.Bars() {
            @Override
            public int size() {
                return rows.length;
            }

            @Override
            public double open(int index) {
                return rows[index][0];
            }

            @Override
            public double high(int index) {
                return rows[index][1];
            }

            @Override
            public double low(int index) {
                return rows[index][2];
            }

            @Override
            public double close(int index) {
                return rows[index][3];
            }
        };
    }

    private static double result(double stop, double target, int bars, double[]... rows) {
        return new RandomEntries(1, 0, 1)
                .tradePct(new RandomEntries.Exit(bars(rows), stop, target, bars), 0);
    }

    @Test
    void aStopComesBeforeATargetAndAGapFillsAtItsOpen() {
        double[] entry = {100, 101, 99.5, 100};
        assertThat(result(1, 2, 9, entry, new double[] {100, 103, 98, 102}))
                .isCloseTo(-1, within(1e-9));
        assertThat(result(1, 2, 9, entry, new double[] {90, 91, 89, 90}))
                .isCloseTo(-10, within(1e-9));
        assertThat(result(1, 2, 9, entry, new double[] {105, 106, 104, 105}))
                .isCloseTo(5, within(1e-9));
        assertThat(result(5, 5, 1, entry, new double[] {105, 106, 104, 105}))
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void bothSidesCostWhatTheyCost() {
        var rows = bars(new double[] {100, 110, 100, 110});
        var exit = new RandomEntries.Exit(rows, 50, 50, 1);
        assertThat(new RandomEntries(1, 0.1, 1).tradePct(exit, 0))
                .isCloseTo(100 * (1.1 * 0.999 / 1.001 - 1), within(1e-9));
    }

    @Test
    void noSkillGivesUniformPValuesAndForesightASmallOne() {
        var random = new Random(1);
        var rows = new double[2_000][];
        for (int i = 0; i < rows.length; i++) {
            double open = 100;
            double close = open + random.nextGaussian();
            rows[i] = new double[] {open, Math.max(open, close), Math.min(open, close), close};
        }
        var exits = Collections.nCopies(30, new RandomEntries.Exit(bars(rows), 50, 50, 1));
        var judge = new RandomEntries(999, 0, 5);
        int below = 0;
        for (int strategy = 0; strategy < 100; strategy++) {
            double sum = 0;
            for (var exit : exits) {
                sum += judge.tradePct(exit, random.nextInt(rows.length));
            }
            below += judge.judge(sum / 30, exits).pValue() < 0.5 ? 1 : 0;
        }
        assertThat(below).isBetween(35, 65);
        assertThat(judge.judge(0.8, exits).pValue()).isEqualTo(0.001);
        assertThat(judge.judge(-0.8, exits).pValue()).isGreaterThan(0.99);
    }
}

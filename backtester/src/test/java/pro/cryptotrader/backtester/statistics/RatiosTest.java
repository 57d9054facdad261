package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.moment.SemiVariance;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.core.performance.EquityPoint;
import pro.cryptotrader.core.performance.Performance;

class RatiosTest {
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");
    private static final double[] RETURNS = generated(400);

    private static double[] generated(int days) {
        var random = new SplittableRandom(7);
        return random.doubles(days).map(uniform -> (uniform - 0.47) * 0.05).toArray();
    }

    @Test
    void sharpeIsMeanOverDeviationAsCommonsMathHasThem() {
        var reference = new DescriptiveStatistics(RETURNS);
        assertThat(Ratios.sharpe(RETURNS))
                .isCloseTo(
                        reference.getMean() / reference.getStandardDeviation() * Math.sqrt(365),
                        within(1e-10));
        assertThat(Ratios.volatilityPct(RETURNS))
                .isCloseTo(reference.getStandardDeviation() * Math.sqrt(365) * 100, within(1e-10));
    }

    @Test
    void sortinoDividesByTheSemiDeviationBelowZero() {
        var semi = new SemiVariance(false).evaluate(RETURNS, 0, SemiVariance.DOWNSIDE_VARIANCE);
        var mean = new DescriptiveStatistics(RETURNS).getMean();
        assertThat(Ratios.sortino(RETURNS))
                .isCloseTo(mean / Math.sqrt(semi) * Math.sqrt(365), within(1e-9));
    }

    @Test
    void sharpeAndSortinoAreThoseOfTheAccountsPerformance() {
        var curve = DailyEquity.compounded(10_000, DAY, RETURNS);
        var points = new ArrayList<EquityPoint>();
        for (int day = 0; day < curve.days(); day++) {
            points.add(
                    new EquityPoint(
                            curve.day(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                            Money.of(Double.toString(curve.equity(day))),
                            Money.of("10000")));
        }
        var performance = Performance.of(List.of(), points);
        assertThat(Ratios.sharpe(RETURNS)).isCloseTo(performance.sharpe(), within(1e-9));
        assertThat(Ratios.sortino(RETURNS)).isCloseTo(performance.sortino(), within(1e-9));
        assertThat(DrawdownPeriod.deepestPct(curve))
                .isCloseTo(performance.maxDrawdownPct().doubleValue(), within(1e-9));
    }

    @Test
    void momentsAreThoseOfTheTextbook() {
        double[] values = {2, 8, 0, 4, 1, 9, 9, 0};
        // D. N. Joanes and C. A. Gill, "Comparing measures of sample skewness and kurtosis" (1998):
        // g1 = m3 / m2^(3/2) and b2 = g2 + 3, here as SciPy prints them.
        assertThat(Moments.mean(values)).isEqualTo(4.125);
        assertThat(Moments.skewness(values)).isCloseTo(0.2650554122698573, within(1e-12));
        assertThat(Moments.kurtosis(values)).isCloseTo(3 - 1.6660010752838508, within(1e-12));
    }

    @Test
    void omegaIsGainsOverLosses() {
        assertThat(Ratios.omega(new double[] {0.03, -0.01, 0.02, -0.015}))
                .isCloseTo(0.05 / 0.025, within(1e-12));
        assertThat(Ratios.omega(new double[] {0.03})).isNaN();
    }

    @Test
    void growthIsPerYearOf365Days() {
        assertThat(Ratios.cagrPct(flat(100, 121, 730))).isCloseTo(10, within(1e-9));
        assertThat(Ratios.cagrPct(flat(100, 50, 365))).isCloseTo(-50, within(1e-9));
        assertThat(Ratios.cagrPct(flat(100, -1, 365))).isEqualTo(-100);
        assertThat(Ratios.calmar(30, 12)).isEqualTo(2.5);
        assertThat(Ratios.calmar(30, 0)).isNaN();
    }

    private static DailyEquity flat(double start, double end, int days) {
        var ends = new double[days];
        java.util.Arrays.fill(ends, start);
        ends[days - 1] = end;
        return DailyEquity.of(start, DAY, ends);
    }

    @Test
    void systemQualityGrowsWithTheRootOfTheTrades() {
        double[] multiples = {1, -1, 2, -1, 3};
        // mean 0.8, squares 0.04 + 3.24 + 1.44 + 3.24 + 4.84 = 12.8, deviation √3.2
        assertThat(Ratios.systemQuality(multiples))
                .isCloseTo(Math.sqrt(5) * 0.8 / Math.sqrt(3.2), within(1e-12));
    }

    @Test
    void aSeriesWithoutVariationHasNoRatio() {
        assertThat(Ratios.sharpe(new double[] {0, 0, 0})).isNaN();
        assertThat(Ratios.sharpe(new double[] {0.01})).isNaN();
        assertThat(Ratios.sortino(new double[] {0.01, 0.02})).isNaN();
    }
}

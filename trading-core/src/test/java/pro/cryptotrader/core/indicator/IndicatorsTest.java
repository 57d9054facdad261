package pro.cryptotrader.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What ta4j does not say: warm-up, flat markets, and computations it does not have. */
class IndicatorsTest {
    @Test
    void anIndicatorSaysNaNUntilItHasSeenItsLength() {
        var sma = new Sma(3);

        assertThat(sma.update(1)).isNaN();
        assertThat(sma.update(2)).isNaN();
        assertThat(sma.isReady()).isFalse();
        assertThat(sma.update(6)).isEqualTo(3);
        assertThat(sma.isReady()).isTrue();
    }

    @Test
    void everyIndicatorIsReadyAfterItsKnownWarmUp() {
        var rsi = new Rsi(14);
        var macd = Macd.usual();
        var adx = new Adx(14);
        var mfi = new Mfi(14);
        int[] ready = new int[4];
        for (int i = 1; i <= 40; i++) {
            rsi.update(100 + i % 3);
            macd.update(100 + i % 3);
            adx.update(101 + i % 3, 99, 100);
            mfi.update(101 + i % 3, 99, 100, 5);
            ready[0] += rsi.isReady() ? 0 : 1;
            ready[1] += macd.isReady() ? 0 : 1;
            ready[2] += adx.isReady() ? 0 : 1;
            ready[3] += mfi.isReady() ? 0 : 1;
        }

        assertThat(ready).containsExactly(14, 33, 27, 14);
    }

    @Test
    void aFlatMarketGivesNeutralValuesAndNoNaN() {
        var rsi = new Rsi(14);
        var bands = BollingerBands.usual();
        var adx = new Adx(14);
        var cci = new Cci(20);
        var mfi = new Mfi(14);
        var vwap = new RollingVwap(20);
        var donchian = new Donchian(20);
        var volume = new ZScore(20);
        for (int i = 0; i < 100; i++) {
            rsi.update(50);
            bands.update(50);
            adx.update(50, 50, 50);
            cci.update(50, 50, 50);
            mfi.update(50, 50, 50, 0);
            vwap.update(50, 50, 50, 0);
            donchian.update(50, 50, 50);
            volume.update(0);
        }

        assertThat(rsi.value()).isEqualTo(50);
        assertThat(bands.percentB()).isEqualTo(0.5);
        assertThat(adx.adx()).isZero();
        assertThat(adx.plusDi()).isZero();
        assertThat(cci.value()).isZero();
        assertThat(mfi.value()).isEqualTo(50);
        assertThat(vwap.value()).isEqualTo(50);
        assertThat(donchian.position()).isEqualTo(0.5);
        assertThat(volume.value()).isZero();
    }

    @Test
    void aZScoreComparesTheNewestValueWithThoseBeforeIt() {
        var score = new ZScore(4);
        for (double value : new double[] {2, 4, 4, 6}) {
            score.update(value);
            assertThat(score.value()).isNaN();
        }
        score.update(4 + 3 * Math.sqrt(2));

        assertThat(score.value()).isCloseTo(3, within(1e-12));
        score.update(4);
        assertThat(score.value()).isCloseTo(-0.8915, within(1e-3));
    }

    @Test
    void aCciRemembersWhatItWasACandleAgo() {
        var random = new Random(3);
        var cci = new Cci(5);
        for (int i = 0; i < 40; i++) {
            double before = cci.value();
            double price = 100 + random.nextGaussian();
            cci.update(price + 1, price - 1, price);

            assertThat(Double.compare(cci.previous(), before)).isZero();
            assertThat(Double.isNaN(cci.value())).isEqualTo(i < 4);
        }
    }

    @Test
    void percentBIsZeroOnTheLowerBandAndOneOnTheUpper() {
        var bands = new BollingerBands(2, 1);
        bands.update(10);
        bands.update(20);

        assertThat(bands.percentB()).isEqualTo(1);
        assertThat(bands.bandwidth()).isCloseTo(10.0 / 15, within(1e-12));
        bands.update(10);
        assertThat(bands.percentB()).isZero();
    }

    @Test
    void theRollingMaximumEqualsTheMaximumOfTheWindow() {
        var random = new Random(7);
        double[] values = random.doubles(5_000, 0, 100).toArray();
        var max = new RollingMax(17);
        for (int i = 0; i < values.length; i++) {
            double expected = values[i];
            for (int k = Math.max(0, i - 16); k < i; k++) {
                expected = Math.max(expected, values[k]);
            }

            assertThat(max.update(values[i])).isEqualTo(expected);
        }
    }

    @Test
    void aRollingSumForgetsAnOutlierCompletely() {
        var sum = new RollingSum(3);
        for (double value : new double[] {1e18, 0.1, 0.1, 0.1, 0.1, 0.1}) {
            sum.update(value);
        }

        assertThat(sum.sum()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void theMoneyFlowIndexOfAWindowInWhichThePriceOnlyRoseIsExactlyAHundred() {
        var random = new Random(7);
        var mfi = new Mfi(14);
        for (int i = 0; i < 1_000; i++) {
            double price = 26_000 + random.nextGaussian();
            mfi.update(price, price, price, random.nextDouble());
        }
        for (int i = 0; i < 28; i++) {
            mfi.update(27_000 + i, 27_000 + i, 27_000 + i, random.nextDouble());
        }

        assertThat(mfi.value()).isEqualTo(100);
    }

    @Test
    void aLengthBelowOneIsRefused() {
        assertThatThrownBy(() -> new Sma(0))
                .hasMessage("an indicator looks at 1 to 100000 candles, not 0");
        assertThatThrownBy(() -> new Macd(26, 12, 9))
                .hasMessage("the fast average is shorter than the slow one, not 26 and 12");
    }
}

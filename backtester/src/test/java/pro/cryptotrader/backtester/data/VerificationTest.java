package pro.cryptotrader.backtester.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

class VerificationTest {
    private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    private final CandleBlock candles = new CandleBlock(2_000);

    private void add(long minute, long open, long high, long low, long close) {
        candles.add(START + minute * 60_000, open, high, low, close, 10, 10 * close / 100, 5);
    }

    private Verification verified() {
        return Verification.of(
                new CandlesInMemory(Symbol.of("BTC/USDT"), Interval.M1, 2, 0, candles));
    }

    @Test
    void candlesInARowAreSound() {
        for (int minute = 0; minute < 1_500; minute++) {
            add(minute, 10_000, 10_100, 9_900, 10_000);
        }
        var report = verified();
        assertThat(report.candles()).isEqualTo(1_500);
        assertThat(report.isSound()).isTrue();
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aGapSaysHowManyAreMissing() {
        add(0, 10_000, 10_100, 9_900, 10_000);
        add(6, 20_000, 20_000, 20_000, 20_000);
        var report = verified();
        assertThat(report.gaps()).isEqualTo(1);
        assertThat(report.missing()).isEqualTo(5);
        assertThat(report.jumps()).as("after a gap prices may be elsewhere").isZero();
        assertThat(report.isSound()).isTrue();
        assertThat(report.problems())
                .containsExactly("2024-01-01T00:06:00Z: 5 candles are missing before it, PT5M");
    }

    @Test
    void pricesThatContradictEachOtherAreUnsound() {
        add(0, 10_000, 9_999, 9_900, 9_950);
        add(1, 9_950, 10_000, 0, 10_000);
        assertThat(verified().contradictions()).isEqualTo(2);
        assertThat(verified().isSound()).isFalse();
    }

    @Test
    void aStampOffTheGridIsDisorder() {
        add(0, 10_000, 10_100, 9_900, 10_000);
        candles.add(START + 60_001, 10_000, 10_100, 9_900, 10_000, 10, 1_000, 5);
        assertThat(verified().disorder()).isEqualTo(1);
    }

    @Test
    void jumpsQuietCandlesAndImpossibleVolumesAreNoted() {
        add(0, 10_000, 10_100, 9_900, 10_000);
        add(1, 12_000, 12_100, 11_900, 12_000);
        candles.add(START + 2 * 60_000, 12_000, 12_000, 12_000, 12_000, 0, 0, 0);
        candles.add(START + 3 * 60_000, 12_000, 12_010, 11_990, 12_000, 1_000, 200_000, 7);
        var report = verified();
        assertThat(report.jumps()).isEqualTo(1);
        assertThat(report.quiet()).isEqualTo(1);
        assertThat(report.implausible()).isEqualTo(1);
        assertThat(report.isSound()).isTrue();
    }
}

package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleTest {
    private static final Instant OPEN = Instant.parse("2026-03-02T14:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10, 12, 9, 11, true",
        "10, 10, 10, 10, true",
        "10, 12, 10, 12, true",
        "10, 9.99, 9, 9, false",
        "10, 10, 9, 10.01, false",
        "10, 12, 10.01, 11, false",
        "10, 12, 9, 8.99, false",
        "0, 0, 0, 0, false"
    })
    void theHighAndTheLowEncloseOpenAndClose(
            String open, String high, String low, String close, boolean allowed) {
        if (allowed) {
            assertThat(candle(open, high, low, close, "1").high()).isEqualTo(Price.of(high));
        } else {
            assertThatThrownBy(() -> candle(open, high, low, close, "1"))
                    .hasMessage(
                            "BTC/USDT 5m 2026-03-02T14:00:00Z: open %s, high %s, low %s, close %s"
                                    + " contradict each other",
                            open, high, low, close);
        }
    }

    @Test
    void aCandleInWhichNothingTradedHasNoVolumeAndNoneHasLess() {
        assertThat(candle("10", "10", "10", "10", "0").volume()).isZero();
        assertThatThrownBy(() -> candle("10", "10", "10", "10", "-1"))
                .hasMessageContaining("volume -1, quote volume 0 and trades 0 are zero or more");
    }

    @Test
    void aCandleOpensAtAMultipleOfItsInterval() {
        assertThatThrownBy(() -> at(OPEN.plusSeconds(60)))
                .hasMessage(
                        "BTC/USDT 5m: open time 2026-03-02T14:01:00Z is not a multiple of the"
                                + " interval");
    }

    @Test
    void aCandleIsNamedBySymbolIntervalAndOpenTimeAlone() {
        assertThat(candle("10", "10", "10", "10", "0").id())
                .isEqualTo(candle("11", "12", "9", "10", "7").id())
                .isNotEqualTo(at(OPEN.plusSeconds(300)).id());
        assertThat(at(OPEN).closeTime()).isEqualTo(OPEN.plusSeconds(300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T14:05:00Z",
                "2024-02-29T23:55:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:55:00Z",
                "1000-01-01T00:00:00Z",
                "0999-12-31T23:55:00Z",
                "9999-12-31T23:55:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void itsNameSaysTheTimeAsEverybodyWritesIt(String time) {
        assertThat(at(Instant.parse(time)).id())
                .isEqualTo(DeterministicId.root("candle|BTC/USDT|5m|" + time));
    }

    private static Candle at(Instant openTime) {
        return new Candle(
                Symbol.of("BTC/USDT"),
                Interval.M5,
                openTime,
                Price.of("1"),
                Price.of("1"),
                Price.of("1"),
                Price.of("1"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0);
    }

    private static Candle candle(
            String open, String high, String low, String close, String volume) {
        return new Candle(
                Symbol.of("BTC/USDT"),
                Interval.M5,
                OPEN,
                Price.of(open),
                Price.of(high),
                Price.of(low),
                Price.of(close),
                new BigDecimal(volume),
                BigDecimal.ZERO,
                0);
    }
}

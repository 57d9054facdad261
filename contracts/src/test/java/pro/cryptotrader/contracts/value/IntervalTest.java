package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "M1, 2026-03-02T14:07:59.999999999Z, 2026-03-02T14:07:00Z",
        "M5, 2026-03-02T14:07:59.999Z, 2026-03-02T14:05:00Z",
        "M5, 2026-03-02T14:10:00Z, 2026-03-02T14:10:00Z",
        "M15, 2026-03-02T14:07:00Z, 2026-03-02T14:00:00Z",
        "H1, 2026-03-02T14:59:59Z, 2026-03-02T14:00:00Z",
        "H4, 2026-03-02T15:59:59Z, 2026-03-02T12:00:00Z",
        "H4, 2026-03-02T16:00:00Z, 2026-03-02T16:00:00Z",
        "M5, 1969-12-31T23:59:59Z, 1969-12-31T23:55:00Z"
    })
    void aMomentBelongsToTheCandleThatOpenedLast(Interval interval, Instant at, Instant open) {
        assertThat(interval.openTimeOf(at)).isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource
    void everyIntervalIsWholeMinutesAndDividesADay(Interval interval) {
        assertThat(interval.seconds() % 60).isZero();
        assertThat(86_400 % interval.seconds()).isZero();
        assertThat(interval.duration()).hasSeconds(interval.seconds());
    }

    @ParameterizedTest
    @EnumSource
    void anIntervalIsFoundByItsCodeAndByItsLength(Interval interval) {
        assertThat(Interval.of(interval.code())).isEqualTo(interval);
        assertThat(Interval.ofSeconds(interval.seconds())).isEqualTo(interval);
    }

    @Test
    void anUnknownIntervalIsToldWhichExist() {
        assertThatThrownBy(() -> Interval.of("2m"))
                .hasMessage("an interval is one of 1m, 5m, 15m, 1h, 4h, not '2m'");
        assertThatThrownBy(() -> Interval.ofSeconds(240))
                .hasMessage("an interval lasts one of 60, 300, 900, 3600, 14400 seconds, not 240");
    }
}

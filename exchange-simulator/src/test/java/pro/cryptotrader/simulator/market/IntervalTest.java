package pro.cryptotrader.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({
        "1m, 2024-08-08T23:54:15.255Z, 2024-08-08T23:54:00Z, 2024-08-08T23:55:00Z",
        "4h, 2024-08-08T23:54:15.255Z, 2024-08-08T20:00:00Z, 2024-08-09T00:00:00Z",
        "1d, 2024-08-08T23:54:15.255Z, 2024-08-08T00:00:00Z, 2024-08-09T00:00:00Z",
        "1w, 2024-08-08T23:54:15.255Z, 2024-08-05T00:00:00Z, 2024-08-12T00:00:00Z",
        "1M, 2024-02-08T23:54:15.255Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z"
    })
    void aCandleOpensAndEndsOnBinancesGrid(String code, Instant time, Instant open, Instant end) {
        var interval = Interval.of(code).orElseThrow();

        assertThat(Instant.ofEpochMilli(interval.openOf(time.toEpochMilli()))).isEqualTo(open);
        assertThat(Instant.ofEpochMilli(interval.endOf(time.toEpochMilli()))).isEqualTo(end);
    }
}

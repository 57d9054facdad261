package pro.cryptotrader.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.core.RandomWalk;

class TickConflaterTest {
    private static final Instant NOON = Instant.parse("2023-09-01T12:00:00Z");
    private static final Tick TOLD = tick("10000", "9999", "10001", 7, NOON);

    private final TickConflater conflater =
            new TickConflater(new BigDecimal("0.01"), Duration.ofSeconds(1));

    @Test
    void theFirstTickIsTold() {
        assertThat(conflater.tells(null, TOLD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10000.99, 9999, 10001, false",
        "10001, 9999, 10001, true",
        "9999, 9999, 10001, true",
        "10000, 9998, 10001, true",
        "10000, 9999, 10002.01, true",
        "10000, 9999, 10002, false"
    })
    void aTickIsToldWhenAPriceMovedByTheLeastMovement(
            String last, String bid, String ask, boolean told) {
        assertThat(conflater.tells(TOLD, tick(last, bid, ask, 8, NOON.plusMillis(10))))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true"})
    void anUnchangedPriceIsToldAfterTheLongestSilence(long millis, boolean told) {
        var same = tick("10000", "9999", "10001", 8, NOON.plusMillis(millis));

        assertThat(conflater.tells(TOLD, same)).isEqualTo(told);
    }

    @Test
    void aTickFromThePastIsNeverTold() {
        assertThat(conflater.tells(TOLD, tick("9000", "8999", "9001", 6, NOON.plusSeconds(5))))
                .isFalse();
    }

    private static Tick tick(String last, String bid, String ask, long tradeId, Instant at) {
        return new Tick(RandomWalk.BTC, Price.of(last), Price.of(bid), Price.of(ask), tradeId, at);
    }
}

package pro.cryptotrader.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

class SymbolCandlesTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final SymbolCandles candles = new SymbolCandles(BTC, Map.of(), START);

    @Test
    void saysEachMinuteOnceAndInOrder() {
        candles.accept(minute(0, "100"), false);

        assertThat(candles.accept(minute(0, "100"), false)).isEmpty();
        assertThat(candles.accept(minute(1, "101"), false))
                .containsExactly(new CandleClosed(minute(1, "101"), false));
        assertThat(candles.next()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void completesFiveMinutesWithTheFifthMinute() {
        var news = new ArrayList<CandleClosed>();
        for (int i = 0; i < 5; i++) {
            news.addAll(candles.accept(minute(i, Integer.toString(100 + i)), false));
        }

        assertThat(news).hasSize(6);
        var five = news.getLast().candle();
        assertThat(five.interval()).isEqualTo(Interval.M5);
        assertThat(five.open()).isEqualTo(Price.of("100"));
        assertThat(five.close()).isEqualTo(Price.of("104"));
        assertThat(five.volume()).isEqualByComparingTo("5");
    }

    @Test
    void fillsMinutesThatTheVenueDoesNotHaveWithFlatOnes() {
        candles.accept(minute(0, "100"), false);

        var news = candles.accept(minute(3, "107"), false);

        assertThat(news)
                .extracting(closed -> closed.candle().close().toString())
                .containsExactly("100", "100", "107");
        assertThat(news).extracting(CandleClosed::history).containsExactly(true, true, false);
        assertThat(news.get(1).candle().volume()).isEqualByComparingTo("0");
    }

    @Test
    void doesNotRepeatWhatWasPublishedBeforeARestart() {
        var restarted =
                new SymbolCandles(
                        BTC,
                        Map.of(
                                Interval.M1,
                                START.plusSeconds(180),
                                Interval.M5,
                                START.minusSeconds(300)),
                        START);
        var news = new ArrayList<CandleClosed>();
        for (int i = 0; i < 5; i++) {
            news.addAll(restarted.accept(minute(i, "100"), true));
        }

        assertThat(news)
                .extracting(closed -> closed.candle().interval())
                .isEqualTo(List.of(Interval.M1, Interval.M5));
        assertThat(news.getLast().candle().volume()).isEqualByComparingTo("5");
    }

    private static Candle minute(int index, String price) {
        var at = Price.of(price);
        return new Candle(
                BTC,
                Interval.M1,
                START.plusSeconds(60L * index),
                at,
                at,
                at,
                at,
                BigDecimal.ONE,
                at.value(),
                1);
    }
}

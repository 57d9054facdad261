package pro.cryptotrader.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.RandomWalk;

class CandleAggregatorTest {
    private static final List<Candle> MINUTES =
            RandomWalk.candles(1, Interval.M1, Instant.parse("2023-09-01T00:00:00Z"), 20);

    private final CandleAggregator aggregator = new CandleAggregator(List.of(Interval.M5));
    private CandleAggregator.Partials state = CandleAggregator.Partials.none(RandomWalk.BTC);

    @Test
    void aCandleIsEmittedExactlyWhenItsLastMinuteCloses() {
        for (int i = 0; i < 4; i++) {
            assertThat(add(MINUTES.get(i), false)).isEmpty();
        }

        assertThat(add(MINUTES.get(4), false))
                .singleElement()
                .satisfies(event -> {
                    var candle = ((CandleClosed) event).candle();
                    assertThat(candle.interval()).isEqualTo(Interval.M5);
                    assertThat(candle.openTime()).isEqualTo(MINUTES.getFirst().openTime());
                    assertThat(candle.closeTime()).isEqualTo(MINUTES.get(4).closeTime());
                });
    }

    @Test
    void aCandleIsHistoryWhenItsLastMinuteIs() {
        for (int i = 0; i < 4; i++) {
            add(MINUTES.get(i), true);
        }

        assertThat(((CandleClosed) add(MINUTES.get(4), false).getFirst()).history()).isFalse();
    }

    @Test
    void aMinuteFromThePastIsRefused() {
        add(MINUTES.get(0), false);
        add(MINUTES.get(1), false);

        assertThatThrownBy(() -> add(MINUTES.get(0), false))
                .hasMessage(
                        "BTC/USDT: the 1m candle of 2023-09-01T00:00:00Z comes after that of 2023-09-01T00:01:00Z");
    }

    @Test
    void aGapIsRefusedAndNamed() {
        add(MINUTES.get(0), false);

        assertThatThrownBy(() -> add(MINUTES.get(3), false))
                .hasMessage(
                        "BTC/USDT: fill the gap first, 2 1m candles from 2023-09-01T00:01:00Z to 2023-09-01T00:02:00Z are missing");
    }

    @Test
    void anotherSymbolsMinuteIsRefused() {
        state = CandleAggregator.Partials.none(Symbol.of("ETH/USDT"));

        assertThatThrownBy(() -> add(MINUTES.get(0), false))
                .hasMessageContaining("ETH/USDT is built from its 1m candles");
    }

    private List<Event> add(Candle minute, boolean history) {
        var decision = aggregator.decide(state, new CandleClosed(minute, history));
        state = decision.state();
        return decision.events();
    }
}

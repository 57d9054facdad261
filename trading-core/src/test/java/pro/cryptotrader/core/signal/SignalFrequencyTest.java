package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.core.RandomWalk;
import pro.cryptotrader.core.RecordedCandles;
import pro.cryptotrader.core.market.CandleAggregator;

/**
 * How often a symbol at 5m is worth trading in balanced mode (confidence of 55 and more): several
 * times a day, neither once a week nor all the time.
 */
class SignalFrequencyTest {
    private static final int BALANCED = 55;
    private static final double CANDLES_A_DAY = 288;

    @Test
    void aRandomWalkIsBoughtAndSoldSeveralTimesADay() {
        var walk =
                RandomWalk.candles(3, Interval.M5, Instant.parse("2023-09-01T00:00:00Z"), 20_000);

        expectSeveralADay(walk);
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT-5m-2024-01-01_2024-09-05.csv.gz",
        "BTCUSDT-5m-2020-12-01_2021-07-16.csv.gz",
        "ETHUSDT-5m-2020-12-01_2021-07-16.csv.gz"
    })
    void recordedMarketsAreBoughtAndSoldSeveralTimesADay(String file) {
        expectSeveralADay(RecordedCandles.read(file, RandomWalk.BTC, Interval.M5));
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT-1m-2023-09.csv.gz", "BTCUSDT-1m-2022-06.csv.gz"})
    void aCalmAndAStormyMonthAreBoughtAndSoldSeveralTimesADay(String file) {
        expectSeveralADay(fiveMinutes(RecordedCandles.read(file, RandomWalk.BTC, Interval.M1)));
    }

    private static void expectSeveralADay(List<Candle> candles) {
        var judged = judge(candles);
        double days = judged.size() / CANDLES_A_DAY;

        for (var type : List.of(SignalType.BUY, SignalType.SELL)) {
            double candlesADay = judged.stream().filter(s -> isTradable(s, type)).count() / days;
            assertThat(candlesADay).as("%s candles a day", type).isBetween(5.0, 30.0);
            assertThat(episodes(judged, type) / days)
                    .as("%s episodes a day", type)
                    .isBetween(1.0, 6.0);
        }
    }

    /** Runs of tradable signals; a run ends when confidence in its direction falls below 35. */
    private static int episodes(List<Signal> signals, SignalType type) {
        int episodes = 0;
        boolean inside = false;
        for (var signal : signals) {
            if (isTradable(signal, type)) {
                episodes += inside ? 0 : 1;
                inside = true;
            } else if (signal.confidence() < 35 || signal.type() == opposite(type)) {
                inside = false;
            }
        }
        return episodes;
    }

    private static SignalType opposite(SignalType type) {
        return type == SignalType.BUY ? SignalType.SELL : SignalType.BUY;
    }

    private static boolean isTradable(Signal signal, SignalType type) {
        return signal.type() == type && signal.confidence() >= BALANCED;
    }

    private static List<Signal> judge(List<Candle> candles) {
        var desk = new SignalDesk();
        var stream =
                new AnchoredStream(candles.getFirst().symbol(), Interval.M5, RuleEnsemble::usual);
        return candles.stream()
                .flatMap(candle -> {
                    var events = desk.decide(stream, new CandleClosed(candle, false)).events();
                    return stream.isWarm()
                            ? events.stream().map(Signal.class::cast)
                            : Stream.<Signal>empty();
                })
                .toList();
    }

    private static List<Candle> fiveMinutes(List<Candle> minutes) {
        var aggregator = new CandleAggregator(List.of(Interval.M5));
        var state =
                new CandleAggregator.Partials[] {CandleAggregator.Partials.none(RandomWalk.BTC)};
        return minutes.stream()
                .flatMap(minute -> {
                    var decision = aggregator.decide(state[0], new CandleClosed(minute, false));
                    state[0] = decision.state();
                    return decision.events().stream();
                })
                .map(event -> ((CandleClosed) event).candle())
                .toList();
    }
}

package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.core.RandomWalk;

class HearingTest {
    private static final Instant ANCHOR = Instant.ofEpochSecond(5_645L * 1_000 * 300);

    private final SignalDesk desk = new SignalDesk();

    @Test
    void oneWordOfACandleIsTheFirstWordOfWhatTheDeskSaysOfIt() {
        var said = new AnchoredStream(RandomWalk.BTC, Interval.M5, RuleEnsemble::usual);
        var heard = new AnchoredStream(RandomWalk.BTC, Interval.M5, RuleEnsemble::usual);
        int spoken = 0;
        for (var candle : RandomWalk.candles(7, Interval.M5, ANCHOR, 4_000)) {
            var signal =
                    (Signal) desk.decide(said, new CandleClosed(candle, false)).events().getFirst();
            var type = desk.hear(heard, candle.openTime().getEpochSecond(), Bar.of(candle));
            assertThat(type).as("%s", candle.openTime()).isEqualTo(signal.type());
            if (type != SignalType.HOLD) {
                spoken++;
                assertThat(desk.judge(heard, candle)).isEqualTo(signal);
            }
        }
        assertThat(spoken).isGreaterThan(50);
    }

    @Test
    void aDeskThatGivesNoReasonsGivesTheSameSignals() {
        var silent = new SignalDesk(false);
        var stream = new AnchoredStream(RandomWalk.BTC, Interval.M5, RuleEnsemble::usual);
        int spoken = 0;
        for (var candle : RandomWalk.candles(8, Interval.M5, ANCHOR, 3_000)) {
            stream.accept(candle);
            var signal = silent.judge(stream, candle);
            assertThat(signal)
                    .usingRecursiveComparison()
                    .ignoringFields("votes")
                    .isEqualTo(desk.judge(stream, candle));
            if (signal.type() != SignalType.HOLD) {
                assertThat(signal.votes()).isEmpty();
                spoken++;
            }
        }
        assertThat(spoken).isGreaterThan(20);
    }
}

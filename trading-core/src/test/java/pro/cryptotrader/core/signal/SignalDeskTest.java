package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.Gate;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Signal.Vote;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.core.RandomWalk;
import pro.cryptotrader.core.signal.RuleEnsemble.Member;

class SignalDeskTest {
    /** A multiple of 1,000 five-minute candles since 1970: an anchor. */
    private static final Instant ANCHOR = Instant.ofEpochSecond(5_645L * 1_000 * 300);

    private static final List<Candle> CANDLES = RandomWalk.candles(5, Interval.M5, ANCHOR, 2_100);

    private final SignalDesk desk = new SignalDesk();

    @Test
    void aLiveCandleGivesOneSignalAndAHistoryCandleNone() {
        var stream = stream(0);

        assertThat(decide(stream, CANDLES.get(0), true)).isEmpty();
        assertThat(decide(stream, CANDLES.get(1), false)).hasSize(1);
    }

    @Test
    void aColdStreamHoldsAndSaysHowWarmItIs() {
        var stream = stream(100);

        var signal = (Signal) decide(stream, CANDLES.get(0), false).getFirst();

        assertThat(signal)
                .isEqualTo(
                        new Signal(
                                RandomWalk.BTC,
                                Interval.M5,
                                "rule-ensemble",
                                SignalType.HOLD,
                                0,
                                CANDLES.get(0).close(),
                                null,
                                null,
                                ANCHOR,
                                ANCHOR.plusSeconds(600),
                                List.of(
                                        new Vote(
                                                "rule-ensemble",
                                                0,
                                                100,
                                                "warming up: 1 of 1001 candles")),
                                null,
                                Gate.NO_MODEL));
    }

    @Test
    void aStreamIsWarmAThousandCandlesAfterItsFirstAnchor() {
        var onTheAnchor = stream(100);
        var justAfterIt = stream(100);
        for (int i = 0; i < 1_000; i++) {
            desk.decide(onTheAnchor, history(CANDLES.get(i)));
        }
        for (int i = 1; i < 2_000; i++) {
            desk.decide(justAfterIt, history(CANDLES.get(i)));
        }

        assertThat(onTheAnchor.isWarm()).isFalse();
        assertThat(justAfterIt.isWarm()).isFalse();
        assertThat(justAfterIt.warmUp()).isEqualTo(new AnchoredStream.Progress(1_999, 2_000));
        desk.decide(onTheAnchor, history(CANDLES.get(1_000)));
        desk.decide(justAfterIt, history(CANDLES.get(2_000)));
        assertThat(onTheAnchor.isWarm()).isTrue();
        assertThat(justAfterIt.isWarm()).isTrue();
    }

    @Test
    void aBuyIsProtectedTwoAndThreeAverageRangesFromTheClose() {
        var stream = warm(100);

        var signal = (Signal) decide(stream, CANDLES.get(1_500), false).getFirst();

        double atr = stream.speaker().atr();
        double close = signal.entry().value().doubleValue();
        assertThat(signal.type()).isEqualTo(SignalType.BUY);
        assertThat(signal.confidence()).isEqualTo(100);
        assertThat(signal.entry()).isEqualTo(CANDLES.get(1_500).close());
        assertThat(signal.stopLoss()).isEqualTo(rounded(close - 2 * atr));
        assertThat(signal.takeProfit()).isEqualTo(rounded(close + 3 * atr));
        assertThat(signal.votes())
                .containsExactly(
                        new Vote("fixed", 100, 100, "always 100"),
                        new Vote("patient", 0, 0, "waits"));
    }

    @Test
    void aSellIsProtectedTheOtherWayRound() {
        var signal = (Signal) decide(warm(-100), CANDLES.get(1_500), false).getFirst();

        assertThat(signal.type()).isEqualTo(SignalType.SELL);
        assertThat(signal.stopLoss()).isGreaterThan(signal.entry());
        assertThat(signal.takeProfit()).isLessThan(signal.entry());
    }

    @Test
    void aCandleThatIsNotLaterThanTheLastOneIsIgnored() {
        var stream = warm(100);

        assertThat(decide(stream, CANDLES.get(1_499), false)).isEmpty();
        assertThat(decide(stream, CANDLES.get(1_400), false)).isEmpty();
        assertThat(stream.lastOpenTime()).isEqualTo(CANDLES.get(1_499).openTime());
    }

    @Test
    void aPriceThatHasNeverMovedIsHeld() {
        var stream = stream(100);
        var flat = CANDLES.getFirst();
        for (int i = 0; i < 2_000; i++) {
            flat = flatAfter(flat);
            desk.decide(stream, history(flat));
        }

        var signal = (Signal) decide(stream, flatAfter(flat), false).getFirst();

        assertThat(signal.type()).isEqualTo(SignalType.HOLD);
        assertThat(signal.votes().getFirst().reason())
                .isEqualTo("the price hardly moves: no room for a stop-loss");
    }

    @Test
    void aGapLongerThanABlockMakesItWarmUpAgain() {
        var stream = warm(100);
        var later = RandomWalk.candles(6, Interval.M5, ANCHOR.plusSeconds(300L * 4_000), 1_002);

        var first = (Signal) decide(stream, later.getFirst(), false).getFirst();
        for (int i = 1; i <= 1_000; i++) {
            desk.decide(stream, history(later.get(i)));
        }

        assertThat(first.type()).isEqualTo(SignalType.HOLD);
        assertThat(first.votes().getFirst().reason()).startsWith("warming up");
        assertThat(stream.isWarm()).isTrue();
    }

    @Test
    void anotherSymbolsCandleIsRefused() {
        var stream = new AnchoredStream(RandomWalk.BTC, Interval.M1, SignalDeskTest::alwaysBuying);

        assertThatThrownBy(() -> desk.decide(stream, history(CANDLES.getFirst())))
                .hasMessage("this stream watches BTC/USDT 1m, not BTC/USDT 5m");
    }

    private static RuleEnsemble alwaysBuying() {
        return fixed(100);
    }

    /** One opinion, and a strategy beside it that needs its time like a real one. */
    private static RuleEnsemble fixed(int score) {
        return new RuleEnsemble(
                List.of(
                        new Member(new FixedStrategy("fixed", score), 100),
                        new Member(new Patient(), 0)));
    }

    private static AnchoredStream stream(int score) {
        return new AnchoredStream(RandomWalk.BTC, Interval.M5, () -> fixed(score));
    }

    private AnchoredStream warm(int score) {
        var stream = stream(score);
        for (var candle : CANDLES.subList(0, 1_500)) {
            desk.decide(stream, history(candle));
        }
        return stream;
    }

    private static Candle flatAfter(Candle candle) {
        var price = candle.close();
        return new Candle(
                candle.symbol(),
                candle.interval(),
                candle.closeTime(),
                price,
                price,
                price,
                price,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0);
    }

    private static CandleClosed history(Candle candle) {
        return new CandleClosed(candle, true);
    }

    private List<Event> decide(AnchoredStream stream, Candle candle, boolean history) {
        return new ArrayList<>(desk.decide(stream, new CandleClosed(candle, history)).events());
    }

    private static Price rounded(double value) {
        return new Price(new BigDecimal(value).round(new java.math.MathContext(8)));
    }

    /** Needs 600 candles and has no opinion. */
    private static final class Patient implements Strategy {
        @Override
        public String name() {
            return "patient";
        }

        @Override
        public int warmUp() {
            return 600;
        }

        @Override
        public void update(Bar bar) {}

        @Override
        public int score() {
            return 0;
        }

        @Override
        public String reason() {
            return "waits";
        }
    }
}

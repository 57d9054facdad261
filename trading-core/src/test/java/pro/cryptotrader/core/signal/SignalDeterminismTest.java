package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.core.RandomWalk;

/** A signal is a function of the candles before it, and of nothing else. */
class SignalDeterminismTest {
    private static final Instant START = Instant.parse("2023-09-01T07:25:00Z");
    private static final List<Candle> CANDLES =
            RandomWalk.candles(2_023, Interval.M5, START, 6_000);
    private static final int JUDGED_FROM = 4_000;
    private static final List<Signal> SIGNALS = signals(CANDLES, 0, JUDGED_FROM);

    private static final Path GOLDEN = Path.of("src/test/resources/signals-golden.jsonl");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 499, 1_000, 1_357, 1_733, 1_999, 2_000})
    void aStreamThatBeganAnywhereTwoThousandCandlesEarlierGivesTheSameSignals(int start) {
        assertThat(signals(CANDLES, start, JUDGED_FROM)).isEqualTo(SIGNALS);
    }

    @Test
    void aStreamThatBeganTooLateHoldsRatherThanGivingAnotherSignal() {
        var late = signals(CANDLES, 3_500, JUDGED_FROM);

        for (int i = 0; i < late.size(); i++) {
            if (!late.get(i).votes().getFirst().reason().startsWith("warming up")) {
                assertThat(late.get(i)).isEqualTo(SIGNALS.get(i));
            }
        }
        assertThat(late.getFirst().votes().getFirst().reason()).startsWith("warming up");
        assertThat(late.getLast()).isEqualTo(SIGNALS.getLast());
    }

    @Test
    void afterALongHoleItWarmsUpAnewRatherThanSpeakingOfTooFewCandles() {
        int hole = 2_100;
        var holed = new ArrayList<>(CANDLES.subList(0, hole));
        holed.addAll(CANDLES.subList(4_300, CANDLES.size()));

        var after = signals(holed, 0, hole);

        assertThat(after.subList(0, AnchoredStream.BLOCK - 1))
                .allMatch(signal -> signal.votes().getFirst().reason().startsWith("warming up"));
        assertThat(after.getLast()).isEqualTo(SIGNALS.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {4_001, 4_700, 5_000, 5_999})
    void cuttingTheFutureOffOrChangingItChangesNoPastSignal(int cut) {
        var otherFuture = new ArrayList<>(CANDLES.subList(0, cut));
        otherFuture.addAll(
                RandomWalk.candles(99, Interval.M5, CANDLES.get(cut).openTime(), 6_000 - cut));
        var past = SIGNALS.subList(0, cut - JUDGED_FROM);

        assertThat(signals(CANDLES.subList(0, cut), 0, JUDGED_FROM)).isEqualTo(past);
        assertThat(signals(otherFuture, 0, JUDGED_FROM).subList(0, past.size())).isEqualTo(past);
    }

    @Test
    void allThreeKindsOfSignalsOccur() {
        assertThat(SIGNALS)
                .extracting(Signal::type)
                .contains(Signal.SignalType.BUY, Signal.SignalType.SELL, Signal.SignalType.HOLD);
    }

    /**
     * The first lines word by word, the rest by hash. A deliberate change of the strategies is
     * recorded with {@code ./mvnw -Dgolden.write=true}.
     */
    @Test
    void theSignalsOfAGeneratedSeriesAreThoseOfTheGoldenFile() throws IOException {
        var lines = SIGNALS.stream().map(SignalDeterminismTest::line).toList();
        var expected = new ArrayList<>(lines.subList(0, 40));
        expected.add("sha-256 of all %d: %s".formatted(lines.size(), hash(lines)));
        if (Boolean.getBoolean("golden.write")) {
            Files.write(GOLDEN, expected);
        }

        assertThat(expected).isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static List<Signal> signals(List<Candle> candles, int start, int judgedFrom) {
        var desk = new SignalDesk();
        var stream = new AnchoredStream(RandomWalk.BTC, Interval.M5, RuleEnsemble::usual);
        var signals = new ArrayList<Signal>();
        for (int i = start; i < candles.size(); i++) {
            desk.decide(stream, new CandleClosed(candles.get(i), i < judgedFrom))
                    .events()
                    .forEach(e -> signals.add((Signal) e));
        }
        return signals;
    }

    private static String line(Signal signal) {
        var id = DeterministicId.root("golden|" + signal.candleOpenTime());
        return EventJson.write(Envelope.root(id, "golden", signal.candleOpenTime(), signal));
    }

    private static String hash(List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

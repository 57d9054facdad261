package pro.cryptotrader.backtester.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;

class SignalReplayTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final int CANDLES = 2_600;
    private static final int HISTORY = 2_100;

    @TempDir Path folder;

    private final List<String> candles = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();

    @Test
    void aSessionIsReproducedByteForByte() throws IOException {
        session();

        assertThat(replay()).isEqualTo(new ReplayOutcome(CANDLES - HISTORY, 0, 0, null));
    }

    @Test
    void aChangedCandleShowsTheFirstSignalThatItChanges() throws IOException {
        session();
        int changed = HISTORY + 50;
        // The close becomes the low.
        candles.set(
                changed,
                candles.get(changed)
                        .replaceFirst(
                                "\"low\":\"([\\d.]+)\",\"close\":\"[\\d.]+\"",
                                "\"low\":\"$1\",\"close\":\"$1\""));

        var outcome = replay();

        assertThat(outcome.different()).isPositive();
        // A change fades: long after it some signals are the same again.
        assertThat(outcome.reproduced()).isGreaterThanOrEqualTo(50);
        var first = Objects.requireNonNull(outcome.first());
        assertThat(first.line()).isEqualTo(51);
        assertThat(first.fields()).extracting(JsonField::path).contains("data.entry");
    }

    @Test
    void aWordThatWasChangedAfterwardsIsFound() throws IOException {
        session();
        signals.set(7, signals.get(7).replaceFirst("EMA 200", "EMA 201"));

        var first = Objects.requireNonNull(replay().first());

        assertThat(first.line()).isEqualTo(8);
        assertThat(first.fields())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.path()).isEqualTo("data.votes[0].reason");
                    assertThat(field.recorded()).contains("EMA 201");
                    assertThat(field.replayed()).contains("EMA 200");
                });
    }

    @Test
    void signalsBeforeTheRecordingIsWarmAreNotJudged() throws IOException {
        session();
        var late = candles.subList(HISTORY - 100, CANDLES);

        var outcome = replay(late);

        assertThat(outcome.different()).isZero();
        assertThat(outcome.unjudged() + outcome.reproduced()).isEqualTo(CANDLES - HISTORY);
        assertThat(outcome.unjudged()).isPositive();
    }

    @Test
    void aFolderWithoutATopicIsNamed() {
        assertThatThrownBy(() -> SignalReplay.of(new Recording(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signals.jsonl");
    }

    /** As market-monitor and signal-service would say it. */
    private void session() {
        var desk = new SignalDesk();
        var stream = new AnchoredStream(BTC, Interval.M5, RuleEnsemble::usual);
        var block = new CandleBlock(CANDLES);
        try (var reader = Walk.of(BTC, Interval.M5, 21, CANDLES).read(Instant.MIN, Instant.MAX)) {
            assertThat(reader.read(block)).isTrue();
        }
        for (int i = 0; i < CANDLES; i++) {
            var closed = new CandleClosed(candle(block, i), i < HISTORY);
            var envelope =
                    Envelope.root(
                            closed.candle().id(),
                            "market-monitor-service",
                            closed.candle().closeTime(),
                            closed);
            candles.add(EventJson.write(envelope));
            var decision = desk.decide(stream, closed);
            envelope.causes("signal-service", closed.candle().closeTime(), decision.events())
                    .forEach(signal -> signals.add(EventJson.write(signal)));
        }
    }

    private static Candle candle(CandleBlock block, int i) {
        return new Candle(
                BTC,
                Interval.M5,
                Instant.ofEpochMilli(block.openTime(i)),
                price(block.open(i)),
                price(block.high(i)),
                price(block.low(i)),
                price(block.close(i)),
                BigDecimal.valueOf(block.volume(i), 5),
                BigDecimal.valueOf(block.quoteVolume(i), 5),
                block.trades(i));
    }

    private static Price price(long cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }

    private ReplayOutcome replay() throws IOException {
        return replay(candles);
    }

    private ReplayOutcome replay(List<String> heard) throws IOException {
        var recording = new Recording(folder);
        Files.write(recording.file(Topic.MARKET_CANDLES), heard);
        Files.write(recording.file(Topic.SIGNALS), signals);
        return SignalReplay.of(recording);
    }
}

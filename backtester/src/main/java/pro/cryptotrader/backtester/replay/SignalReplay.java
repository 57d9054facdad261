package pro.cryptotrader.backtester.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;

/**
 * Gives the recorded candles to the signal desk once more and compares every signal that was said
 * with what the desk says now, byte for byte: ids, causes, numbers and words.
 */
public final class SignalReplay {
    private final SignalDesk desk = new SignalDesk();
    private final JsonDifferences differences = new JsonDifferences();
    private final Map<Series, AnchoredStream> streams = new HashMap<>();
    private final Map<Moment, Said> said = new HashMap<>();
    private long reproduced;
    private long different;
    private long unjudged;
    private ReplayOutcome.@Nullable Difference first;

    private record Series(Symbol symbol, Interval interval) {}

    /** A candle of a series. */
    private record Moment(Symbol symbol, Interval interval, Instant openTime) {}

    /** A recorded signal. */
    private record Said(int line, String source, String text) {}

    private SignalReplay() {}

    /**
     * Replays.
     *
     * @throws IOException when the recording cannot be read
     */
    public static ReplayOutcome of(Recording recording) throws IOException {
        var replay = new SignalReplay();
        replay.remember(recording.messages(Topic.SIGNALS));
        for (var message : recording.messages(Topic.MARKET_CANDLES)) {
            replay.hear(message);
        }
        return new ReplayOutcome(
                replay.reproduced,
                replay.different,
                replay.unjudged + replay.said.size(),
                replay.first);
    }

    private void remember(List<String> messages) {
        int line = 0;
        for (var text : messages) {
            line++;
            var envelope = EventJson.read(text);
            if (envelope.data() instanceof Signal signal) {
                // A message may have been delivered twice.
                said.putIfAbsent(
                        new Moment(signal.symbol(), signal.interval(), signal.candleOpenTime()),
                        new Said(line, envelope.source(), text));
            }
        }
    }

    private void hear(String message) {
        var envelope = EventJson.read(message);
        if (!(envelope.data() instanceof CandleClosed closed)) {
            return;
        }
        var candle = closed.candle();
        var stream =
                streams.computeIfAbsent(
                        new Series(candle.symbol(), candle.interval()),
                        series ->
                                new AnchoredStream(
                                        series.symbol(), series.interval(), RuleEnsemble::usual));
        if (!stream.accept(candle)) {
            return;
        }
        var recorded =
                said.remove(new Moment(candle.symbol(), candle.interval(), candle.openTime()));
        if (recorded != null) {
            var again =
                    envelope.causes(
                                    recorded.source(),
                                    candle.closeTime(),
                                    List.of(desk.judge(stream, candle)))
                            .getFirst();
            compare(recorded, EventJson.write(again), stream, candle);
        }
    }

    private void compare(Said recorded, String again, AnchoredStream stream, Candle candle) {
        if (recorded.text().equals(again)) {
            reproduced++;
        } else if (!stream.isWarm()) {
            unjudged++;
        } else {
            different++;
            if (first == null || recorded.line() < first.line()) {
                first =
                        new ReplayOutcome.Difference(
                                Topic.SIGNALS.topicName(),
                                recorded.line(),
                                "the signal on the %s candle of %s that opened at %s"
                                        .formatted(
                                                candle.interval().code(),
                                                candle.symbol(),
                                                candle.openTime()),
                                differences.between(recorded.text(), again));
            }
        }
    }
}

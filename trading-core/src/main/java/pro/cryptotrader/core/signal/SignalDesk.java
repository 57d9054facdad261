package pro.cryptotrader.core.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.Gate;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Signal.Vote;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.core.Decision;

/**
 * Makes one explained signal of each live candle. Stop-loss and take-profit lie 2 and 3 ATR from
 * the close; the signal expires one interval after the candle has closed.
 */
public final class SignalDesk {
    /** Who speaks. */
    public static final String STRATEGY = "rule-ensemble";

    private static final double STOP_ATR = 2;
    private static final double TARGET_ATR = 3;

    /** A stop this close to the entry (a millionth) would mean nothing. */
    private static final double LEAST_ATR = 1e-6;

    private final boolean tellsReasons;

    /** The desk that makes the signals of the house. */
    public SignalDesk() {
        this(true);
    }

    /**
     * A desk for experiments; its signals are the same, but may lack the votes.
     *
     * @param tellsReasons whether signals carry votes with their reasons, which people read
     */
    public SignalDesk(boolean tellsReasons) {
        this.tellsReasons = tellsReasons;
    }

    /**
     * Takes a candle into {@code stream} and says what the ensemble makes of it. A history candle
     * only warms; a candle that is not later than the last one is ignored. The answer depends on
     * nothing but the candles that the stream was given; the returned state is the same, changed
     * object.
     *
     * @return at most one {@link Signal}
     */
    public Decision<AnchoredStream> decide(AnchoredStream stream, CandleClosed closed) {
        var candle = closed.candle();
        if (!stream.accept(candle) || closed.history()) {
            return Decision.quiet(stream);
        }
        return new Decision<>(stream, List.of(judge(stream, candle)));
    }

    /**
     * Takes a live candle and says in one word what {@link #decide} would say of it, for whoever
     * hears millions of candles; {@link #judge} has the rest.
     *
     * @param openSecond the candle's open time in seconds since 1970
     */
    public SignalType hear(AnchoredStream stream, long openSecond, Bar bar) {
        if (!stream.accept(openSecond, bar) || !stream.isWarm()) {
            return SignalType.HOLD;
        }
        var ensemble = stream.speaker();
        return hasRoom(ensemble, bar.close()) ? ensemble.opinion().type() : SignalType.HOLD;
    }

    /** Whether a stop-loss would mean anything. */
    private static boolean hasRoom(RuleEnsemble ensemble, double close) {
        return ensemble.atr() > close * LEAST_ATR;
    }

    /** What the ensemble makes of {@code candle}, the latest one that the stream has taken. */
    public Signal judge(AnchoredStream stream, Candle candle) {
        if (!stream.isWarm()) {
            var progress = stream.warmUp();
            return hold(
                    candle,
                    0,
                    "warming up: %d of %d candles".formatted(progress.seen(), progress.needed()));
        }
        var ensemble = stream.speaker();
        double close = candle.close().value().doubleValue();
        if (!hasRoom(ensemble, close)) {
            return hold(candle, 0, "the price hardly moves: no room for a stop-loss");
        }
        var opinion = ensemble.opinion();
        double direction =
                switch (opinion.type()) {
                    case BUY -> 1;
                    case SELL -> -1;
                    case HOLD -> 0;
                };
        if (direction == 0) {
            return signal(
                    candle, opinion.type(), opinion.confidence(), null, null, votes(ensemble));
        }
        return signal(
                candle,
                opinion.type(),
                opinion.confidence(),
                price(close, -direction * STOP_ATR * ensemble.atr()),
                price(close, direction * TARGET_ATR * ensemble.atr()),
                votes(ensemble));
    }

    private List<Vote> votes(RuleEnsemble ensemble) {
        return tellsReasons ? ensemble.votes() : List.of();
    }

    private static Signal hold(Candle candle, int confidence, String reason) {
        return signal(
                candle,
                SignalType.HOLD,
                confidence,
                null,
                null,
                List.of(new Vote(STRATEGY, 0, 100, reason)));
    }

    private static Signal signal(
            Candle candle,
            SignalType type,
            int confidence,
            @Nullable Price stopLoss,
            @Nullable Price takeProfit,
            List<Vote> votes) {
        return new Signal(
                candle.symbol(),
                candle.interval(),
                STRATEGY,
                type,
                confidence,
                candle.close(),
                stopLoss,
                takeProfit,
                candle.openTime(),
                candle.closeTime().plus(candle.interval().duration()),
                votes,
                null,
                Gate.NO_MODEL);
    }

    /** Never below a hundredth of the close. */
    private static Price price(double close, double distance) {
        return ShortDecimals.price(Math.max(close + distance, close / 100));
    }
}

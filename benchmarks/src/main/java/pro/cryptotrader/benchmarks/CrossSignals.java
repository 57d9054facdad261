package pro.cryptotrader.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.Gate;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.core.engine.ExitRule;
import pro.cryptotrader.core.engine.SignalMaker;
import pro.cryptotrader.core.indicator.Ema;
import pro.cryptotrader.core.indicator.Rsi;

/**
 * The strategy of the comparison: enter when EMA 12 crosses above EMA 26 and RSI 14 is below 70,
 * leave when it crosses below.
 */
final class CrossSignals implements SignalMaker {
    static final String NAME = "ema-cross";

    /** Candles at the start in which nobody trades. */
    static final int SILENT = 500;

    /** Leaves one per cent below and two per cent above what was paid. */
    static final ExitRule STOP_AND_TARGET =
            (entry, close) ->
                    close <= entry * 0.99 || close >= entry * 1.02
                            ? ExitRequested.Reason.OPPOSITE_SIGNAL
                            : null;

    private final Ema fast = Ema.of(12);
    private final Ema slow = Ema.of(26);
    private final Rsi rsi = new Rsi(14);
    private int side;
    private int seen;
    private @Nullable SignalType type;

    @Override
    public String strategy() {
        return NAME;
    }

    @Override
    public void warm(
            long openSecond, double open, double high, double low, double close, double volume) {
        update(close);
    }

    @Override
    public boolean hear(
            long openSecond, double open, double high, double low, double close, double volume) {
        return update(close);
    }

    private boolean update(double close) {
        double difference = fast.update(close) - slow.update(close);
        double strength = rsi.update(close);
        seen++;
        int before = side;
        if (difference > 0) {
            side = 1;
        } else if (difference < 0) {
            side = -1;
        }
        type = null;
        if (before * side < 0 && seen > SILENT) {
            if (side < 0) {
                type = SignalType.SELL;
            } else if (strength < 70) {
                type = SignalType.BUY;
            }
        }
        return type != null;
    }

    @Override
    public Signal signal(Candle candle) {
        if (type == null) {
            throw new IllegalStateException("nothing was said of " + candle);
        }
        return new Signal(
                candle.symbol(),
                candle.interval(),
                NAME,
                type,
                100,
                candle.close(),
                candle.low(),
                candle.high(),
                candle.openTime(),
                candle.closeTime().plus(candle.interval().duration()),
                List.of(),
                null,
                Gate.NO_MODEL);
    }
}

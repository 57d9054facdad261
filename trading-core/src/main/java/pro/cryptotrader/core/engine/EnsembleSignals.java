package pro.cryptotrader.core.engine;

import java.util.function.Supplier;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.Bar;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;

/** The signals of the house, as signal-service makes them. */
public final class EnsembleSignals implements SignalMaker {
    private final SignalDesk desk;
    private final AnchoredStream stream;

    /**
     * Signals of one symbol and interval.
     *
     * @param newEnsemble gives a fresh ensemble at each call
     */
    public EnsembleSignals(Symbol symbol, Interval interval, Supplier<RuleEnsemble> newEnsemble) {
        this(new SignalDesk(), symbol, interval, newEnsemble);
    }

    private EnsembleSignals(
            SignalDesk desk, Symbol symbol, Interval interval, Supplier<RuleEnsemble> newEnsemble) {
        this.desk = desk;
        this.stream = new AnchoredStream(symbol, interval, newEnsemble);
    }

    /** The same signals without their votes, for whoever makes thousands that nobody reads. */
    public static EnsembleSignals silent(
            Symbol symbol, Interval interval, Supplier<RuleEnsemble> newEnsemble) {
        return new EnsembleSignals(new SignalDesk(false), symbol, interval, newEnsemble);
    }

    @Override
    public String strategy() {
        return SignalDesk.STRATEGY;
    }

    @Override
    public void warm(
            long openSecond, double open, double high, double low, double close, double volume) {
        stream.accept(openSecond, new Bar(open, high, low, close, volume));
    }

    @Override
    public boolean hear(
            long openSecond, double open, double high, double low, double close, double volume) {
        var bar = new Bar(open, high, low, close, volume);
        return desk.hear(stream, openSecond, bar) != SignalType.HOLD;
    }

    @Override
    public Signal signal(Candle candle) {
        return desk.judge(stream, candle);
    }
}

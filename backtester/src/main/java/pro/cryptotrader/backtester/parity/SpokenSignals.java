package pro.cryptotrader.backtester.parity;

import java.util.function.Consumer;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.core.engine.SignalMaker;

/** Says every signal aloud, HOLD too, as signal-service does. */
record SpokenSignals(SignalMaker maker, Consumer<Signal> listener) implements SignalMaker {
    @Override
    public String strategy() {
        return maker.strategy();
    }

    @Override
    public void warm(
            long openSecond, double open, double high, double low, double close, double volume) {
        maker.warm(openSecond, open, high, low, close, volume);
    }

    @Override
    public boolean hear(
            long openSecond, double open, double high, double low, double close, double volume) {
        maker.hear(openSecond, open, high, low, close, volume);
        return true;
    }

    @Override
    public Signal signal(Candle candle) {
        var signal = maker.signal(candle);
        listener.accept(signal);
        return signal;
    }
}

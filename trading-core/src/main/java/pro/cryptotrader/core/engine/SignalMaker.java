package pro.cryptotrader.core.engine;

import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;

/**
 * Makes signals of one symbol's candles. Asked in two steps, because of a million candles few give
 * a signal worth words.
 */
public interface SignalMaker {
    /** The strategy's name in its signals. */
    String strategy();

    /**
     * Takes the next candle, one that only warms.
     *
     * @param openSecond its open time in seconds since 1970
     */
    void warm(long openSecond, double open, double high, double low, double close, double volume);

    /**
     * Takes the next candle.
     *
     * @param openSecond its open time in seconds since 1970
     * @return whether it gives a BUY or SELL signal
     */
    boolean hear(
            long openSecond, double open, double high, double low, double close, double volume);

    /** The signal of the candle that was heard last. */
    Signal signal(Candle candle);
}

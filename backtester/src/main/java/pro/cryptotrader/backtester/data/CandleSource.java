package pro.cryptotrader.backtester.data;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Recorded candles of one symbol and interval, in order of time, each once. Numbers are whole
 * multiples of {@code 10^-decimals}, so that nothing is lost and nothing is allocated.
 */
public interface CandleSource {
    Symbol symbol();

    Interval interval();

    /** Decimals of the four prices, 0 to 8. */
    int priceDecimals();

    /** Decimals of volume and quote volume, 0 to 8. */
    int volumeDecimals();

    /** Open time of the first candle; {@link Instant#MAX} when there is none. */
    Instant first();

    /** Open time of the last candle; {@link Instant#MIN} when there is none. */
    Instant last();

    /**
     * Starts to read.
     *
     * @param from open time of the first candle wanted, inclusive
     * @param to open time where to stop, exclusive
     */
    CandleReader read(Instant from, Instant to);
}

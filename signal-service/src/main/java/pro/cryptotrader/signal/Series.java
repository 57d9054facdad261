package pro.cryptotrader.signal;

import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** The candles of one symbol and interval. */
public record Series(Symbol symbol, Interval interval) {
    public static Series of(Candle candle) {
        return new Series(candle.symbol(), candle.interval());
    }
}

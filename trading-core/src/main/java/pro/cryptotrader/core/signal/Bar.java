package pro.cryptotrader.core.signal;

import pro.cryptotrader.contracts.value.Candle;

/**
 * A closed candle as strategies see it: approximate on purpose, good for statistics and never for
 * money.
 */
public record Bar(double open, double high, double low, double close, double volume) {
    /** The one place where exact prices become approximate ones. */
    public static Bar of(Candle candle) {
        return new Bar(
                candle.open().value().doubleValue(),
                candle.high().value().doubleValue(),
                candle.low().value().doubleValue(),
                candle.close().value().doubleValue(),
                candle.volume().doubleValue());
    }

    /** How the candle ended within its range: 1 rose from bottom to top, -1 fell, 0 undecided. */
    public double push() {
        double range = high - low;
        return range > 0 ? (close - open) / range : 0;
    }
}

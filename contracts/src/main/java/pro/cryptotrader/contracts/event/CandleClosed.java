package pro.cryptotrader.contracts.event;

import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A candle is final. Per symbol and interval without gaps, in order, each once. Topic {@code
 * market.candles}.
 *
 * @param history true for a candle that had closed before the monitor first looked: it warms
 *     indicators, nobody acts on it
 */
public record CandleClosed(Candle candle, boolean history) implements MarketEvent {
    @Override
    public Symbol symbol() {
        return candle.symbol();
    }
}

package pro.cryptotrader.backtester.engine;

import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.contracts.value.Instrument;

/**
 * A symbol that is traded.
 *
 * @param candles as fine as there are; coarser ones are built from them
 */
public record MarketPlan(Instrument instrument, CandleSource candles) {
    public MarketPlan {
        if (!instrument.symbol().equals(candles.symbol())) {
            throw new IllegalArgumentException(
                    "the rules of %s do not fit the candles of %s"
                            .formatted(instrument.symbol(), candles.symbol()));
        }
    }
}

package pro.cryptotrader.backtester.engine;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What a symbol did while it was traded: the ground for buy-and-hold.
 *
 * @param interval of the candles that were read; the strategies' own may be coarser
 * @param candles how many of them, quiet ones in gaps included, warm-up left out
 * @param warmUp how many more came before to warm the indicators
 * @param firstOpen open price of the first candle that was traded
 * @param lastClose close price of the last one
 */
public record MarketSummary(
        Symbol symbol,
        Interval interval,
        long candles,
        long warmUp,
        Instant first,
        Instant last,
        Price firstOpen,
        Price lastClose) {}

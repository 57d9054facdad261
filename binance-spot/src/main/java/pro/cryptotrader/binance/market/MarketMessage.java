package pro.cryptotrader.binance.market;

import java.math.BigDecimal;
import java.time.Instant;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** What a combined market stream says; symbols in the venue's spelling. */
public sealed interface MarketMessage {
    String symbol();

    /** A trade between two others. */
    record Trade(String symbol, Price price, long tradeId, Instant at) implements MarketMessage {}

    /** The best prices now; the venue sends no time with them. */
    record BestPrices(String symbol, Price bid, Price ask) implements MarketMessage {}

    /** A one-minute candle that will not change any more. */
    record ClosedMinute(
            String symbol,
            Instant openTime,
            Price open,
            Price high,
            Price low,
            Price close,
            BigDecimal volume,
            BigDecimal quoteVolume,
            long trades)
            implements MarketMessage {
        /** The candle of {@code of}, which {@link #symbol} stands for. */
        public Candle candle(Symbol of) {
            return new Candle(
                    of, Interval.M1, openTime, open, high, low, close, volume, quoteVolume, trades);
        }
    }
}

package pro.cryptotrader.simulator.market;

import pro.cryptotrader.simulator.matching.Amounts;

/** A candle; amounts in 1e-8, open time in milliseconds. */
public record Candle(
        long openTime,
        long open,
        long high,
        long low,
        long close,
        long volume,
        long quoteVolume,
        long trades,
        long takerVolume,
        long takerQuoteVolume) {

    /** A stretch without trades. */
    public static Candle flat(long openTime, long price) {
        return new Candle(openTime, price, price, price, price, 0, 0, 0, 0, 0);
    }

    /** A candle of one trade. */
    public static Candle of(long openTime, MarketTrade trade) {
        var quote = Amounts.multiply(trade.price(), trade.quantity());
        var taker = trade.buyerMaker() ? 0 : trade.quantity();
        return new Candle(
                openTime,
                trade.price(),
                trade.price(),
                trade.price(),
                trade.price(),
                trade.quantity(),
                quote,
                1,
                taker,
                trade.buyerMaker() ? 0 : quote);
    }

    /** This candle and a later one as one, opened at {@code openTime}. */
    public Candle and(Candle later, long openTime) {
        return new Candle(
                openTime,
                open,
                Math.max(high, later.high),
                Math.min(low, later.low),
                later.close,
                sum(volume, later.volume),
                sum(quoteVolume, later.quoteVolume),
                trades + later.trades,
                sum(takerVolume, later.takerVolume),
                sum(takerQuoteVolume, later.takerQuoteVolume));
    }

    /**
     * A month of a busy symbol can outgrow a long: then it says the most it can rather than stop
     * the market.
     */
    private static long sum(long a, long b) {
        var sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The same candle under another open time. */
    public Candle openedAt(long time) {
        return new Candle(
                time,
                open,
                high,
                low,
                close,
                volume,
                quoteVolume,
                trades,
                takerVolume,
                takerQuoteVolume);
    }
}

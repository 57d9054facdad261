package pro.cryptotrader.simulator.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Instrument;

/**
 * Trades that make a given candle: from open over both extremes to close, the low first in a rising
 * candle. Built from these trades, open, high, low, close and volume are the candle's to the last
 * digit.
 */
public final class CandleWalk {
    private static final int LEAST_TRADES = 4;

    private final Instrument instrument;
    private final long seed;

    /** Walks of one symbol; the seed decides what the candle leaves open. */
    public CandleWalk(Instrument instrument, long seed) {
        this.instrument = instrument;
        this.seed = seed;
    }

    /** The candle's trades in order of time, none for a candle without volume. */
    public List<MarketTrade> trades(Candle candle, long lengthMillis) {
        if (candle.volume() == 0) {
            return List.of();
        }
        var dice = new Dice(seed, instrument.symbol() + "/walk", candle.openTime());
        var minutes = Math.max(1, lengthMillis / Interval.MINUTE);
        var wanted = lengthMillis < Interval.MINUTE ? LEAST_TRADES : dice.between(18, 30) * minutes;
        var count =
                (int) Math.max(LEAST_TRADES, Math.min(wanted, candle.volume() / instrument.step()));
        var prices = prices(candle, count, dice);
        var quantities = quantities(candle.volume(), count, dice);
        var times = times(candle.openTime(), lengthMillis, count, dice);
        var trades = new ArrayList<MarketTrade>(count);
        var before = candle.open();
        for (var i = 0; i < count; i++) {
            var price = prices[i];
            var buyerMaker = price == before ? dice.uniform() < 0.5 : price < before;
            trades.add(
                    new MarketTrade(
                            instrument.symbol(), 0, times[i], price, quantities[i], buyerMaker));
            before = price;
        }
        return trades;
    }

    private long[] prices(Candle candle, int count, Dice dice) {
        var first = candle.close() >= candle.open() ? candle.low() : candle.high();
        var second = first == candle.low() ? candle.high() : candle.low();
        var firstAt = dice.between(1, Math.max(1, count / 2 - 1));
        var secondAt = dice.between(firstAt + 1, count - 2);
        var prices = new long[count];
        stretch(prices, candle, 0, candle.open(), firstAt, first, dice);
        stretch(prices, candle, firstAt, first, secondAt, second, dice);
        stretch(prices, candle, secondAt, second, count - 1, candle.close(), dice);
        return prices;
    }

    private void stretch(
            long[] prices, Candle candle, int fromAt, long from, int toAt, long to, Dice dice) {
        prices[fromAt] = from;
        prices[toAt] = to;
        var range = candle.high() - candle.low();
        for (var i = fromAt + 1; i < toAt; i++) {
            var straight = from + (double) (to - from) * (i - fromAt) / (toAt - fromAt);
            var price =
                    Math.round((straight + range * 0.08 * dice.normal()) / instrument.tick())
                            * instrument.tick();
            prices[i] = Math.clamp(price, candle.low(), candle.high());
        }
    }

    private long[] quantities(long volume, int count, Dice dice) {
        var weights = new double[count];
        for (var i = 0; i < count; i++) {
            weights[i] = 0.1 - StrictMath.log(1 - dice.uniform());
        }
        var total = Arrays.stream(weights).sum();
        var unit = volume / instrument.step() >= count ? instrument.step() : 1;
        var quantities = new long[count];
        var left = volume;
        for (var i = 0; i < count; i++) {
            var later = (count - 1L - i) * unit;
            var share = Amounts.floorTo((long) (volume * (weights[i] / total)), unit);
            var quantity =
                    i == count - 1
                            ? left
                            : Math.max(0, Math.min(Math.max(unit, share), left - later));
            quantities[i] = quantity;
            left -= quantity;
        }
        return quantities;
    }

    private static long[] times(long openTime, long length, int count, Dice dice) {
        var times = new long[count];
        for (var i = 0; i < count; i++) {
            times[i] = openTime + (long) (dice.uniform() * length);
        }
        Arrays.sort(times);
        return times;
    }
}

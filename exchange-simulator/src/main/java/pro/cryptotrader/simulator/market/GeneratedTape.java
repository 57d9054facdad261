package pro.cryptotrader.simulator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Instrument;

/**
 * An endless market made from a seed: correlated symbols with regimes, clustered volatility and
 * rare crashes.
 */
public final class GeneratedTape implements MarketTape {
    private static final String COMMON = "common";

    private final long seed;
    private final List<Listing> listings;
    private final Map<String, CandleWalk> walks = new HashMap<>();
    private final Map<String, double[]> own = new TreeMap<>();
    private CommonMood mood = new CommonMood();
    private long minute;

    /** A market that begins at {@code start}, milliseconds at a full minute. */
    public GeneratedTape(long seed, List<Listing> listings, long start) {
        this.seed = seed;
        this.listings = listings;
        minute = start;
        for (var listing : listings) {
            var symbol = listing.instrument().symbol();
            walks.put(symbol, new CandleWalk(listing.instrument(), seed));
            // Distance of its own from the common level, log volatility of its own, last close.
            own.put(symbol, new double[] {0, 0, listing.price()});
        }
    }

    /** Goes on at {@code next}, the minute after the one {@code position} was taken at. */
    public void resume(long next, Map<String, double[]> position) {
        minute = next;
        mood = new CommonMood(required(position, COMMON));
        for (var listing : listings) {
            var symbol = listing.instrument().symbol();
            own.put(symbol, required(position, symbol).clone());
        }
    }

    private static double[] required(Map<String, double[]> position, String name) {
        var numbers = position.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException("the checkpoint knows nothing of " + name);
        }
        return numbers;
    }

    @Override
    public Map<String, double[]> position() {
        var position = new TreeMap<String, double[]>();
        position.put(COMMON, mood.position());
        own.forEach((symbol, numbers) -> position.put(symbol, numbers.clone()));
        return position;
    }

    @Override
    public Optional<Minute> next() {
        var openTime = minute;
        var trades = new ArrayList<MarketTrade>();
        var standing = new HashMap<String, Long>();
        nextCandles()
                .forEach((symbol, candle) -> {
                    var walk = walks.get(symbol);
                    if (walk != null) {
                        trades.addAll(walk.trades(candle, Interval.MINUTE));
                    }
                    standing.put(symbol, 0L);
                });
        trades.sort(Comparator.comparingLong(MarketTrade::time));
        return Optional.of(new Minute(openTime, trades, standing));
    }

    /** The next minute's candles without their trades, for history. */
    public Map<String, Candle> nextCandles() {
        mood.step(new Dice(seed, COMMON, minute));
        var candles = new TreeMap<String, Candle>();
        for (var listing : listings) {
            candles.put(listing.instrument().symbol(), candle(listing));
        }
        minute += Interval.MINUTE;
        return candles;
    }

    private Candle candle(Listing listing) {
        var instrument = listing.instrument();
        var state = own.getOrDefault(instrument.symbol(), new double[3]);
        var dice = new Dice(seed, Listing.path(instrument.symbol()), minute);
        state[1] = Math.clamp(0.985 * state[1] + 0.06 * dice.normal(), -1.5, 1.5);
        var ownVolatility = listing.ownVolatility() * StrictMath.exp(state[1]);
        state[0] += -0.00005 * state[0] + ownVolatility * dice.normal();
        var volatility = Math.hypot(listing.beta() * mood.volatility(), ownVolatility);

        var open = (long) state[2];
        var close =
                onTick(
                        listing.price() * StrictMath.exp(listing.beta() * mood.level() + state[0]),
                        instrument);
        var wickUp = 1 + volatility * 0.45 * Math.abs(dice.normal());
        var wickDown = 1 - volatility * 0.45 * Math.abs(dice.normal());
        var high =
                Math.max(Math.max(open, close), onTick(Math.max(open, close) * wickUp, instrument));
        var low =
                Math.min(
                        Math.min(open, close),
                        onTick(Math.min(open, close) * wickDown, instrument));
        state[2] = close;
        var move = Math.abs((double) close / open - 1) / volatility;
        return candle(open, high, low, close, volume(listing, move, dice), dice);
    }

    private long volume(Listing listing, double move, Dice dice) {
        var hour = (minute % (1440 * Interval.MINUTE)) / (60.0 * Interval.MINUTE);
        var season = 1 + 0.35 * StrictMath.sin((hour - 8) / 24 * 2 * Math.PI);
        var volume =
                listing.volume()
                        * season
                        * mood.busyness()
                        * (0.4 + 0.8 * move)
                        * StrictMath.exp(0.5 * dice.normal() - 0.125);
        var step = listing.instrument().step();
        return Math.max(step * 40, Amounts.floorTo((long) (volume * Amounts.ONE), step));
    }

    private Candle candle(long open, long high, long low, long close, long volume, Dice dice) {
        var typical = (open + high + low + close) / 4;
        var buyers =
                Math.clamp(0.5 + (close > open ? 0.08 : -0.08) + 0.08 * dice.normal(), 0.05, 0.95);
        var taker = (long) (volume * buyers);
        return new Candle(
                minute,
                open,
                high,
                low,
                close,
                volume,
                Amounts.multiply(typical, volume),
                dice.between(18, 30),
                taker,
                Amounts.multiply(typical, taker));
    }

    private static long onTick(double price, Instrument instrument) {
        return Math.max(
                instrument.tick(), Math.round(price / instrument.tick()) * instrument.tick());
    }
}

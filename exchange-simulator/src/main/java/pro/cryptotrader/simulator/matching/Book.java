package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The synthetic book of one symbol: 500 levels around the last trade, thicker the farther away.
 * What is taken from it stays taken until the market trades again.
 */
public final class Book {
    private static final int LEVELS = 500;

    /** Levels are at least a fifth of a basis point apart. */
    private static final long LEVELS_PER_PRICE = 50_000;

    private final Instrument instrument;
    private long last;
    private long bid;
    private long ask;
    private long takenBids;
    private long takenAsks;
    private long updates;

    Book(Instrument instrument) {
        this.instrument = instrument;
    }

    /** A price and what is offered there, 1e-8. */
    public record Level(long price, long quantity) {}

    /** The market traded; the aggressor's side of the spread is where it did. */
    void traded(long price, boolean buyerMaker) {
        last = price;
        takenBids = 0;
        takenAsks = 0;
        updates++;
        var spread = instrument.spreadAt(price);
        bid = buyerMaker ? price : Math.max(instrument.tick(), price - spread);
        ask = buyerMaker ? price + spread : price;
    }

    /** A venue elsewhere says what its touch is. */
    void quoted(long bestBid, long bestAsk) {
        bid = bestBid;
        ask = bestAsk;
        updates++;
    }

    /** Whether there has been a price. */
    public boolean open() {
        return last > 0;
    }

    /** Price of the last market trade, 0 before the first. */
    public long last() {
        return last;
    }

    /** Grows with every change. */
    public long updates() {
        return updates;
    }

    /** The best price somebody buys at. */
    public long bid() {
        return bid;
    }

    /** The best price somebody sells at. */
    public long ask() {
        return ask;
    }

    /** Whether an order on {@code side} at {@code price} would trade at once. */
    boolean crosses(Side side, long price) {
        return open() && (side == Side.BUY ? price >= ask : price <= bid);
    }

    /** What {@code side}s can take now, best first, at most {@code count} levels. */
    public List<Level> levels(Side taker, int count) {
        var levels = new ArrayList<Level>();
        if (!open()) {
            return levels;
        }
        var gap =
                Math.max(
                        instrument.tick(),
                        Amounts.floorTo(last / LEVELS_PER_PRICE, instrument.tick()));
        var taken = taker == Side.BUY ? takenAsks : takenBids;
        for (var i = 0; i < LEVELS && levels.size() < count; i++) {
            var price = taker == Side.BUY ? ask + gap * i : bid - gap * i;
            if (price <= 0) {
                break;
            }
            var quantity = quantity(i, taker);
            var gone = Math.min(taken, quantity);
            taken -= gone;
            if (quantity > gone) {
                levels.add(new Level(price, quantity - gone));
            }
        }
        return levels;
    }

    /**
     * Grows by 2 % a level; varies by a factor of 0.5 to 1.5 that depends on nothing but price,
     * level and side.
     */
    private long quantity(int level, Side taker) {
        var typical = Amounts.divide(instrument.touchNotional(), last);
        var hash = mix(last ^ ((long) level << 40) ^ (taker == Side.BUY ? 0x5bd1e995L : 0));
        var percent = 50 + Math.floorMod(hash, 101L) + 2L * level;
        return Math.max(
                instrument.minQuantity(),
                Amounts.floorTo(typical / 100 * percent, instrument.step()));
    }

    private static long mix(long value) {
        var z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * What a taker would get, level by level; changes nothing.
     *
     * @param limit worst price, 0 for none
     * @param quantity at most
     * @param budget at most to spend, in quote (buyers only)
     */
    List<Level> plan(Side taker, long limit, long quantity, long budget) {
        var slices = new ArrayList<Level>();
        var left = quantity;
        var money = budget;
        for (var level : levels(taker, LEVELS)) {
            var beyond = taker == Side.BUY ? level.price() > limit : level.price() < limit;
            if (left <= 0 || (limit > 0 && beyond)) {
                break;
            }
            var take = Math.min(left, level.quantity());
            if (taker == Side.BUY && Amounts.multiply(level.price(), take) > money) {
                take = Amounts.floorTo(Amounts.divide(money, level.price()), instrument.step());
            }
            if (take <= 0) {
                break;
            }
            slices.add(new Level(level.price(), take));
            left -= take;
            money -= taker == Side.BUY ? Amounts.multiply(level.price(), take) : 0;
            if (take < level.quantity()) {
                break;
            }
        }
        return slices;
    }

    /** {@code taker} took that much. */
    void take(Side taker, long quantity) {
        if (taker == Side.BUY) {
            takenAsks = Math.addExact(takenAsks, quantity);
        } else {
            takenBids = Math.addExact(takenBids, quantity);
        }
        updates++;
    }
}

package pro.cryptotrader.simulator.matching;

/**
 * One side of the synthetic book, level by level; what is taken from it stays taken until the
 * market trades again.
 */
final class Offer {
    private final Side side;
    private final Liquidity liquidity;
    private final long tick;
    private final long step;
    private final long least;
    private long last;
    private long typical;
    private long gap;
    private long touch;
    private int level;
    private long left;

    /** The {@code side} is that of those who offer. */
    Offer(Side side, Instrument instrument) {
        this.side = side;
        liquidity = instrument.liquidity();
        tick = instrument.tick();
        step = instrument.step();
        least = Math.max(step, instrument.minQuantity());
    }

    /** The market traded at {@code price}; the best offer is now at {@code best}. */
    void renew(long price, long best) {
        if (price != last) {
            last = price;
            typical = Amounts.divide(liquidity.touchNotional(), last);
            gap = Math.max(tick, Amounts.floorTo(Amounts.multiply(last, liquidity.gap()), tick));
        }
        touch = best;
        level = 0;
        left = 0;
    }

    /** The best offer moved, what was taken stays taken. */
    void move(long best) {
        touch = best;
    }

    /** Price of the best level that is not used up, 0 if there is none. */
    long price() {
        return price(level);
    }

    /** What is left at {@link #price}. */
    long quantity() {
        if (left == 0) {
            left = quantity(level);
        }
        return left;
    }

    /** Price of the level that is {@code ahead} of the best one, 0 if there is none. */
    long priceAhead(int ahead) {
        return price(level + ahead);
    }

    /** What is left on the level that is {@code ahead} of the best one. */
    long quantityAhead(int ahead) {
        return ahead == 0 ? quantity() : quantity(level + ahead);
    }

    /** Somebody takes from the best level. */
    void take(long quantity) {
        left = quantity() - quantity;
        if (left == 0) {
            level++;
        }
    }

    private long price(int index) {
        if (index >= liquidity.levels() || last == 0) {
            return 0;
        }
        var away = gap * index;
        return Math.max(0, side == Side.SELL ? touch + away : touch - away);
    }

    /**
     * Grows by 2 % a level; varies by a factor of 0.5 to 1.5 that depends on nothing but price,
     * level and side.
     */
    private long quantity(int index) {
        var hash = mix(last ^ ((long) index << 40) ^ (side == Side.SELL ? 0x5bd1e995L : 0));
        var percent = 50 + Math.floorMod(hash, 101L) + 2L * index;
        return Math.max(least, Amounts.floorTo(typical / 100 * percent, step));
    }

    private static long mix(long value) {
        var z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

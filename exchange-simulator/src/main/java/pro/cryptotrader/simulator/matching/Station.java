package pro.cryptotrader.simulator.matching;

/**
 * Where an order waits.
 *
 * @param onBook awake: placed, and triggered if it is conditional
 * @param priority at the same price the smaller is served first
 * @param shown what an iceberg shows, 1e-8
 * @param extreme the best price a trailing stop has seen, 0 before it follows the market
 * @param trailingTime since when it follows the market, -1 before
 */
public record Station(boolean onBook, long priority, long shown, long extreme, long trailingTime) {
    static final Station NONE = new Station(false, 0, 0, 0, -1);

    Station off() {
        return new Station(false, priority, 0, extreme, trailingTime);
    }

    Station showing(long quantity) {
        return new Station(onBook, priority, quantity, extreme, trailingTime);
    }

    /** After an execution; an iceberg that has traded all it showed queues anew for the rest. */
    Station after(Fill fill, long iceberg, long rest, long executionId) {
        if (iceberg == 0) {
            return this;
        }
        var left = fill.maker() ? shown - fill.quantity() : 0;
        var next = Math.min(iceberg, rest);
        if (left > 0) {
            return showing(left);
        }
        return new Station(
                onBook, fill.maker() ? executionId : priority, next, extreme, trailingTime);
    }
}

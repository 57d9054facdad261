package pro.cryptotrader.simulator.fault;

/**
 * How often a fault strikes.
 *
 * @param skip as many matching cases pass before the first strike
 * @param count strikes at most, 0 for no bound
 * @param durationMillis ends that long after it began, 0 for no end
 * @param probability of striking a matching case, above 0 to 1
 * @param seed of the dice behind the probability
 */
public record Limit(int skip, int count, long durationMillis, double probability, long seed) {
    /** Until removed. */
    public static final Limit NONE = new Limit(0, 0, 0, 1, 0);
}

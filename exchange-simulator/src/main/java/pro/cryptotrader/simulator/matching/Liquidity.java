package pro.cryptotrader.simulator.matching;

/**
 * How the synthetic book around the market's price looks.
 *
 * @param levels on either side, 1 to 5000
 * @param spread bid to ask as a fraction of the price, 1e-8; at least a tick
 * @param gap from level to level as a fraction of the price, 1e-8; at least a tick. The wider, the
 *     more a large taker slips
 * @param touchNotional what is typically offered at the touch, in quote, 1e-8
 */
public record Liquidity(int levels, long spread, long gap, long touchNotional) {
    private static final int MOST_LEVELS = 5000;

    /** A fifth of a basis point between 500 levels. */
    public static final Liquidity USUAL =
            new Liquidity(500, 0, Amounts.ONE / 50_000, Amounts.ONE * 9_000);

    /** Validates. */
    public Liquidity {
        if (levels < 1 || levels > MOST_LEVELS || spread < 0 || gap < 0 || touchNotional <= 0) {
            throw new IllegalArgumentException(
                    "a book needs 1 to %d levels, a spread and gap of at least 0 and something at the touch, not %d, %s, %s, %s"
                            .formatted(
                                    MOST_LEVELS,
                                    levels,
                                    Amounts.text(spread),
                                    Amounts.text(gap),
                                    Amounts.text(touchNotional)));
        }
    }

    /** The usual book with its own spread and depth. */
    public static Liquidity of(long spread, long touchNotional) {
        return new Liquidity(USUAL.levels, spread, USUAL.gap, touchNotional);
    }
}

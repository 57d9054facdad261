package pro.cryptotrader.benchmarks;

import java.util.Locale;

/**
 * Whether two contestants made the same of the candles: the same trades at the same prices in the
 * same candles, and the same equity at the end.
 */
record Comparison(String who, Outcome theirs, Outcome ours) {
    /** Less than this is the same to the cent: one side counts in doubles. */
    private static final double CENT = 0.01;

    boolean hasSameTrades() {
        return ours.trades().equals(theirs.trades());
    }

    boolean hasSameEquity() {
        return Math.abs(ours.equity() - theirs.equity()) < CENT;
    }

    boolean isSame() {
        return hasSameTrades() && hasSameEquity() && !ours.trades().isEmpty();
    }

    /** For people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s: %d trades, %s; equity %.6f, ta4j's %.6f, %s",
                who,
                ours.trades().size(),
                hasSameTrades() ? "the same as ta4j's" : "NOT those of ta4j",
                ours.equity(),
                theirs.equity(),
                hasSameEquity() ? "the same to the cent" : "NOT THE SAME");
    }
}

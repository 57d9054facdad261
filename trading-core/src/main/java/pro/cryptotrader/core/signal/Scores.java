package pro.cryptotrader.core.signal;

/** Turns measurements into scores. */
public final class Scores {
    private Scores() {}

    /** A share from -1 to 1 as a score; what lies outside is cut, what is unknown is 0. */
    public static int of(double share) {
        return Double.isNaN(share) ? 0 : (int) Math.round(100 * Math.clamp(share, -1, 1));
    }

    /** How far {@code value} is on its way from {@code zero} to {@code one}, 0 to 1. */
    public static double ramp(double value, double zero, double one) {
        return Math.clamp((value - zero) / (one - zero), 0, 1);
    }

    /** A share of {@code full}, -1 to 1. */
    public static double share(double value, double full) {
        return Math.clamp(value / full, -1, 1);
    }
}

package pro.cryptotrader.simulator.market;

/**
 * What moves all symbols of the generated market together: a regime, a volatility that clusters, a
 * slow pull back to where it began, and now and then a crash with a recovery. Returns are natural
 * logarithms per minute.
 */
final class CommonMood {
    private static final double VOLATILITY = 0.0006;
    private static final double CRASHES_PER_MINUTE = 1.0 / (8 * 1440);

    /** Half of any distance is gone after some twenty days. */
    private static final double PULL = 0.000024;

    private static final int RANGE = 0;
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int WILD = 3;
    private static final int CRASH = 4;
    private static final int RECOVERY = 5;

    private int regime;
    private int minutesLeft;
    private double drift;
    private double anchor;
    private double logVolatility;
    private double level;
    private double lastReturn;

    CommonMood() {}

    CommonMood(double[] position) {
        regime = (int) position[0];
        minutesLeft = (int) position[1];
        drift = position[2];
        anchor = position[3];
        logVolatility = position[4];
        level = position[5];
    }

    double[] position() {
        return new double[] {regime, minutesLeft, drift, anchor, logVolatility, level};
    }

    void step(Dice dice) {
        if (regime < CRASH && dice.uniform() < CRASHES_PER_MINUTE) {
            enter(CRASH, dice);
        } else if (minutesLeft <= 0) {
            enter(regime == CRASH ? RECOVERY : calm(dice), dice);
        }
        minutesLeft--;
        var surprise = dice.normal();
        logVolatility =
                0.99 * logVolatility
                        + 0.06 * dice.normal()
                        + 0.15 * Math.max(0, Math.abs(surprise) - 2);
        logVolatility = Math.clamp(logVolatility, -1.5, 1.5);
        var reversion = regime == RANGE ? -0.01 * (level - anchor) : -PULL * level;
        lastReturn = drift + reversion + volatility() * surprise;
        level += lastReturn;
    }

    private static int calm(Dice dice) {
        var draw = dice.uniform();
        return draw < 0.38 ? RANGE : draw < 0.64 ? UP : draw < 0.90 ? DOWN : WILD;
    }

    private void enter(int next, Dice dice) {
        var fallen = drift * 15;
        regime = next;
        minutesLeft =
                switch (next) {
                    case CRASH -> dice.between(8, 22);
                    case RECOVERY -> dice.between(120, 300);
                    default -> dice.between(120, 600);
                };
        drift =
                switch (next) {
                    // Rising drifts are steeper: over the years they make up for the crashes.
                    case UP -> dice.between(0.00003, 0.00008);
                    case DOWN -> -dice.between(0.00002, 0.00006);
                    case CRASH -> -dice.between(0.05, 0.11) / minutesLeft;
                    case RECOVERY -> -fallen * dice.between(0.4, 0.7) / minutesLeft;
                    default -> 0;
                };
        anchor = level;
    }

    /** Standard deviation of the common return this minute. */
    double volatility() {
        var factor =
                switch (regime) {
                    case RANGE -> 0.8;
                    case WILD -> 2.0;
                    case CRASH -> 3.5;
                    case RECOVERY -> 1.7;
                    default -> 1.0;
                };
        return VOLATILITY * factor * StrictMath.exp(logVolatility);
    }

    /** How many times more than usual is traded. */
    double busyness() {
        var factor = regime == CRASH ? 6.0 : regime == RECOVERY || regime == WILD ? 2.0 : 1.0;
        return factor * StrictMath.exp(0.5 * logVolatility);
    }

    double level() {
        return level;
    }

    /** The common return of the minute stepped last. */
    double lastReturn() {
        return lastReturn;
    }
}

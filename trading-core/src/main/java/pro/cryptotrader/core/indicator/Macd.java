package pro.cryptotrader.core.indicator;

/**
 * Moving average convergence / divergence (Gerald Appel): the distance between a fast and a slow
 * EMA, its own EMA as signal line, and the histogram between the two; in price units.
 */
public final class Macd {
    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    public Macd(int fastLength, int slowLength, int signalLength) {
        if (fastLength >= slowLength) {
            throw new IllegalArgumentException(
                    "the fast average is shorter than the slow one, not %d and %d"
                            .formatted(fastLength, slowLength));
        }
        fast = Ema.of(fastLength);
        slow = Ema.of(slowLength);
        signal = Ema.of(signalLength);
    }

    /** With the usual lengths 12, 26 and 9. */
    public static Macd usual() {
        return new Macd(12, 26, 9);
    }

    public void update(double close) {
        fast.update(close);
        slow.update(close);
        if (slow.isReady()) {
            signal.update(macd());
        }
    }

    public double macd() {
        return fast.value() - slow.value();
    }

    public double signal() {
        return signal.value();
    }

    /** Above zero while momentum grows. */
    public double histogram() {
        return macd() - signal.value();
    }

    public boolean isReady() {
        return signal.isReady();
    }
}

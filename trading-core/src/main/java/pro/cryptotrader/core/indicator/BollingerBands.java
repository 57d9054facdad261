package pro.cryptotrader.core.indicator;

/**
 * Bollinger bands: the average of the last {@code length} closes and {@code width} population
 * standard deviations to either side. Computed when they are asked for, which not every candle's
 * are.
 */
public final class BollingerBands {
    private final double[] ring;
    private final double width;
    private int next;
    private boolean full;
    private boolean known;
    private double close = Double.NaN;
    private double middle = Double.NaN;
    private double deviation = Double.NaN;

    public BollingerBands(int length, double width) {
        this.ring = new double[Windows.requireLength(length)];
        this.width = width;
    }

    /** With the usual 20 closes and 2 deviations. */
    public static BollingerBands usual() {
        return new BollingerBands(20, 2);
    }

    public void update(double newest) {
        close = newest;
        ring[next] = newest;
        if (++next == ring.length) {
            next = 0;
            full = true;
        }
        known = false;
    }

    /** In two passes: differences of large squares would lose the digits that matter. */
    private void measure() {
        if (known || !full) {
            return;
        }
        known = true;
        double sum = 0;
        for (double each : ring) {
            sum += each;
        }
        middle = sum / ring.length;
        double squares = 0;
        for (double each : ring) {
            squares += (each - middle) * (each - middle);
        }
        deviation = Math.sqrt(squares / ring.length);
    }

    public double middle() {
        measure();
        return middle;
    }

    public double upper() {
        measure();
        return middle + width * deviation;
    }

    public double lower() {
        measure();
        return middle - width * deviation;
    }

    /** Where the close stands: 0 on the lower band, 1 on the upper; 0.5 when the bands touch. */
    public double percentB() {
        measure();
        double range = 2 * width * deviation;
        return range == 0 ? 0.5 : (close - lower()) / range;
    }

    /** The distance between the bands as a share of the middle. */
    public double bandwidth() {
        measure();
        return 2 * width * deviation / middle;
    }

    public boolean isReady() {
        return full;
    }
}

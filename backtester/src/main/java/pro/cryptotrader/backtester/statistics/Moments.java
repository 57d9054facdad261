package pro.cryptotrader.backtester.statistics;

/** Sample moments of a series; NaN where there are too few values or no variation. */
final class Moments {
    private Moments() {}

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : sum(values) / values.length;
    }

    /** With n - 1 below. */
    static double standardDeviation(double[] values) {
        return values.length < 2
                ? Double.NaN
                : Math.sqrt(central(values, 2) * values.length / (values.length - 1.0));
    }

    /** m3 / m2^1.5 (population moments). */
    static double skewness(double[] values) {
        return central(values, 3) / Math.pow(central(values, 2), 1.5);
    }

    /** m4 / m2² (population moments, not in excess: 3 for a normal distribution). */
    static double kurtosis(double[] values) {
        double variance = central(values, 2);
        return central(values, 4) / (variance * variance);
    }

    private static double central(double[] values, int power) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            double deviation = value - mean;
            double term = deviation * deviation;
            sum += power == 2 ? term : power == 3 ? term * deviation : term * term;
        }
        return sum / values.length;
    }
}

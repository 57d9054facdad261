package pro.cryptotrader.core.signal;

/** Numbers as reasons show them; the same text on every machine and in every language. */
public final class Words {
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private Words() {}

    /**
     * A number with a fixed number of decimals, half up.
     *
     * @param decimals 0 to 8
     */
    public static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        long scaled = Math.round(Math.abs(value) * POWERS[decimals]);
        var text = new StringBuilder(24);
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            var fraction = Long.toString(scaled % POWERS[decimals]);
            text.append('.').repeat('0', decimals - fraction.length()).append(fraction);
        }
        return text.toString();
    }

    /** A price with as many decimals as its size deserves. */
    public static String price(double value) {
        double size = Math.abs(value);
        return number(value, size >= 1_000 ? 2 : size >= 1 ? 4 : 8);
    }
}

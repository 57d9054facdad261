package pro.cryptotrader.contracts.value;

import java.math.BigDecimal;

/**
 * The one canonical form of a decimal: no trailing zeros, no exponent, so that equal values are
 * equal objects; at most {@value #MAX_DIGITS} digits before and as many after the point, so that no
 * message can make us write down a number of a billion digits.
 */
public final class Decimals {
    public static final int MAX_DIGITS = 100;

    private static final int DIGITS_OF_A_LONG = 18;

    /** A double tells whole numbers of so many digits apart, with some bits to spare. */
    private static final int DIGITS_OF_A_DOUBLE = 15;

    /** These are exact doubles. */
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18
    };

    private Decimals() {}

    /**
     * The canonical form of {@code value}.
     *
     * @throws IllegalArgumentException when it has too many digits
     */
    public static BigDecimal canonical(BigDecimal value) {
        if (isShortAndCanonical(value)) {
            return value;
        }
        var stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_DIGITS
                || (long) stripped.precision() - stripped.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "a decimal number has at most %d digits before and as many after the point, not %d and %d"
                            .formatted(
                                    MAX_DIGITS,
                                    (long) stripped.precision() - stripped.scale(),
                                    stripped.scale()));
        }
        if (stripped.scale() < 0) {
            return stripped.setScale(0);
        }
        return stripped.scale() == value.scale() ? value : stripped;
    }

    /** Most numbers are; found out without making another one where they are short. */
    private static boolean isShortAndCanonical(BigDecimal value) {
        int scale = value.scale();
        if (scale < 0 || scale > MAX_DIGITS || value.precision() > DIGITS_OF_A_LONG) {
            return false;
        }
        return scale == 0 || digits(value) % 10 != 0;
    }

    /**
     * All digits of {@code value} as one whole number: {@code value = digits / 10^scale}. Most are
     * found without making an object, by way of the nearest double: it is off by less than half of
     * the last digit.
     *
     * @throws ArithmeticException when they do not fit into a long
     */
    public static long digits(BigDecimal value) {
        int scale = value.scale();
        if (scale >= 0 && scale < POWERS_OF_TEN.length && value.precision() <= DIGITS_OF_A_DOUBLE) {
            return Math.round(value.doubleValue() * POWERS_OF_TEN[scale]);
        }
        return value.scaleByPowerOfTen(scale).longValueExact();
    }

    /**
     * Reads a decimal number.
     *
     * @param what what it is, for the message
     * @throws IllegalArgumentException when it is none or has too many digits
     */
    public static BigDecimal parse(String what, String text) {
        if (text.length() > 2 * MAX_DIGITS + 2) {
            throw new IllegalArgumentException(
                    "%s has at most %d characters, not %d"
                            .formatted(what, 2 * MAX_DIGITS + 2, text.length()));
        }
        try {
            return canonical(new BigDecimal(text));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "%s must be a decimal number such as 0.001, not '%s'".formatted(what, text), e);
        }
    }
}

package pro.cryptotrader.simulator.matching;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact arithmetic on amounts held as longs in units of 1e-8; overflow throws. */
public final class Amounts {
    /** One whole unit. */
    public static final long ONE = 100_000_000L;

    private static final BigInteger BIG_ONE = BigInteger.valueOf(ONE);

    private Amounts() {}

    /**
     * Reads a decimal text.
     *
     * @throws NumberFormatException if it is no decimal number
     * @throws ArithmeticException if it has more than 8 decimals or is too large
     */
    public static long parse(String text) {
        return new BigDecimal(text).scaleByPowerOfTen(8).longValueExact();
    }

    /** Eight decimals, as Binance prints amounts. */
    public static String text(long amount) {
        var builder = new StringBuilder(24);
        append(builder, amount);
        return builder.toString();
    }

    /** Appends what {@link #text} returns. */
    public static void append(StringBuilder out, long amount) {
        if (amount < 0) {
            out.append('-');
        }
        var whole = Math.abs(amount / ONE);
        var fraction = Long.toString(Math.abs(amount % ONE));
        out.append(whole).append('.').append("0".repeat(8 - fraction.length())).append(fraction);
    }

    /** {@code a x b}, floored to 1e-8; both non-negative. */
    public static long multiply(long a, long b) {
        var aWhole = a / ONE;
        var aRest = a % ONE;
        var bWhole = b / ONE;
        var bRest = b % ONE;
        var wholes =
                Math.addExact(Math.multiplyExact(aWhole, b), Math.multiplyExact(aRest, bWhole));
        return Math.addExact(wholes, aRest * bRest / ONE);
    }

    /** {@code a / b}, floored to 1e-8; both non-negative. */
    public static long divide(long a, long b) {
        if (a <= Long.MAX_VALUE / ONE) {
            return a * ONE / b;
        }
        return BigInteger.valueOf(a)
                .multiply(BIG_ONE)
                .divide(BigInteger.valueOf(b))
                .longValueExact();
    }

    /** {@code amount x part / whole}, floored; all non-negative. */
    public static long share(long amount, long part, long whole) {
        if (part == 0 || amount <= Long.MAX_VALUE / part) {
            return amount * part / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** Compares {@code a x b} with {@code c x d} without overflow; all non-negative. */
    static int compareProducts(long a, long b, long c, long d) {
        var high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high == 0 ? Long.compareUnsigned(a * b, c * d) : high;
    }

    /**
     * The largest multiple of {@code step} that is not above {@code amount}; a step of 0 changes
     * nothing.
     */
    public static long floorTo(long amount, long step) {
        return step <= 0 ? amount : amount - amount % step;
    }
}

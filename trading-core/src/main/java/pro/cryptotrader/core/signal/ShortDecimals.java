package pro.cryptotrader.core.signal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import pro.cryptotrader.contracts.value.Price;

/**
 * The one place where an approximate number becomes a price again: eight significant digits, half
 * even of its exact binary value.
 */
final class ShortDecimals {
    /** More than any venue's tick size asks for; the order's own rounding follows in risk. */
    private static final int SIGNIFICANT = 8;

    private static final MathContext DIGITS = new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN);

    /** These are exact doubles. */
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

    /** A scaled number is off by 2e-8 at most: further from a half than this it rounds as it is. */
    private static final double DOUBT = 1e-6;

    private ShortDecimals() {}

    static Price price(double value) {
        int whole = 1;
        while (whole < SIGNIFICANT && value >= POWERS[whole]) {
            whole++;
        }
        double scaled = value * POWERS[SIGNIFICANT - whole];
        double rounded = Math.rint(scaled);
        boolean isSure =
                value >= 1 && scaled < 1e8 && Math.abs(Math.abs(scaled - rounded) - 0.5) > DOUBT;
        return new Price(
                isSure
                        ? BigDecimal.valueOf((long) rounded, SIGNIFICANT - whole)
                        : new BigDecimal(value, DIGITS));
    }
}

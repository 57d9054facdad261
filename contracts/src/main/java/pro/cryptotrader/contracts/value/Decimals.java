package pro.cryptotrader.contracts.value;

import java.math.BigDecimal;

/**
 * The one canonical form of a decimal: no trailing zeros, no exponent, so that equal values are
 * equal objects.
 */
final class Decimals {
    private Decimals() {}

    static BigDecimal canonical(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal parse(String what, String text) {
        try {
            return canonical(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s must be a decimal number such as 0.001, not '%s'".formatted(what, text), e);
        }
    }
}

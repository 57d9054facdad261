package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import pro.cryptotrader.contracts.value.Price;

class ShortDecimalsPropertyTest {
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);

    @Property(tries = 5_000)
    void aPriceIsTheNumberRoundedToEightDigits(
            @ForAll @LongRange(min = 1_000_000_000_000_000L, max = 9_999_999_999_999_999L)
                    long digits,
            @ForAll @IntRange(min = -9, max = 12) int power) {
        rounds(digits / 1e15 * Math.pow(10, power));
    }

    @Property(tries = 5_000)
    void halvesRoundByTheExactBinaryValue(
            @ForAll @LongRange(min = 10_000_000, max = 99_999_999) long digits,
            @ForAll @IntRange(min = 0, max = 7) int decimals,
            @ForAll @IntRange(min = -2, max = 2) int steps) {
        double half = (digits + 0.5) / Math.pow(10, decimals);

        rounds(half + steps * Math.ulp(half));
    }

    private static void rounds(double value) {
        assertThat(ShortDecimals.price(value)).isEqualTo(new Price(new BigDecimal(value, DIGITS)));
    }
}

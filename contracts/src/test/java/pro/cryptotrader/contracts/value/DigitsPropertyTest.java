package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DigitsPropertyTest {

    @Property(tries = 5_000)
    void theDigitsOfADecimalAreItsUnscaledValue(
            @ForAll long digits,
            @ForAll @IntRange(max = 18) int cut,
            @ForAll @IntRange(max = 30) int scale) {
        long shorter = digits / (long) Math.pow(10, cut);

        assertThat(Decimals.digits(BigDecimal.valueOf(shorter, scale))).isEqualTo(shorter);
    }

    @Property
    void theLastDigitOfFifteenCounts(
            @ForAll @IntRange(max = 18) int scale, @ForAll @IntRange(max = 999) int less) {
        long digits = 999_999_999_999_999L - less;

        assertThat(Decimals.digits(BigDecimal.valueOf(digits, scale))).isEqualTo(digits);
        assertThat(Decimals.digits(BigDecimal.valueOf(-digits, scale))).isEqualTo(-digits);
    }

    @Example
    void whatDoesNotFitIsRefused() {
        var large = new BigDecimal(BigInteger.TEN.pow(19), 4);

        assertThatThrownBy(() -> Decimals.digits(large)).isInstanceOf(ArithmeticException.class);
    }
}

package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "1.500, 1.5",
        "1500, 1500",
        "1.5E+3, 1500",
        "0.000, 0",
        "0E+5, 0",
        "-0.00000001, -0.00000001",
        "1E-8, 0.00000001"
    })
    void aValueHasOneForm(String written, String canonical) {
        assertThat(Money.of(written)).isEqualTo(Money.of(canonical)).hasToString(canonical);
        assertThat(Money.of(written)).hasSameHashCodeAs(Money.of(canonical));
    }

    @Test
    void aHundredDigitsOnEitherSideOfThePointAreAllowed() {
        var large = "9".repeat(100) + "." + "9".repeat(100);

        assertThat(Money.of(large)).hasToString(large);
    }

    @ParameterizedTest
    @CsvSource({"1E100", "1E2147483647", "10E2147483647", "1E-101", "1E-2147483647", "9E-99999"})
    void moreDigitsAreRefused(String text) {
        assertThatThrownBy(() -> Money.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endlessTextIsRefusedUnread() {
        assertThatThrownBy(() -> Decimals.parse("a price", "1".repeat(1_000_000)))
                .hasMessage("a price has at most 202 characters, not 1000000");
    }

    @ParameterizedTest
    @CsvSource({"''", "' 1'", "1 000", "'1,5'", "NaN", "Infinity", "0x10", "1d"})
    void whatIsNoDecimalNumberIsNamed(String text) {
        assertThatThrownBy(() -> Price.of(text))
                .hasMessage("a price must be a decimal number such as 0.001, not '%s'", text);
    }

    @Test
    void pricesAndQuantitiesAreNeverNegativeAndMoneyMayBe() {
        assertThatThrownBy(() -> Price.of("-0.01"))
                .hasMessage("a price is zero or more, not -0.01");
        assertThatThrownBy(() -> Quantity.of("-0.01"))
                .hasMessage("a quantity is zero or more, not -0.01");
        assertThatThrownBy(() -> Quantity.of("1").minus(Quantity.of("1.1")))
                .hasMessage("a quantity is zero or more, not -0.1");
        assertThat(Money.of("-0.01").isNegative()).isTrue();
    }

    @Test
    void percentagesAreExact() {
        assertThat(Price.of("64210").plusPercent(new BigDecimal("-1"))).hasToString("63567.9");
        assertThat(Money.of("10000").percent(new BigDecimal("2.5"))).hasToString("250");
        assertThat(Price.of("64210.01").times(Quantity.of("0.00311"))).hasToString("199.6931311");
        assertThat(Price.of("100").percentTo(Price.of("98"))).isEqualByComparingTo("-2");
        assertThat(Money.of("1").percentOf(Money.of("3")))
                .isEqualByComparingTo("33.33333333333333");
    }
}

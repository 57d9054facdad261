package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00000000",
        "1, 1.00000000",
        "0.00000001, 0.00000001",
        "-0.5, -0.50000000",
        "92233720368.54775807, 92233720368.54775807"
    })
    void textKeepsEveryDigit(String written, String text) {
        assertThat(Amounts.text(Amounts.parse(written))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "61837.63, 0.02, 1236.7526",
        "0.00000001, 0.99999999, 0",
        "1000000, 90000, 90000000000",
        "35000, 0.49975, 17491.25"
    })
    void productsAreExactAndFloored(String a, String b, String product) {
        assertThat(Amounts.multiply(Amounts.parse(a), Amounts.parse(b)))
                .isEqualTo(Amounts.parse(product));
    }

    @Test
    void whatDoesNotFitIsRefusedInsteadOfWrapped() {
        assertThatThrownBy(
                        () -> Amounts.multiply(Amounts.parse("1000000"), Amounts.parse("1000000")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amounts.parse("0.000000001"))
                .isInstanceOf(ArithmeticException.class);
    }
}

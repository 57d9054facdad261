package pro.cryptotrader.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "28.349, 1, 28.3",
        "28.35, 1, 28.4",
        "-0.126, 2, -0.13",
        "-0.001, 2, 0.00",
        "7, 0, 7",
        "0.05, 3, 0.050",
        "NaN, 2, unknown"
    })
    void aNumberHasAFixedNumberOfDecimals(double value, int decimals, String text) {
        assertThat(Words.number(value, decimals)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"26012.345, 26012.35", "1.23456, 1.2346", "0.00001234, 0.00001234"})
    void aPriceHasAsManyDecimalsAsItsSizeDeserves(double value, String text) {
        assertThat(Words.price(value)).isEqualTo(text);
    }
}

package pro.cryptotrader.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InstrumentPropertyTest {

    @Property
    void aFlooredQuantityIsTradableAndNeverMore(
            @ForAll("steps") BigDecimal step, @ForAll("amounts") BigDecimal amount) {
        var instrument = instrument(step, step);
        var quantity = new Quantity(amount);

        var floored = instrument.floor(quantity);

        assertThat(floored).isLessThanOrEqualTo(quantity);
        assertMultiple(floored.value(), step);
        assertThat(instrument.floor(floored)).isEqualTo(floored);
        assertThat(floored.isZero() || floored.compareTo(instrument.minQuantity()) >= 0).isTrue();
        if (floored.isPositive() && floored.compareTo(instrument.maxQuantity()) < 0) {
            assertThat(floored.plus(new Quantity(step))).isGreaterThan(quantity);
        }
    }

    @Property
    void aPriceLiesBetweenItsFloorAndItsCeilingLessThanATickApart(
            @ForAll("steps") BigDecimal tick, @ForAll("amounts") BigDecimal amount) {
        var instrument = instrument(tick, tick);
        var price = new Price(amount);

        var below = instrument.floor(price);
        var above = instrument.ceiling(price);

        assertThat(below).isLessThanOrEqualTo(price);
        assertThat(above).isGreaterThanOrEqualTo(price);
        assertMultiple(below.value(), tick);
        assertMultiple(above.value(), tick);
        assertThat(above.value().subtract(below.value()))
                .isIn(BigDecimal.ZERO, Decimals.canonical(tick));
    }

    @Example
    void aQuantityBelowTheSmallestOrderIsNothingAndAboveTheLargestIsTheLargest() {
        var btc = instrument(new BigDecimal("0.01"), new BigDecimal("0.00001"));

        assertThat(btc.floor(Quantity.of("0.000099"))).isEqualTo(Quantity.ZERO);
        assertThat(btc.floor(Quantity.of("0.0001"))).isEqualTo(Quantity.of("0.0001"));
        assertThat(btc.floor(Quantity.of("0.000109"))).isEqualTo(Quantity.of("0.0001"));
        assertThat(btc.floor(Quantity.of("1000000"))).isEqualTo(Quantity.of("9000"));
    }

    @Example
    void anOrderIsWorthTradingFromItsMinimumNotionalOn() {
        var btc = instrument(new BigDecimal("0.01"), new BigDecimal("0.00001"));

        assertThat(btc.isWorthTrading(Price.of("50000"), Quantity.of("0.0001"))).isTrue();
        assertThat(btc.isWorthTrading(Price.of("49999.99"), Quantity.of("0.0001"))).isFalse();
        assertThat(btc.isWorthTrading(Price.of("50000"), Quantity.ZERO)).isFalse();
    }

    @Example
    void aTickOfZeroIsRefused() {
        assertThatThrownBy(() -> instrument(BigDecimal.ZERO, BigDecimal.ONE))
                .hasMessage("BTC/USDT: tick and step size are above zero, not 0 and 1");
    }

    @Provide
    Arbitrary<BigDecimal> steps() {
        return Arbitraries.of("0.00000001", "0.00001", "0.01", "0.5", "0.25", "1", "10", "0.03")
                .map(BigDecimal::new);
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(12);
    }

    private static void assertMultiple(BigDecimal value, BigDecimal unit) {
        assertThat(value.remainder(unit)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static Instrument instrument(BigDecimal tick, BigDecimal step) {
        return new Instrument(
                Symbol.of("BTC/USDT"),
                tick,
                step,
                Quantity.of("0.0001"),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }
}

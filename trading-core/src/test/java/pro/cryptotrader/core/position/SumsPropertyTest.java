package pro.cryptotrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Not only the same amount: the same digits, so that books are written in the same bytes. */
class SumsPropertyTest {

    @Property
    void sumsAndDifferencesAreThoseOfTheJdk(
            @ForAll @LongRange(min = -3, max = 3) long a,
            @ForAll @IntRange(min = -2, max = 6) int scaleOfA,
            @ForAll @LongRange(min = -3, max = 3) long b,
            @ForAll @IntRange(min = -2, max = 6) int scaleOfB) {
        var one = BigDecimal.valueOf(a, scaleOfA);
        var other = BigDecimal.valueOf(b, scaleOfB);

        assertThat(Position.plus(one, other)).isEqualTo(one.add(other));
        assertThat(Position.minus(one, other)).isEqualTo(one.subtract(other));
    }
}

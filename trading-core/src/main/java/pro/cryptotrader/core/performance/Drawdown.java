package pro.cryptotrader.core.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import pro.cryptotrader.contracts.value.Money;

/**
 * The deepest falls below a peak: the largest in money and the largest in per cent, which need not
 * be the same one. A deposit lifts the peak and a withdrawal lowers it.
 *
 * @param pct 0 to 100
 */
record Drawdown(Money amount, BigDecimal pct) {
    private static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    static Drawdown of(List<EquityPoint> curve) {
        var deepest = BigDecimal.ZERO;
        var deepestPct = BigDecimal.ZERO;
        var peak = BigDecimal.ZERO;
        var contributed = BigDecimal.ZERO;
        for (var point : curve) {
            peak = peak.add(point.contributed().value()).subtract(contributed);
            contributed = point.contributed().value();
            peak = peak.max(point.equity().value());
            var fall = peak.subtract(point.equity().value());
            deepest = deepest.max(fall);
            if (peak.signum() > 0) {
                deepestPct = deepestPct.max(fall.movePointRight(2).divide(peak, DIGITS));
            }
        }
        return new Drawdown(new Money(deepest), new Money(deepestPct).value());
    }
}

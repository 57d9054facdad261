package pro.cryptotrader.core.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Money;

/**
 * The figures of an account up to now. A figure that its data do not support is null, never zero.
 *
 * @param trades closed positions
 * @param wins those that earned something
 * @param losses those that lost something
 * @param winRatePct {@code wins / trades}, in per cent
 * @param netProfit sum of all results
 * @param profitFactor sum of the gains divided by the sum of the losses; null without a loss
 * @param expectancy {@code netProfit / trades}: what one more trade earns on average
 * @param averageWin mean of the gains
 * @param averageLoss mean of the losses, negative
 * @param payoff {@code averageWin / -averageLoss}
 * @param best the best single result
 * @param worst the worst single result
 * @param maxDrawdown the deepest fall of equity below an earlier peak, deposits and withdrawals
 *     left out
 * @param maxDrawdownPct the deepest such fall in per cent of its peak
 * @param returnPct compounded daily returns, in per cent
 * @param sharpe see {@link RewardForRisk#sharpe}
 * @param sortino see {@link RewardForRisk#sortino}
 */
public record Performance(
        int trades,
        int wins,
        int losses,
        @Nullable BigDecimal winRatePct,
        Money netProfit,
        @Nullable BigDecimal profitFactor,
        @Nullable Money expectancy,
        @Nullable Money averageWin,
        @Nullable Money averageLoss,
        @Nullable BigDecimal payoff,
        @Nullable Money best,
        @Nullable Money worst,
        Money maxDrawdown,
        BigDecimal maxDrawdownPct,
        BigDecimal returnPct,
        @Nullable Double sharpe,
        @Nullable Double sortino) {
    /** Averages and ratios are rounded half even to this many digits after the point. */
    private static final int DIGITS = 8;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Judges an account.
     *
     * @param results what each closed position earned or lost after all commissions, in any order
     * @param curve the equity curve in order of time: at least the last point of each day; the more
     *     points, the truer the drawdown
     */
    public static Performance of(List<Money> results, List<EquityPoint> curve) {
        var gains = results.stream().filter(Money::isPositive).toList();
        var losses = results.stream().filter(Money::isNegative).toList();
        var gained = sum(gains);
        var lost = sum(losses);
        var averageWin = average(gained, gains.size());
        var averageLoss = average(lost, losses.size());
        var drawdown = Drawdown.of(curve);
        var returns = DailyReturns.of(curve);
        return new Performance(
                results.size(),
                gains.size(),
                losses.size(),
                ratio(BigDecimal.valueOf(gains.size()).multiply(HUNDRED), results.size()),
                gained.plus(lost),
                ratio(gained, lost.negated()),
                average(gained.plus(lost), results.size()),
                averageWin,
                averageLoss,
                averageWin == null || averageLoss == null
                        ? null
                        : ratio(averageWin, averageLoss.negated()),
                results.stream().reduce(Money::max).orElse(null),
                results.stream().reduce(Money::min).orElse(null),
                drawdown.amount(),
                drawdown.pct(),
                returns.compoundedPct(),
                returns.sharpe(),
                returns.sortino());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static @Nullable Money average(Money sum, int count) {
        var average = ratio(sum.value(), count);
        return average == null ? null : new Money(average);
    }

    private static @Nullable BigDecimal ratio(Money numerator, Money denominator) {
        return denominator.value().signum() == 0
                ? null
                : numerator.value().divide(denominator.value(), DIGITS, RoundingMode.HALF_EVEN);
    }

    private static @Nullable BigDecimal ratio(BigDecimal numerator, int denominator) {
        return denominator == 0
                ? null
                : numerator.divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_EVEN);
    }
}

package pro.cryptotrader.backtester.statistics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a daily, marked-to-market equity curve amounts to. A figure that the data do not support is
 * NaN. Sharpe and Sortino are those of {@code core.performance.Performance}.
 *
 * @param days length of the curve
 * @param start equity before the first day
 * @param end equity after the last
 * @param returnPct end over start
 * @param cagrPct see {@link Ratios#cagrPct}
 * @param volatilityPct see {@link Ratios#volatilityPct}
 * @param sharpe see {@link Ratios#sharpe}
 * @param sortino see {@link Ratios#sortino}
 * @param calmar see {@link Ratios#calmar}
 * @param omega see {@link Ratios#omega}
 * @param maxDrawdownAmount the deepest fall in money, perhaps of another time than {@code deepest}
 * @param maxDrawdownPct the deepest fall in per cent of its peak
 * @param deepest the drawdown that was the deepest in per cent; null when equity never fell
 * @param longest the drawdown that lasted longest
 * @param bestDayPct return of the best day
 * @param worstDayPct return of the worst day
 * @param winningDays days with a gain
 * @param losingDays days with a loss
 */
public record CurveFigures(
        int days,
        double start,
        double end,
        double returnPct,
        double cagrPct,
        double volatilityPct,
        double sharpe,
        double sortino,
        double calmar,
        double omega,
        double maxDrawdownAmount,
        double maxDrawdownPct,
        @Nullable DrawdownPeriod deepest,
        @Nullable DrawdownPeriod longest,
        double bestDayPct,
        double worstDayPct,
        int winningDays,
        int losingDays) {

    public static CurveFigures of(DailyEquity curve) {
        var returns = curve.returns();
        var drawdowns = DrawdownPeriod.of(curve);
        double cagr = Ratios.cagrPct(curve);
        double deepestPct = DrawdownPeriod.deepestPct(curve);
        return new CurveFigures(
                curve.days(),
                curve.start(),
                curve.end(),
                100 * (curve.end() / curve.start() - 1),
                cagr,
                Ratios.volatilityPct(returns),
                Ratios.sharpe(returns),
                Ratios.sortino(returns),
                Ratios.calmar(cagr, deepestPct),
                Ratios.omega(returns),
                deepestAmount(drawdowns),
                deepestPct,
                DrawdownPeriod.deepest(drawdowns),
                DrawdownPeriod.longest(drawdowns),
                100 * Arrays.stream(returns).max().orElse(0),
                100 * Arrays.stream(returns).min().orElse(0),
                (int) Arrays.stream(returns).filter(day -> day > 0).count(),
                (int) Arrays.stream(returns).filter(day -> day < 0).count());
    }

    private static double deepestAmount(List<DrawdownPeriod> drawdowns) {
        return drawdowns.stream().mapToDouble(DrawdownPeriod::amount).max().orElse(0);
    }
}

package pro.cryptotrader.backtester.research;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.statistics.CurveFigures;
import pro.cryptotrader.backtester.statistics.DailyEquity;
import pro.cryptotrader.backtester.statistics.Ratios;
import pro.cryptotrader.backtester.statistics.TradeFigures;

/** What is wanted of a configuration; see {@code statistics} for the formulas. */
public enum Objective {
    PROFIT("profit", 1),
    CAGR("cagrPct", 1),
    SHARPE("sharpe", 1),
    SORTINO("sortino", 1),
    CALMAR("calmar", 1),
    OMEGA("omega", 1),
    SYSTEM_QUALITY("systemQuality", 1),
    PROFIT_FACTOR("profitFactor", 1),
    EXPECTANCY("expectancy", 1),
    WIN_RATE("winRatePct", 1),
    MAX_DRAWDOWN("maxDrawdownPct", -1),
    /** Return less the deepest drawdown, both in per cent. */
    RETURN_LESS_DRAWDOWN("returnLessDrawdown", 1),
    /** The longest time below a peak, in days. */
    DRAWDOWN_DAYS("drawdownDays", -1);

    /** Figures that are no objective: how many trades, and Sharpe per day. */
    static final String TRADES = "trades";

    static final String DAILY_SHARPE = "dailySharpe";

    private final String figure;
    private final int sign;

    Objective(String figure, int sign) {
        this.figure = figure;
        this.sign = sign;
    }

    /** Its figure's name in a trial's outcome. */
    public String figure() {
        return figure;
    }

    /**
     * How good a trial is, higher being better; the worst when the figure is missing or the trial
     * has fewer than {@code leastTrades} trades.
     */
    public double score(TrialOutcome trial, int leastTrades) {
        var value = trial.figures().get(figure);
        boolean enough = trial.figures().getOrDefault(TRADES, 0.0) >= leastTrades;
        return value == null || !enough ? -Double.MAX_VALUE : sign * value;
    }

    /** The best trial first; of equal ones the earlier. */
    public Comparator<TrialOutcome> order(int leastTrades) {
        return Comparator.comparingDouble((TrialOutcome trial) -> -score(trial, leastTrades))
                .thenComparingInt(TrialOutcome::number);
    }

    /** All figures of the first account of a run. */
    static SortedMap<String, Double> figures(BacktestResult run) {
        var account = run.accounts().getFirst();
        var curve = DailyEquity.of(account);
        var days = CurveFigures.of(curve);
        var trades = TradeFigures.of(account.trades());
        var longest = days.longest();
        var figures = new TreeMap<String, Double>();
        figures.put(PROFIT.figure, profit(account));
        figures.put(CAGR.figure, days.cagrPct());
        figures.put(SHARPE.figure, days.sharpe());
        figures.put(SORTINO.figure, days.sortino());
        figures.put(CALMAR.figure, days.calmar());
        figures.put(OMEGA.figure, days.omega());
        figures.put(SYSTEM_QUALITY.figure, trades.systemQuality());
        figures.put(PROFIT_FACTOR.figure, trades.profitFactor());
        figures.put(EXPECTANCY.figure, trades.expectancy());
        figures.put(WIN_RATE.figure, trades.winRatePct());
        figures.put(MAX_DRAWDOWN.figure, days.maxDrawdownPct());
        figures.put(RETURN_LESS_DRAWDOWN.figure, days.returnPct() - days.maxDrawdownPct());
        figures.put(DRAWDOWN_DAYS.figure, longest == null ? 0.0 : (double) longest.durationDays());
        figures.put(TRADES, (double) trades.trades());
        figures.put(DAILY_SHARPE, days.sharpe() / Math.sqrt(Ratios.DAYS_PER_YEAR));
        return figures;
    }

    private static double profit(AccountResult account) {
        return account.ended().minus(account.started()).value().doubleValue();
    }
}

package pro.cryptotrader.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.report.Report;
import pro.cryptotrader.backtester.report.ReportCsv;
import pro.cryptotrader.backtester.report.ReportHtml;
import pro.cryptotrader.backtester.report.ReportJson;
import pro.cryptotrader.backtester.research.MonteCarlo;
import pro.cryptotrader.backtester.research.StudyResult;
import pro.cryptotrader.backtester.research.TrialOutcome;
import pro.cryptotrader.backtester.research.WalkForward;
import pro.cryptotrader.backtester.statistics.AccountFigures;
import pro.cryptotrader.backtester.statistics.CurveFigures;
import pro.cryptotrader.contracts.event.BacktestOutcome;
import pro.cryptotrader.contracts.event.BacktestOutcome.EquityPoint;
import pro.cryptotrader.contracts.event.BacktestPlan;

/** What came of a job, in short and as reports. */
final class Results {
    private static final int CURVE_POINTS = 300;
    private static final MathContext DIGITS = new MathContext(10);

    private Results() {}

    /** Of a single run. */
    static JobResult of(Report report) {
        return of(report, new TreeMap<>(), ReportJson.write(report), trades(report));
    }

    /** Of an optimisation: the best one's report, and everything that was tried. */
    static JobResult of(Report report, StudyResult found, TrialOutcome best) {
        var result = of(report, best.values(), json(found), trialsTable(found));
        return new JobResult(
                "%d trials, the best %s: %s"
                        .formatted(found.trials().size(), best.values(), result.note()),
                result.outcome(),
                result.reports());
    }

    private static JobResult of(
            Report report, SortedMap<String, String> values, String json, String csv) {
        var account = report.accounts().getFirst();
        var figures = figures(account);
        return new JobResult(
                "%.2f %% in %d trades"
                        .formatted(account.curve().returnPct(), account.trades().trades()),
                new BacktestOutcome(figures, values, curve(report.run().accounts().getFirst())),
                reports(ReportHtml.write(report), json, csv));
    }

    /** Of a walk-forward: only what was traded after each training. */
    static JobResult of(BacktestPlan plan, WalkForward.Outcome outcome) {
        var table = new Table("trained from", "traded from", "until", "values", "profit");
        for (var fold : outcome.folds()) {
            var traded = fold.traded();
            table.row(
                    fold.window().trainFrom(),
                    fold.window().trainTo(),
                    fold.window().tradeTo(),
                    fold.values() == null ? "nothing to trade" : fold.values(),
                    traded == null ? "0" : traded.getOrDefault("profit", 0.0));
        }
        var figures = new TreeMap<String, BigDecimal>();
        put(figures, outcome.outOfSample());
        put(figures, "efficiency", outcome.efficiency());
        return new JobResult(
                "%.2f %% out of sample in %d windows"
                        .formatted(outcome.outOfSample().returnPct(), outcome.folds().size()),
                new BacktestOutcome(figures, new TreeMap<>(), List.of()),
                reports(
                        table.html("Walk-forward of " + plan.symbols()),
                        json(outcome),
                        table.csv()));
    }

    /** Of Monte Carlo: the trades drawn again, and in another order. */
    static JobResult of(
            BacktestPlan plan,
            AccountResult account,
            MonteCarlo.Outcome drawn,
            MonteCarlo.Outcome shuffled) {
        var table = new Table("history", "figure", "actual", "5 %", "25 %", "50 %", "75 %", "95 %");
        rows(table, "trades drawn again", drawn);
        rows(table, "trades in another order", shuffled);
        var figures = new TreeMap<String, BigDecimal>();
        put(figures, "returnPct", drawn.returnPct().actual());
        put(figures, "maxDrawdownPct", drawn.maxDrawdownPct().actual());
        put(figures, "returnPct05", drawn.returnPct().quantiles().getFirst());
        put(figures, "returnPct95", drawn.returnPct().quantiles().getLast());
        put(figures, "maxDrawdownPct95", drawn.maxDrawdownPct().quantiles().getLast());
        put(figures, "losingPct", 100 * drawn.losing());
        return new JobResult(
                "%.0f %% of the histories lost".formatted(100 * drawn.losing()),
                new BacktestOutcome(figures, new TreeMap<>(), curve(account)),
                reports(
                        table.html("Monte Carlo of " + plan.symbols()),
                        json(Map.of("drawnTrades", drawn, "shuffledTrades", shuffled)),
                        table.csv()));
    }

    private static void rows(Table table, String name, MonteCarlo.Outcome outcome) {
        row(table, name, "return, %", outcome.returnPct());
        row(table, name, "deepest drawdown, %", outcome.maxDrawdownPct());
    }

    private static void row(Table table, String name, String figure, MonteCarlo.Spread spread) {
        var cells = new ArrayList<Object>(List.of(name, figure, spread.actual()));
        cells.addAll(spread.quantiles());
        table.row(cells.toArray());
    }

    private static Map<String, String> reports(String html, String json, String csv) {
        return Map.of("report.html", html, "report.json", json, "report.csv", csv);
    }

    private static String json(Object value) {
        try {
            return ReportJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written as JSON", e);
        }
    }

    private static String trades(Report report) {
        var text = new StringBuilder();
        try {
            ReportCsv.writeTrades(report.run(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String trialsTable(StudyResult found) {
        var table = new Table("rank", "number", "values", found.objective().figure(), "refusal");
        int rank = 0;
        for (var trial : found.trials()) {
            rank++;
            var figure = trial.figures().get(found.objective().figure());
            table.row(
                    rank,
                    trial.number(),
                    trial.values(),
                    figure == null ? "" : figure,
                    trial.refusal() == null ? "" : trial.refusal());
        }
        return table.csv();
    }

    private static SortedMap<String, BigDecimal> figures(AccountFigures account) {
        var figures = new TreeMap<String, BigDecimal>();
        put(figures, account.curve());
        var trades = account.trades();
        put(figures, "trades", trades.trades());
        put(figures, "winRatePct", trades.winRatePct());
        put(figures, "profit", trades.profit());
        put(figures, "profitFactor", trades.profitFactor());
        put(figures, "expectancy", trades.expectancy());
        put(figures, "systemQuality", trades.systemQuality());
        put(figures, "fees", account.fees());
        put(figures, "turnoverRatio", account.turnoverRatio());
        put(figures, "marketChangePct", account.buyAndHold().marketChangePct());
        return figures;
    }

    private static void put(SortedMap<String, BigDecimal> figures, CurveFigures curve) {
        put(figures, "end", curve.end());
        put(figures, "returnPct", curve.returnPct());
        put(figures, "cagrPct", curve.cagrPct());
        put(figures, "sharpe", curve.sharpe());
        put(figures, "sortino", curve.sortino());
        put(figures, "calmar", curve.calmar());
        put(figures, "omega", curve.omega());
        put(figures, "maxDrawdownPct", curve.maxDrawdownPct());
    }

    private static void put(SortedMap<String, BigDecimal> figures, String name, double value) {
        if (Double.isFinite(value)) {
            figures.put(name, new BigDecimal(value, DIGITS));
        }
    }

    /** So many points of the curve as a screen can show, the last one among them. */
    private static List<EquityPoint> curve(AccountResult account) {
        var curve = account.equity();
        var points = new ArrayList<EquityPoint>();
        int step = Math.max(1, curve.size() / CURVE_POINTS);
        for (int i = 0; i < curve.size(); i += step) {
            points.add(new EquityPoint(curve.at(i), curve.equity(i)));
        }
        if (curve.size() > 0 && (curve.size() - 1) % step != 0) {
            points.add(new EquityPoint(curve.at(curve.size() - 1), curve.equity(curve.size() - 1)));
        }
        return points;
    }
}

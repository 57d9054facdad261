package pro.cryptotrader.backtester.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.statistics.AccountFigures;
import pro.cryptotrader.backtester.statistics.RandomEntries;
import pro.cryptotrader.backtester.statistics.Significance;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A run, judged, with what its charts show.
 *
 * @param accounts figures in the order of the run's accounts
 * @param charts candles of the traded symbols, in the order of the run's markets; empty when they
 *     were not at hand
 */
public record Report(BacktestResult run, List<AccountFigures> accounts, List<ChartCandles> charts) {
    public Report {
        accounts = List.copyOf(accounts);
        charts = List.copyOf(charts);
    }

    /**
     * Judges {@code run}.
     *
     * @param candles what was traded on, one source per symbol; may be empty, then there are no
     *     charts of them and entries are not compared with random ones
     */
    public static Report of(
            BacktestResult run, List<CandleSource> candles, Significance.Settings settings) {
        var bars = settings.randomRuns() > 0 ? bars(run.settings(), candles) : noBars();
        var figures = new ArrayList<AccountFigures>();
        for (var account : run.accounts()) {
            var verdict = randomEntries(run, account, bars, settings);
            figures.add(AccountFigures.of(run, account, verdict, settings));
        }
        var charts =
                candles.stream().map(source -> ChartCandles.of(source, run.settings())).toList();
        return new Report(run, figures, charts);
    }

    private static HashMap<Symbol, LoadedBars> noBars() {
        return new HashMap<>();
    }

    private static HashMap<Symbol, LoadedBars> bars(
            BacktestSettings settings, List<CandleSource> candles) {
        var bars = noBars();
        for (var source : candles) {
            bars.put(source.symbol(), LoadedBars.of(source, settings.from(), settings.to()));
        }
        return bars;
    }

    private static RandomEntries.@Nullable Verdict randomEntries(
            BacktestResult run,
            AccountResult account,
            HashMap<Symbol, LoadedBars> bars,
            Significance.Settings settings) {
        var exits = new ArrayList<RandomEntries.Exit>();
        double actual = 0;
        for (var trade : account.trades()) {
            var symbolBars = bars.get(trade.symbol());
            if (symbolBars != null && symbolBars.size() > 0) {
                exits.add(RandomExits.of(trade, symbolBars));
                actual += trade.resultPct().doubleValue();
            }
        }
        if (exits.isEmpty()) {
            return null;
        }
        var fills = run.settings().fills();
        double cost =
                fills.takerFeePct().doubleValue()
                        + fills.slippagePct().doubleValue()
                        + fills.spreadPct().doubleValue() / 2;
        return new RandomEntries(settings.randomRuns(), cost, settings.seed())
                .judge(actual / exits.size(), exits);
    }
}

package pro.cryptotrader.backtester.research;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.contracts.config.TradingConfig;

/**
 * A backtest that can be made again with something changed. Runs share nothing but candles that are
 * only read, so that many may run at once.
 *
 * @param strategy made anew for every run from the candles of that run
 */
public record Experiment(
        BacktestSettings settings,
        Function<List<MarketPlan>, StrategyPlan> strategy,
        List<MarketPlan> markets,
        AccountPlan account) {
    public Experiment {
        markets = List.copyOf(markets);
    }

    /** Runs it. */
    public BacktestResult run() {
        var backtest = new Backtest(settings, strategy.apply(markets), markets, List.of(account));
        return backtest.run(_ -> {});
    }

    /** The same from {@code from} until {@code to}. */
    public Experiment between(Instant from, Instant to) {
        return new Experiment(
                new BacktestSettings(from, to, settings.fills(), settings.curve()),
                strategy,
                markets,
                account);
    }

    /** The same with another configuration. */
    public Experiment with(TradingConfig config) {
        return new Experiment(
                settings,
                strategy,
                markets,
                new AccountPlan(account.account(), config, account.cash()));
    }

    /** The same with another say of each strategy. */
    Experiment with(EnsembleWeights weights) {
        return new Experiment(
                settings, plans -> weights.in(strategy.apply(plans)), markets, account);
    }

    /** The same on other candles. */
    public Experiment on(Function<CandleSource, CandleSource> candles) {
        return new Experiment(
                settings,
                strategy,
                markets.stream()
                        .map(plan ->
                                new MarketPlan(plan.instrument(), candles.apply(plan.candles())))
                        .toList(),
                account);
    }

    /** The same with {@code candles} to warm up on. */
    public Experiment warmedBy(int candles) {
        return new Experiment(
                settings,
                plans -> {
                    var plan = strategy.apply(plans);
                    return new StrategyPlan(
                            plan.name(),
                            plan.signals(),
                            candles,
                            plan.exits(),
                            plan.mostSlippagePct());
                },
                markets,
                account);
    }
}

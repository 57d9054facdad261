package pro.cryptotrader.backtester.cli;

import java.util.List;
import java.util.Map;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.Stage;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.contracts.value.Symbol;

/** Accounts in one market, to be run once. */
record Portfolio(
        BacktestSettings settings,
        StrategyPlan strategy,
        List<MarketPlan> markets,
        List<AccountPlan> accounts) {

    /** The one account of an experiment. */
    static Portfolio of(Experiment experiment) {
        return new Portfolio(
                experiment.settings(),
                experiment.strategy().apply(experiment.markets()),
                experiment.markets(),
                List.of(experiment.account()));
    }

    /** Runs; candles of symbols with recorded trades are walked trade by trade. */
    BacktestResult run(Map<Symbol, RecordedTrades> trades) {
        var stage = Stage.usual(settings, strategy).on(trades);
        return new Backtest(settings, strategy, markets, accounts, stage).run(_ -> {});
    }
}

package pro.cryptotrader.backtester.parity;

import java.util.List;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.Stage;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.core.engine.Desks;

/** A backtest that says everything aloud, with the desks that trade live. */
public final class ParityRun {
    private ParityRun() {}

    /**
     * Runs.
     *
     * @param exchange where orders go
     * @param desks who decides, as they do at that exchange
     * @return what was said
     */
    public static Transcript of(
            BacktestSettings settings,
            StrategyPlan strategy,
            List<MarketPlan> markets,
            List<AccountPlan> accounts,
            Exchange.Maker exchange,
            Desks desks) {
        var transcript = new Transcript();
        var aloud =
                new StrategyPlan(
                        strategy.name(),
                        (symbol, interval) ->
                                new SpokenSignals(
                                        strategy.signals().apply(symbol, interval),
                                        transcript::add),
                        strategy.warmUp(),
                        strategy.exits(),
                        strategy.mostSlippagePct());
        var stage = new Stage(exchange, desks, (event, _) -> transcript.add(event));
        new Backtest(settings, aloud, markets, accounts, stage).run(_ -> {});
        return transcript;
    }
}

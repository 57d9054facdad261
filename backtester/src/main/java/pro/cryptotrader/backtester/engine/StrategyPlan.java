package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.EnsembleSignals;
import pro.cryptotrader.core.engine.ExitRule;
import pro.cryptotrader.core.engine.SignalMaker;
import pro.cryptotrader.core.risk.RiskDesk;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;

/**
 * Who gives signals and what else is decided beside the accounts' configurations.
 *
 * @param signals makes the signals of a symbol and interval
 * @param warmUp how many candles it wants before the first signal
 * @param exits look at every open position at every close
 * @param mostSlippagePct how far above the reference price an entry may be filled, in per cent
 */
public record StrategyPlan(
        String name,
        BiFunction<Symbol, Interval, SignalMaker> signals,
        int warmUp,
        List<ExitRule> exits,
        BigDecimal mostSlippagePct) {
    public StrategyPlan {
        exits = List.copyOf(exits);
    }

    /** What trades live, every signal with its votes. */
    public static StrategyPlan live() {
        return house(
                (symbol, interval) -> new EnsembleSignals(symbol, interval, RuleEnsemble::usual));
    }

    /** The same signals without the votes and their reasons, which a backtest does not read. */
    public static StrategyPlan silent() {
        return house((symbol, interval) ->
                EnsembleSignals.silent(symbol, interval, RuleEnsemble::usual));
    }

    private static StrategyPlan house(BiFunction<Symbol, Interval, SignalMaker> signals) {
        return new StrategyPlan(
                SignalDesk.STRATEGY,
                signals,
                AnchoredStream.ENOUGH_HISTORY,
                List.of(),
                RiskDesk.MOST_SLIPPAGE_PCT);
    }
}

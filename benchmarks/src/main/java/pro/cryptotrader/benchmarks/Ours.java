package pro.cryptotrader.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.Backtest;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;

/**
 * The backtester: exact money, every risk rule, the life of each order, the ledger, and equity
 * marked and kept at every candle.
 */
final class Ours implements Contestant {
    private final String name;
    private final Bars bars;
    private final Instrument instrument;
    private final StrategyPlan strategy;
    private final TradingConfig config;
    private final BacktestSettings settings;

    private Ours(
            String name,
            Bars bars,
            Instrument instrument,
            StrategyPlan strategy,
            TradingConfig config,
            FillSettings fills) {
        this.name = name;
        this.bars = bars;
        this.instrument = instrument;
        this.strategy = strategy;
        this.config = config;
        var source = bars.source();
        this.settings =
                new BacktestSettings(
                        source.first(),
                        source.last().plus(bars.interval().duration()),
                        fills,
                        BacktestSettings.CurveStep.CANDLE);
    }

    /** The strategy of the comparison, filled as the others fill. */
    static Ours cross(Bars bars) {
        var strategy =
                new StrategyPlan(
                        CrossSignals.NAME,
                        (symbol, interval) -> new CrossSignals(),
                        0,
                        List.of(CrossSignals.STOP_AND_TARGET),
                        BigDecimal.ZERO);
        // The stop and target that rest at the venue are too far away to matter.
        var risk =
                new RiskConfig(
                        new BigDecimal("3"),
                        5,
                        new BigDecimal("2"),
                        new BigDecimal("50"),
                        new BigDecimal("100"),
                        Money.of("10"));
        var fills =
                new FillSettings(
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("0.1"),
                        new BigDecimal("0.1"),
                        FillSettings.FeeAsset.QUOTE,
                        BigDecimal.TEN,
                        Duration.ZERO,
                        Set.of(
                                Assumption.NO_SPREAD,
                                Assumption.NO_SLIPPAGE,
                                Assumption.UNLIMITED_VOLUME));
        return new Ours(
                "ours, the same strategy", bars, Bars.fine(), strategy, config(bars, risk), fills);
    }

    /** What trades live, with everything on, filled honestly. */
    static Ours live(Bars bars) {
        return new Ours(
                "ours, all defaults",
                bars,
                Bars.usual(),
                StrategyPlan.silent(),
                config(bars, TradingConfig.defaults().risk()),
                FillSettings.honest());
    }

    private static TradingConfig config(Bars bars, RiskConfig risk) {
        var defaults = TradingConfig.defaults();
        return new TradingConfig(
                true,
                TradingMode.BALANCED,
                false,
                bars.interval(),
                List.of(Bars.SYMBOL),
                risk,
                defaults.notifications());
    }

    @Override
    public String name() {
        return name;
    }

    BacktestResult result() {
        var account = new AccountPlan(new AccountId("main"), config, Money.of("10000"));
        return new Backtest(
                        settings,
                        strategy,
                        List.of(new MarketPlan(instrument, bars.source())),
                        List.of(account))
                .run(candles -> {});
    }

    @Override
    public Outcome run() {
        var account = result().accounts().getFirst();
        return new Outcome(
                account.ended().value().doubleValue(),
                account.trades().stream()
                        .filter(trade -> !trade.isOpen())
                        .map(Ours::deal)
                        .toList());
    }

    private static Outcome.Deal deal(BacktestTrade trade) {
        return new Outcome.Deal(
                millis(trade.openedAt()),
                trade.entryPrice().value().doubleValue(),
                millis(trade.closedAt()),
                trade.exitPrice().value().doubleValue());
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }
}

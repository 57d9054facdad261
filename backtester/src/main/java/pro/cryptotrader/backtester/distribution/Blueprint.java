package pro.cryptotrader.backtester.distribution;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.backtester.engine.AccountPlan;
import pro.cryptotrader.backtester.engine.BacktestSettings;
import pro.cryptotrader.backtester.engine.BacktestSettings.CurveStep;
import pro.cryptotrader.backtester.engine.MarketPlan;
import pro.cryptotrader.backtester.engine.StrategyPlan;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;
import pro.cryptotrader.backtester.research.Experiment;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.BacktestFills;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.TrialEvent.TrialMarket;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * An experiment as it travels: everything but the candles, which both ends have and prove to have.
 */
public record Blueprint(BacktestPlan plan, List<TrialMarket> markets) {
    private static final AccountId ACCOUNT = new AccountId("main");

    public Blueprint {
        markets = List.copyOf(markets);
    }

    /** Where a worker finds candles. */
    @FunctionalInterface
    public interface Candles {
        /** The candles of a symbol, at least from {@code from} until {@code to}. */
        CandleSource find(Symbol symbol, Interval interval, Instant from, Instant to)
                throws IOException, InterruptedException;
    }

    /**
     * Draws it.
     *
     * @param longest the longest interval that any trial trades: it reads the furthest back
     * @throws IllegalArgumentException when entries are switched off, since nothing would be tried
     */
    public static Blueprint of(Experiment experiment, Interval longest) {
        var config = experiment.account().config();
        if (!config.enabled()) {
            throw new IllegalArgumentException(
                    "the configuration has entries switched off, so there is nothing to try");
        }
        var settings = experiment.settings();
        var finest =
                experiment.markets().stream()
                        .map(market -> market.candles().interval())
                        .min(Interval::compareTo)
                        .orElse(config.interval());
        var plan =
                new BacktestPlan(
                        config.symbols(),
                        config.interval(),
                        finest,
                        config.mode(),
                        config.risk(),
                        settings.from(),
                        settings.to(),
                        experiment.account().cash(),
                        fills(settings.fills()));
        var from = firstRead(plan, longest);
        var markets = new ArrayList<TrialMarket>();
        for (var market : experiment.markets()) {
            var candles = market.candles();
            markets.add(
                    new TrialMarket(
                            market.instrument(),
                            candles.interval(),
                            from,
                            Fingerprint.of(candles, from, plan.to())));
        }
        return new Blueprint(plan, markets);
    }

    /** Open time of the first candle that is read when {@code interval} is traded. */
    public static Instant firstRead(BacktestPlan plan, Interval interval) {
        long warmUp = StrategyPlan.live().warmUp() + 1L;
        return plan.from().minus(Duration.ofSeconds(warmUp * interval.seconds()));
    }

    /**
     * Builds it again.
     *
     * @throws OtherCandles when the candles that are found are not those it was drawn with
     */
    public Experiment build(Candles candles, CurveStep curve)
            throws IOException, InterruptedException {
        var plans = new ArrayList<MarketPlan>();
        for (var market : markets) {
            var symbol = market.instrument().symbol();
            var found = candles.find(symbol, market.candles(), market.from(), plan.to());
            var print = Fingerprint.of(found, market.from(), plan.to());
            if (!print.equals(market.sha256())) {
                throw new OtherCandles(
                        ("the %s candles of %s before %s are not those of the study (SHA-256 %s, not"
                                        + " %s): copy its candle store, or name another pool")
                                .formatted(
                                        market.candles().code(),
                                        symbol,
                                        plan.to(),
                                        print,
                                        market.sha256()));
            }
            plans.add(new MarketPlan(market.instrument(), found));
        }
        return experiment(plan, plans, curve);
    }

    /** What {@code plan} says, on these markets. */
    public static Experiment experiment(
            BacktestPlan plan, List<MarketPlan> markets, CurveStep curve) {
        var config =
                new TradingConfig(
                        true,
                        plan.mode(),
                        false,
                        plan.interval(),
                        plan.symbols(),
                        plan.risk(),
                        TradingConfig.defaults().notifications());
        return new Experiment(
                new BacktestSettings(plan.from(), plan.to(), fills(plan.fills()), curve),
                _ -> StrategyPlan.silent(),
                markets,
                new AccountPlan(ACCOUNT, config, plan.cash()));
    }

    private static BacktestFills fills(FillSettings fills) {
        var assumptions = EnumSet.noneOf(BacktestFills.Assumption.class);
        fills.assumptions()
                .forEach(each -> assumptions.add(BacktestFills.Assumption.valueOf(each.name())));
        return new BacktestFills(
                fills.spreadPct(),
                fills.slippagePct(),
                fills.makerFeePct(),
                fills.takerFeePct(),
                BacktestFills.FeeAsset.valueOf(fills.feeAsset().name()),
                fills.participationPct(),
                fills.latency().toMillis(),
                assumptions);
    }

    private static FillSettings fills(BacktestFills fills) {
        var assumptions = EnumSet.noneOf(Assumption.class);
        fills.assumptions().forEach(each -> assumptions.add(Assumption.valueOf(each.name())));
        return new FillSettings(
                fills.spreadPct(),
                fills.slippagePct(),
                fills.makerFeePct(),
                fills.takerFeePct(),
                FillSettings.FeeAsset.valueOf(fills.feeAsset().name()),
                fills.participationPct(),
                Duration.ofMillis(fills.latencyMillis()),
                assumptions);
    }
}

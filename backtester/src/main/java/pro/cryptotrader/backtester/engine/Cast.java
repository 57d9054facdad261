package pro.cryptotrader.backtester.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;

/** Who takes part in a backtest: makes the markets and the accounts of their plans. */
record Cast(
        BacktestSettings settings,
        StrategyPlan strategy,
        Stage stage,
        Exchange venue,
        Market market,
        OrdersHash hash) {
    private static final long MOST_POINTS_AT_ONCE = 4_000_000;

    private static void requireCandles(List<MarketPlan> plans, List<AccountPlan> accounts) {
        var symbols = new TreeSet<Symbol>();
        for (var plan : plans) {
            if (!symbols.add(plan.instrument().symbol())) {
                throw new IllegalArgumentException(
                        "%s has two sources of candles; it must have one"
                                .formatted(plan.instrument().symbol()));
            }
        }
        for (var account : accounts) {
            for (var symbol : account.config().symbols()) {
                if (!symbols.contains(symbol)) {
                    throw new IllegalArgumentException(
                            "account %s trades %s, but there are candles of %s only"
                                    .formatted(account.account(), symbol, symbols));
                }
            }
        }
    }

    /** The markets in the order of their plans. */
    MarketRun[] markets(List<MarketPlan> plans, List<AccountPlan> accountPlans) {
        requireCandles(plans, accountPlans);
        var runs = new ArrayList<MarketRun>();
        for (var plan : plans) {
            var symbol = plan.instrument().symbol();
            var scale =
                    new Scale(plan.instrument(), plan.candles().priceDecimals(), settings.fills());
            var streams = new ArrayList<SignalStream>();
            long longest = 0;
            for (var interval : intervals(symbol, accountPlans)) {
                requireFine(plan, interval);
                longest = Math.max(longest, interval.seconds());
                streams.add(
                        new SignalStream(
                                symbol,
                                interval,
                                strategy.signals().apply(symbol, interval),
                                scale.decimals(),
                                plan.candles().volumeDecimals()));
            }
            var readFrom = settings.from().minusSeconds((strategy.warmUp() + 1L) * longest);
            runs.add(new MarketRun(plan, scale, venue, streams, readFrom, settings));
        }
        return runs.toArray(MarketRun[]::new);
    }

    private static Set<Interval> intervals(Symbol symbol, List<AccountPlan> accounts) {
        var intervals = new TreeSet<Interval>();
        for (var account : accounts) {
            if (account.config().symbols().contains(symbol)) {
                intervals.add(account.config().interval());
            }
        }
        return intervals;
    }

    private static void requireFine(MarketPlan plan, Interval interval) {
        if (interval.seconds() % plan.candles().interval().seconds() != 0) {
            throw new IllegalArgumentException(
                    "%s: candles of %s cannot be built from candles of %s"
                            .formatted(
                                    plan.instrument().symbol(),
                                    interval.code(),
                                    plan.candles().interval().code()));
        }
    }

    /** The accounts in the order of their plans, each watching all markets. */
    AccountRun[] accounts(List<AccountPlan> plans, MarketRun[] markets) {
        var runs = new ArrayList<AccountRun>();
        for (var plan : plans) {
            var diary = new AccountDiary(plan.account(), strategy.name(), hash, venue.slippage());
            var run =
                    new AccountRun(
                            plan,
                            settings,
                            strategy,
                            stage.desks(),
                            market,
                            venue,
                            diary,
                            stage.journal(diary),
                            markets.length,
                            expectedPoints(markets[0].interval()));
            for (var each : markets) {
                run.watch(each.symbol(), each.scale().decimals());
            }
            runs.add(run);
        }
        return runs.toArray(AccountRun[]::new);
    }

    /** So many that the curve need not grow, but no more than fit easily. */
    private int expectedPoints(Interval candles) {
        long seconds =
                switch (settings.curve()) {
                    case CANDLE -> candles.seconds();
                    case HOUR -> 3_600;
                    case DAY -> 86_400;
                };
        var length = Duration.between(settings.from(), settings.to());
        return (int) Math.min(MOST_POINTS_AT_ONCE, length.toSeconds() / seconds + 2);
    }
}

package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import pro.cryptotrader.backtester.engine.BacktestSettings.OrderLives;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.backtester.fill.Scale;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.TradeInput;

/**
 * Runs accounts over recorded candles. The loop knows three moments of a candle: its open, where
 * what was decided at the close before meets the market; its walk, where what rests is filled; its
 * close, where everything is marked and the strategies speak. It decides nothing itself. Used once;
 * for one thread.
 */
public final class Backtest {
    private static final int PROGRESS_EVERY = 8_192;
    private static final long MOST_POINTS_AT_ONCE = 4_000_000;

    private final BacktestSettings settings;
    private final StrategyPlan strategy;
    private final OrdersHash hash = new OrdersHash();
    private final Market market = new Market();
    private final Exchange venue;
    private final Stage stage;
    private final MarketRun[] markets;
    private final AccountRun[] accounts;
    private final Map<AccountId, AccountRun> accountsById = new HashMap<>();
    private final Map<Symbol, Integer> lanes = new HashMap<>();
    private long signals;
    private long candles;

    /**
     * A run to be made.
     *
     * @param plans the symbols; each account may trade some of them
     * @param accountPlans each account once
     */
    public Backtest(
            BacktestSettings settings,
            StrategyPlan strategy,
            List<MarketPlan> plans,
            List<AccountPlan> accountPlans) {
        this(settings, strategy, plans, accountPlans, Stage.usual(settings, strategy));
    }

    /**
     * A run somewhere else, or before somebody who listens.
     *
     * @param plans the symbols; each account may trade some of them
     * @param accountPlans each account once
     */
    public Backtest(
            BacktestSettings settings,
            StrategyPlan strategy,
            List<MarketPlan> plans,
            List<AccountPlan> accountPlans,
            Stage stage) {
        this.settings = settings;
        this.strategy = strategy;
        this.stage = stage;
        this.venue = stage.exchange().open(market, this::balance, this::reported);
        var sorted =
                accountPlans.stream().sorted(Comparator.comparing(AccountPlan::account)).toList();
        requireCandles(plans, sorted);
        this.markets = markets(plans, sorted);
        this.accounts = accounts(sorted, plans);
        for (int i = 0; i < markets.length; i++) {
            lanes.put(markets[i].symbol(), i);
        }
    }

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

    private MarketRun[] markets(List<MarketPlan> plans, List<AccountPlan> accountPlans) {
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
                                settings.orders() == OrderLives.FULL,
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

    private AccountRun[] accounts(List<AccountPlan> accountPlans, List<MarketPlan> plans) {
        var runs = new ArrayList<AccountRun>();
        for (var plan : accountPlans) {
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
                            plans.size(),
                            expectedPoints(plans));
            for (var each : markets) {
                run.watch(each.symbol(), each.scale().decimals());
            }
            if (accountsById.put(plan.account(), run) != null) {
                throw new IllegalArgumentException(
                        "account %s takes part twice".formatted(plan.account()));
            }
            runs.add(run);
        }
        return runs.toArray(AccountRun[]::new);
    }

    /** So many that the curve need not grow, but no more than fit easily. */
    private int expectedPoints(List<MarketPlan> plans) {
        long seconds = BacktestSettings.CurveStep.DAY == settings.curve() ? 86_400 : 3_600;
        if (settings.curve() == BacktestSettings.CurveStep.CANDLE) {
            seconds = plans.getFirst().candles().interval().seconds();
        }
        var length = Duration.between(settings.from(), settings.to());
        return (int) Math.min(MOST_POINTS_AT_ONCE, length.toSeconds() / seconds + 2);
    }

    private BigDecimal balance(AccountId id, Asset asset) {
        var ledger = account(id).account().books().ledger();
        var holding = ledger.holding(asset);
        return asset.equals(ledger.quote())
                ? ledger.cash()
                : holding == null ? BigDecimal.ZERO : holding.balance();
    }

    private AccountRun account(AccountId id) {
        var run = accountsById.get(id);
        if (run == null) {
            throw new IllegalStateException("nobody knows account " + id);
        }
        return run;
    }

    private void reported(AccountId id, Symbol symbol, TradeInput input, long time) {
        var lane = lanes.get(symbol);
        if (lane != null) {
            account(id).account().outcome(lane, input, Instant.ofEpochMilli(time));
        }
    }

    /**
     * Runs.
     *
     * @param progress hears now and then how many candles have been read
     */
    public BacktestResult run(LongConsumer progress) {
        try {
            for (long time = earliest(); time != Long.MAX_VALUE; time = earliest()) {
                step(time);
                if (candles % PROGRESS_EVERY < markets.length) {
                    progress.accept(candles);
                }
            }
            return result();
        } finally {
            for (var each : markets) {
                each.close();
            }
        }
    }

    private long earliest() {
        long earliest = Long.MAX_VALUE;
        for (var each : markets) {
            earliest = Math.min(earliest, each.nextOpen());
        }
        return earliest;
    }

    /** Everything between {@code time} and the end of the candles that open then. */
    private void step(long time) {
        for (int i = 0; i < markets.length; i++) {
            if (markets[i].nextOpen() == time) {
                markets[i].begin();
                candles++;
                open(i);
            }
        }
        long end = 0;
        for (int i = 0; i < markets.length; i++) {
            var run = markets[i];
            if (run.candle().openTime() == time) {
                run.trading().walk();
                close(i);
                run.hear();
                end = Math.max(end, run.candle().closeTime());
            }
        }
        if (time >= settings.from().toEpochMilli()) {
            for (var account : accounts) {
                account.sample(end);
            }
        }
    }

    private void open(int lane) {
        var run = markets[lane];
        run.trading().open();
        boolean shown = false;
        if (run.hasSignals() && run.isTraded()) {
            shown = true;
            signal(lane, run);
        }
        for (var account : accounts) {
            if (!account.isAsleep(lane)) {
                if (!shown) {
                    run.trading().show();
                    shown = true;
                }
                account.open(lane, Instant.ofEpochMilli(run.candle().openTime()));
            }
        }
    }

    private void signal(int lane, MarketRun run) {
        var at = Instant.ofEpochMilli(run.candle().openTime());
        for (var stream : run.streams()) {
            var given = stream.take();
            if (given == null) {
                continue;
            }
            signals++;
            for (var account : accounts) {
                run.trading().show();
                account.account()
                        .signal(lane, given.signalId(), given.candleId(), given.signal(), at);
            }
        }
    }

    private void close(int lane) {
        var run = markets[lane];
        var candle = run.candle();
        if (!run.isTraded()) {
            return;
        }
        long bid = run.trading().bid();
        double close = run.scale().number(candle.close());
        for (var account : accounts) {
            account.close(lane, bid, close, candle.closeTime());
        }
    }

    private BacktestResult result() {
        long end = 0;
        for (var each : markets) {
            if (each.read() > 0) {
                end = Math.max(end, each.candle().closeTime());
            }
        }
        var results = new ArrayList<AccountResult>();
        for (var account : accounts) {
            results.add(account.result(end));
        }
        var summaries = new ArrayList<MarketSummary>();
        for (var each : markets) {
            if (each.read() > 0) {
                summaries.add(each.summary());
            }
        }
        return new BacktestResult(
                settings,
                strategy.name(),
                summaries,
                results,
                candles,
                signals,
                venue.orders(),
                hash.hex());
    }
}

package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import pro.cryptotrader.backtester.fill.Exchange;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
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

    private final BacktestSettings settings;
    private final StrategyPlan strategy;
    private final OrdersHash hash = new OrdersHash();
    private final Market market = new Market();
    private final Exchange venue;
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
        this.venue = stage.exchange().open(market, this::balance, this::reported);
        var sorted =
                accountPlans.stream().sorted(Comparator.comparing(AccountPlan::account)).toList();
        var cast = new Cast(settings, strategy, stage, venue, market, hash);
        this.markets = cast.markets(plans, sorted);
        this.accounts = cast.accounts(sorted, markets);
        for (var run : accounts) {
            if (accountsById.put(run.id(), run) != null) {
                throw new IllegalArgumentException(
                        "account %s takes part twice".formatted(run.id()));
            }
        }
        for (int i = 0; i < markets.length; i++) {
            lanes.put(markets[i].symbol(), i);
        }
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

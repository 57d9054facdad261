package pro.cryptotrader.backtester.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Desks;
import pro.cryptotrader.core.engine.ExitRule;
import pro.cryptotrader.core.engine.Journal;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.engine.TradingAccount;
import pro.cryptotrader.core.engine.Venue;

/** One account on its way through a backtest. */
final class AccountRun {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final AccountPlan plan;
    private final AccountDiary diary;
    private final TradingAccount account;
    private final EquityCurve curve;
    private final long curveStep;
    private final ExitRule[] exitRules;

    /** Exits that were decided at a close, by lane. */
    private final ExitRequested.@Nullable Reason[] leaving;

    AccountRun(
            AccountPlan plan,
            BacktestSettings settings,
            StrategyPlan strategy,
            Desks desks,
            Market market,
            Venue venue,
            AccountDiary diary,
            Journal journal,
            int markets,
            int expectedPoints) {
        this.plan = plan;
        this.diary = diary;
        this.curve = new EquityCurve(expectedPoints);
        this.exitRules = strategy.exits().toArray(ExitRule[]::new);
        this.leaving = new ExitRequested.@Nullable Reason[markets];
        this.curveStep =
                switch (settings.curve()) {
                    case CANDLE -> 1;
                    case HOUR -> HOUR;
                    case DAY -> DAY;
                };
        var config =
                new TradingConfigChanged(
                        plan.account(), "backtest", 1, plan.config(), "backtest", settings.from());
        this.account =
                new TradingAccount(
                        config,
                        Map.of(quote(), plan.cash().value()),
                        desks,
                        market,
                        venue,
                        journal);
    }

    private Asset quote() {
        return plan.config().symbols().getFirst().quote();
    }

    AccountId id() {
        return plan.account();
    }

    TradingAccount account() {
        return account;
    }

    void watch(Symbol symbol, int priceDecimals) {
        account.watch(symbol, priceDecimals);
    }

    boolean isAsleep(int lane) {
        return leaving[lane] == null && !account.isUnsettled(lane);
    }

    /** What was decided at the last close, and whatever waits for time to pass. */
    void open(int lane, Instant at) {
        var reason = leaving[lane];
        if (reason != null) {
            leaving[lane] = null;
            if (!account.isLeaving(lane)) {
                account.leave(lane, reason, at);
            }
        }
        if (account.isUnsettled(lane)) {
            account.check(lane, at);
        }
    }

    /** A candle of the symbol has closed. */
    void close(int lane, long bid, double close, long closeTime) {
        account.mark(lane, bid, closeTime);
        if (exitRules.length == 0 || !account.books().holds(lane)) {
            return;
        }
        double entry = account.boughtAt(lane);
        for (var rule : exitRules) {
            var reason = rule.review(entry, close);
            if (reason != null) {
                leaving[lane] = reason;
                return;
            }
        }
    }

    /** All symbols have closed their candles of the same time. */
    void sample(long closeTime) {
        if (curveStep == 1 || closeTime % curveStep == 0) {
            point(closeTime);
        }
    }

    private void point(long time) {
        var books = account.books();
        curve.add(time, books.equity(), books.invested());
    }

    AccountResult result(long endTime) {
        if (curve.size() == 0 || curve.timeMillis(curve.size() - 1) < endTime) {
            point(endTime);
        }
        var ledger = account.books().ledger();
        var stillOpen = new ArrayList<PositionChanged>();
        var dust = ledger.unrealised();
        for (var holding : ledger.holdings()) {
            if (holding.openPosition() != null) {
                var position = Objects.requireNonNull(ledger.position(holding.asset()));
                stillOpen.add(position);
                dust = dust.subtract(position.unrealised().value());
            }
        }
        return new AccountResult(
                plan.account(),
                plan.config(),
                quote(),
                plan.cash(),
                new Money(ledger.equity()),
                new Money(dust),
                new Money(diary.fees()),
                new Money(diary.slipped()),
                new Money(diary.turnover()),
                diary.trades(stillOpen),
                curve,
                diary.approved(),
                diary.rejected());
    }
}

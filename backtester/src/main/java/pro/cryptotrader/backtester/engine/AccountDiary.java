package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.fill.Slippage;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.engine.Journal;

/** Writes down what becomes of one account. */
final class AccountDiary implements Journal {
    private static final MathContext AVERAGE = new MathContext(16, RoundingMode.HALF_EVEN);

    private final AccountId account;
    private final String strategy;
    private final OrdersHash hash;
    private final Slippage slippage;
    private final Map<Symbol, OpenTrade> open = new HashMap<>();
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private BigDecimal turnover = BigDecimal.ZERO;
    private BigDecimal slipped = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private long approved;

    AccountDiary(AccountId account, String strategy, OrdersHash hash, Slippage slippage) {
        this.account = account;
        this.strategy = strategy;
        this.hash = hash;
        this.slippage = slippage;
    }

    @Override
    public void said(Event event, UUID cause) {
        switch (event) {
            case RiskVerdict.Approved verdict when verdict.side() == Side.BUY -> {
                approved++;
                open.put(verdict.symbol(), new OpenTrade(verdict));
            }
            case RiskVerdict.Approved verdict -> reason(verdict.symbol(), ExitReason.SIGNAL);
            case RiskVerdict.Denied denied when denied.side() == Side.BUY ->
                    reject(denied.reason().code().name());
            case ExitRequested exit -> reason(exit.symbol(), reasonOf(exit.reason()));
            case OrderIntended intended -> hash.add(intended);
            case OrderNotSent gone when gone.role() == OrderRole.ENTRY -> reject("NOT_SENT");
            case OrderRejected gone when gone.role() == OrderRole.ENTRY -> reject("REJECTED");
            case OrderClosed closed
                    when closed.role() == OrderRole.ENTRY && closed.executed().isZero() ->
                    reject("NOT_FILLED");
            case Fill fill -> filled(fill);
            case PositionChanged position -> changed(position);
            default -> {}
        }
    }

    private void reject(String reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    private void reason(Symbol symbol, ExitReason reason) {
        var trade = open.get(symbol);
        if (trade != null && trade.asked == null) {
            trade.asked = reason;
        }
    }

    private static ExitReason reasonOf(ExitRequested.Reason reason) {
        return switch (reason) {
            case LIQUIDATION -> ExitReason.LIQUIDATION;
            case MANUAL, OPPOSITE_SIGNAL -> ExitReason.SIGNAL;
            case TRAILING_STOP -> ExitReason.TRAILING_STOP;
            case TIME_STOP -> ExitReason.TIME_STOP;
        };
    }

    private void filled(Fill fill) {
        hash.add(fill);
        var worth = fill.price().value().multiply(fill.quantity().value());
        turnover = turnover.add(worth);
        var cost = slippage.take(fill.tradeId());
        if (cost.signum() != 0) {
            slipped = slipped.add(cost);
        }
        var fee =
                fill.commissionAsset().equals(fill.symbol().base())
                        ? fill.commission().multiply(fill.price().value())
                        : fill.commission();
        fees = fees.add(fee);
        var trade = open.get(fill.symbol());
        if (trade != null) {
            trade.filled(fill, worth, fee, cost);
        }
    }

    private void changed(PositionChanged position) {
        var trade = open.get(position.symbol());
        if (trade == null) {
            return;
        }
        if (position.status() == PositionChanged.Status.CLOSED && trade.bought.signum() > 0) {
            open.remove(position.symbol());
            trades.add(trade.closed(position));
        }
    }

    /** Every position, those still open last, valued at the last bid. */
    List<BacktestTrade> trades(List<PositionChanged> stillOpen) {
        var all = new ArrayList<>(trades);
        for (var position : stillOpen) {
            var trade = open.get(position.symbol());
            if (trade != null) {
                all.add(trade.stillOpen(position));
            }
        }
        return all;
    }

    SortedMap<String, Long> rejected() {
        return rejected;
    }

    BigDecimal turnover() {
        return turnover;
    }

    BigDecimal slipped() {
        return slipped;
    }

    BigDecimal fees() {
        return fees;
    }

    long approved() {
        return approved;
    }

    /** A position that is not over, or an entry that is not filled. */
    private final class OpenTrade {
        private final RiskVerdict.Approved verdict;
        private BigDecimal bought = BigDecimal.ZERO;
        private BigDecimal boughtWorth = BigDecimal.ZERO;
        private BigDecimal sold = BigDecimal.ZERO;
        private BigDecimal soldWorth = BigDecimal.ZERO;
        private BigDecimal commissions = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private BigDecimal feesOfPurchase = BigDecimal.ZERO;
        private @Nullable ExitReason asked;
        private @Nullable OrderRole lastSale;
        private @Nullable Price lastBought;
        private @Nullable Price lastSold;
        private int purchases;
        private int sales;

        OpenTrade(RiskVerdict.Approved verdict) {
            this.verdict = verdict;
        }

        void filled(Fill fill, BigDecimal worth, BigDecimal fee, BigDecimal slippageCost) {
            commissions = commissions.add(fee);
            if (slippageCost.signum() != 0) {
                cost = cost.add(slippageCost);
            }
            if (fill.side() == Side.BUY) {
                bought = bought.add(fill.quantity().value());
                boughtWorth = boughtWorth.add(worth);
                lastBought = fill.price();
                purchases++;
                if (fill.commissionAsset().equals(fill.symbol().quote())) {
                    feesOfPurchase = feesOfPurchase.add(fee);
                }
            } else {
                sold = sold.add(fill.quantity().value());
                soldWorth = soldWorth.add(worth);
                lastSale = fill.role();
                lastSold = fill.price();
                sales++;
            }
        }

        BacktestTrade closed(PositionChanged at) {
            var reason =
                    switch (lastSale) {
                        case STOP_LOSS -> ExitReason.STOP_LOSS;
                        case TAKE_PROFIT -> ExitReason.TAKE_PROFIT;
                        case null, default -> asked == null ? ExitReason.BAIL_OUT : asked;
                    };
            var exit = lastSold == null ? at.mark() : average(lastSold, sales, soldWorth, sold);
            return trade(at, exit, at.realised(), reason);
        }

        BacktestTrade stillOpen(PositionChanged at) {
            return trade(
                    at, at.mark(), at.realised().plus(at.unrealised()), ExitReason.END_OF_DATA);
        }

        private BacktestTrade trade(
                PositionChanged at, Price exit, Money result, ExitReason reason) {
            var protection = verdict.protection();
            var closedAt = at.closedAt();
            return new BacktestTrade(
                    account,
                    at.symbol(),
                    at.positionId(),
                    verdict.signalId(),
                    strategy,
                    at.openedAt(),
                    closedAt == null ? at.at() : closedAt,
                    average(Objects.requireNonNull(lastBought), purchases, boughtWorth, bought),
                    exit,
                    new Quantity(bought),
                    money(boughtWorth.add(feesOfPurchase)),
                    money(commissions),
                    money(cost),
                    result,
                    reason,
                    protection == null ? null : protection.stopLoss(),
                    protection == null ? null : protection.takeProfit());
        }
    }

    /** What one of {@code units} cost; a single fill says it itself. */
    private static Price average(Price last, int fills, BigDecimal worth, BigDecimal units) {
        return fills == 1 ? last : new Price(worth.divide(units, AVERAGE));
    }

    private static Money money(BigDecimal amount) {
        return new Money(amount);
    }
}

package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.TradeInput.Reported;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** One symbol at the venue of a backtest: its candle in play, and the orders on it. */
final class Pit {
    private static final int REFUSED = -2010;
    private static final int CANCEL_REFUSED = -2011;

    private final Instrument instrument;
    private final Scale scale;
    private final FillSettings settings;
    private final Paper paper;
    private final Market market;
    private final Funds funds;
    private final Counterparty counterparty;
    private final CandleInPlay candle;
    private final List<RestingPair> resting = new ArrayList<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private long highestStop = Long.MIN_VALUE;
    private long lowestTarget = Long.MAX_VALUE;
    private long seen = Long.MIN_VALUE;
    private long seenAt = Long.MIN_VALUE;

    /** A command on its way. */
    private record Waiting(AccountId account, VenueCommand command, long arrival) {}

    Pit(
            Instrument instrument,
            Scale scale,
            FillSettings settings,
            Paper paper,
            Market market,
            Funds funds,
            Slippage slippage,
            CandleInPlay candle) {
        this.instrument = instrument;
        this.scale = scale;
        this.settings = settings;
        this.paper = paper;
        this.market = market;
        this.funds = funds;
        this.counterparty = new Counterparty(instrument, scale, settings, paper, slippage, candle);
        this.candle = candle;
    }

    CandleInPlay candle() {
        return candle;
    }

    /** The bid when the candle has closed, scaled. */
    long bid() {
        return scale.bid(candle.close());
    }

    /** Whether the market need not be walked for our sake. */
    boolean isIdle() {
        return resting.isEmpty() && waiting.isEmpty();
    }

    void send(AccountId account, VenueCommand command, long arrival) {
        waiting.add(new Waiting(account, command, arrival));
    }

    /** The candle opens: what rests meets a gap, then what was on its way arrives. */
    void open(Reports reports, Clock clock) {
        if (candle.open() <= highestStop && !candle.isQuiet()) {
            for (var pair : List.copyOf(resting)) {
                if (pair.hasStop() && candle.open() <= pair.stop()) {
                    stop(pair, candle.open(), candle.openTime(), reports, clock);
                }
            }
        }
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            var arriving = waiting.remove();
            if (arriving.arrival() >= candle.closeTime()) {
                waiting.add(arriving);
                continue;
            }
            long at = Math.max(arriving.arrival(), candle.openTime());
            clock.set(at);
            reports.said(
                    arriving.account(),
                    instrument.symbol(),
                    execute(arriving.account(), arriving.command(), at),
                    at);
        }
    }

    /** The market walks its candle: the stop-loss is believed before the take-profit. */
    void walk(Reports reports, Clock clock) {
        if ((candle.low() > highestStop && candle.high() < lowestTarget) || candle.isQuiet()) {
            return;
        }
        for (var pair : List.copyOf(resting)) {
            boolean stopped = pair.hasStop() && candle.low() <= pair.stop();
            boolean reached =
                    settings.assumes(Assumption.FILL_ON_TOUCH)
                            ? candle.high() >= pair.target()
                            : candle.high() > pair.target();
            if (reached && (!stopped || settings.assumes(Assumption.TARGET_FIRST))) {
                target(pair, reports, clock);
            } else if (stopped) {
                stop(pair, pair.stop(), candle.closeTime(), reports, clock);
            }
        }
    }

    private void stop(RestingPair pair, long last, long time, Reports reports, Clock clock) {
        withdraw(pair);
        clock.set(time);
        var at = Instant.ofEpochMilli(time);
        show(last, at);
        var sale = counterparty.buys(pair.quantity(), last, at);
        var told = told(pair.stopLoss(), pair.quantity(), sale, at);
        var expired =
                paper.report(pair.takeProfit(), OrderStatus.EXPIRED, pair.sold(), List.of(), at);
        say(pair.account(), told, time, reports);
        say(pair.account(), expired, time, reports);
    }

    private void target(RestingPair pair, Reports reports, Clock clock) {
        long time = candle.closeTime();
        var amount = pair.quantity().min(counterparty.most());
        if (amount.isZero()) {
            return;
        }
        withdraw(pair);
        clock.set(time);
        var at = Instant.ofEpochMilli(time);
        show(pair.target(), at);
        var execution = counterparty.meets(pair.target(), amount, at);
        boolean whole = amount.equals(pair.quantity());
        var told =
                paper.report(
                        pair.takeProfit(),
                        whole ? OrderStatus.FILLED : OrderStatus.OPEN,
                        pair.sold().plus(amount),
                        List.of(execution),
                        at);
        if (!whole) {
            rest(pair.afterPartOfTarget(amount));
        }
        if (pair.hasStop()) {
            paper.report(pair.stopLoss(), OrderStatus.EXPIRED, Quantity.ZERO, List.of(), at);
        }
        say(pair.account(), told, time, reports);
        var stopLoss = paper.find(pair.stopLoss());
        if (pair.hasStop() && stopLoss != null) {
            say(pair.account(), stopLoss, time, reports);
        }
    }

    private void say(AccountId account, VenueReport report, long time, Reports reports) {
        reports.said(account, instrument.symbol(), new Reported(report), time);
    }

    /** Everybody sees where the market stands when something of ours happens. */
    private void show(long last, Instant at) {
        if (last == seen && seenAt == candle.openTime()) {
            return;
        }
        seen = last;
        seenAt = candle.openTime();
        long bid = scale.bid(last);
        long ask = scale.ask(last);
        var price = scale.price(last);
        market.see(
                new Tick(
                        instrument.symbol(),
                        price,
                        bid == last ? price : scale.price(bid),
                        ask == last ? price : scale.price(ask),
                        0,
                        at));
    }

    /** The market opens where everybody can see it. */
    void showOpen() {
        show(candle.open(), Instant.ofEpochMilli(candle.openTime()));
    }

    Outcome execute(AccountId account, VenueCommand command, long time) {
        var at = Instant.ofEpochMilli(time);
        long last = candle.at(time);
        show(last, at);
        return switch (command) {
            case VenueCommand.PlaceEntry entry -> enter(account, entry, last, at);
            case VenueCommand.PlaceProtection oco -> protect(account, oco, last, at);
            case VenueCommand.SellMarket sale -> {
                var execution = counterparty.buys(sale.quantity(), last, at);
                yield new Outcome.Done(List.of(told(sale.order(), sale.quantity(), execution, at)));
            }
            case VenueCommand.Cancel cancel -> cancel(account, cancel, at);
            case VenueCommand.Replace _, VenueCommand.Shrink _ ->
                    new Outcome.Refused(-1020, "This operation is not supported.");
            case VenueCommand.LookUp question -> lookUp(question, at);
            case VenueCommand.AskBalance _ ->
                    new Outcome.Balance(funds.of(account, instrument.symbol().base()));
        };
    }

    private Outcome enter(AccountId account, VenueCommand.PlaceEntry entry, long last, Instant at) {
        if (!counterparty.sells(entry.quantity(), entry.limit(), last)) {
            return expired(entry, at);
        }
        var execution = counterparty.offered(entry.quantity(), last, at);
        if (funds.of(account, instrument.symbol().quote()).compareTo(cost(execution)) < 0) {
            return new Outcome.Refused(
                    REFUSED, "Account has insufficient balance for requested action.");
        }
        counterparty.note(execution, last);
        var reports = new ArrayList<VenueReport>(3);
        reports.add(
                paper.report(
                        entry.order(),
                        OrderStatus.FILLED,
                        entry.quantity(),
                        List.of(execution),
                        at));
        if (entry.form() != EntryForm.PLAIN) {
            var legs =
                    entry.form() == EntryForm.OTOCO
                            ? entry.legQuantity()
                            : instrument.floor(new Quantity(Paper.received(execution, instrument)));
            rest(
                    account,
                    entry.list(),
                    entry.stopLoss(),
                    entry.takeProfit(),
                    legs,
                    entry.protection());
            reports.add(open(entry.stopLoss(), at));
            reports.add(open(entry.takeProfit(), at));
        }
        return new Outcome.Done(reports);
    }

    private BigDecimal cost(Execution execution) {
        var cost = execution.price().times(execution.quantity()).value();
        return execution.commissionAsset().equals(instrument.symbol().quote())
                ? cost.add(execution.commission())
                : cost;
    }

    private Outcome expired(VenueCommand.PlaceEntry entry, Instant at) {
        var orders =
                entry.form() == EntryForm.PLAIN
                        ? List.of(entry.order())
                        : List.of(entry.order(), entry.stopLoss(), entry.takeProfit());
        return new Outcome.Done(
                orders.stream()
                        .map(order ->
                                paper.report(
                                        order, OrderStatus.EXPIRED, Quantity.ZERO, List.of(), at))
                        .toList());
    }

    private VenueReport open(OrderId order, Instant at) {
        return paper.report(order, OrderStatus.OPEN, Quantity.ZERO, List.of(), at);
    }

    private void rest(
            AccountId account,
            OrderId list,
            OrderId stopLoss,
            OrderId takeProfit,
            Quantity quantity,
            Protection protection) {
        rest(
                new RestingPair(
                        account,
                        list,
                        stopLoss,
                        takeProfit,
                        quantity,
                        Quantity.ZERO,
                        scale.scaled(protection.stopLoss().value()),
                        scale.scaled(protection.takeProfit().value())));
    }

    private void rest(RestingPair pair) {
        resting.add(pair);
        bound();
    }

    private void withdraw(RestingPair pair) {
        resting.remove(pair);
        bound();
    }

    /** Most candles reach none of them: two comparisons tell. */
    private void bound() {
        highestStop = Long.MIN_VALUE;
        lowestTarget = Long.MAX_VALUE;
        for (int i = 0; i < resting.size(); i++) {
            highestStop = Math.max(highestStop, resting.get(i).stop());
            lowestTarget = Math.min(lowestTarget, resting.get(i).target());
        }
    }

    private Outcome protect(
            AccountId account, VenueCommand.PlaceProtection oco, long last, Instant at) {
        var now = scale.price(last);
        if (!oco.protection().stopLoss().isBelow(now)
                || !now.isBelow(oco.protection().takeProfit())) {
            return new Outcome.Refused(
                    REFUSED, "The relationship of the prices for the orders is not correct.");
        }
        rest(
                account,
                oco.list(),
                oco.stopLoss(),
                oco.takeProfit(),
                oco.quantity(),
                oco.protection());
        return new Outcome.Done(List.of(open(oco.stopLoss(), at), open(oco.takeProfit(), at)));
    }

    private Outcome cancel(AccountId account, VenueCommand.Cancel cancel, Instant at) {
        for (var pair : resting) {
            boolean isIt =
                    pair.account().equals(account)
                            && (pair.list().equals(cancel.list())
                                    || pair.stopLoss().equals(cancel.order())
                                    || pair.takeProfit().equals(cancel.order()));
            if (isIt) {
                withdraw(pair);
                var reports = new ArrayList<VenueReport>(2);
                if (pair.hasStop()) {
                    reports.add(
                            paper.report(
                                    pair.stopLoss(),
                                    OrderStatus.CANCELED,
                                    Quantity.ZERO,
                                    List.of(),
                                    at));
                }
                reports.add(
                        paper.report(
                                pair.takeProfit(),
                                OrderStatus.CANCELED,
                                pair.sold(),
                                List.of(),
                                at));
                return new Outcome.Done(reports);
            }
        }
        return new Outcome.Refused(CANCEL_REFUSED, "Unknown order sent.");
    }

    private Outcome lookUp(VenueCommand.LookUp question, Instant at) {
        var found = new ArrayList<VenueReport>();
        Set<OrderId> absent = new HashSet<>();
        for (var item : question.items()) {
            var report = paper.find(item.order());
            if (report == null) {
                absent.add(item.order());
            } else {
                found.add(report);
            }
        }
        return new Outcome.Found(found, absent, at);
    }

    private VenueReport told(
            OrderId order, Quantity wanted, List<Execution> executions, Instant at) {
        var executed = executions.isEmpty() ? Quantity.ZERO : executions.getFirst().quantity();
        return paper.report(
                order,
                executed.equals(wanted) ? OrderStatus.FILLED : OrderStatus.EXPIRED,
                executed,
                executions,
                at);
    }
}

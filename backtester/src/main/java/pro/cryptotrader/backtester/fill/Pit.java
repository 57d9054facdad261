package pro.cryptotrader.backtester.fill;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.engine.Market;
import pro.cryptotrader.core.execution.Execution;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.TradeInput.Reported;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** One symbol at the venue of a backtest: its candle in play, and the orders on it. */
final class Pit {
    private static final int CANCEL_REFUSED = -2011;

    private final Instrument instrument;
    private final Scale scale;
    private final FillSettings settings;
    private final Paper paper;
    private final PriceBoard board;
    private final Funds funds;
    private final Counterparty counterparty;
    private final Placements placements;
    private final CandleInPlay candle;
    private final RestingPairs resting = new RestingPairs();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

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
        this.funds = funds;
        this.counterparty = new Counterparty(instrument, scale, settings, paper, slippage, candle);
        this.placements = new Placements(instrument, scale, paper, funds, counterparty, resting);
        this.candle = candle;
        this.board = new PriceBoard(instrument.symbol(), scale, market);
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
        if (resting.mayStop(candle.open()) && !candle.isQuiet()) {
            for (var pair : resting.all()) {
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
        if (!resting.mayMeet(candle.low(), candle.high()) || candle.isQuiet()) {
            return;
        }
        for (var pair : resting.all()) {
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
        resting.remove(pair);
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
        resting.remove(pair);
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
            resting.add(pair.afterPartOfTarget(amount));
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

    private void show(long last, Instant at) {
        board.show(last, candle.openTime(), at);
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
            case VenueCommand.PlaceEntry entry -> placements.enter(account, entry, last, at);
            case VenueCommand.PlaceProtection oco -> placements.protect(account, oco, last, at);
            case VenueCommand.SellMarket sale -> {
                var execution = counterparty.buys(sale.quantity(), last, at);
                yield new Outcome.Done(List.of(told(sale.order(), sale.quantity(), execution, at)));
            }
            case VenueCommand.Cancel cancel -> cancel(account, cancel, at);
            case VenueCommand.Replace _, VenueCommand.Shrink _ ->
                    new Outcome.Refused(-1020, "This operation is not supported.");
            case VenueCommand.LookUp question -> paper.lookUp(question, at);
            case VenueCommand.AskBalance _ ->
                    new Outcome.Balance(funds.of(account, instrument.symbol().base()));
        };
    }

    private Outcome cancel(AccountId account, VenueCommand.Cancel cancel, Instant at) {
        var pair = resting.find(account, cancel);
        if (pair == null) {
            return new Outcome.Refused(CANCEL_REFUSED, "Unknown order sent.");
        }
        resting.remove(pair);
        var reports = new ArrayList<VenueReport>(2);
        if (pair.hasStop()) {
            reports.add(canceled(pair.stopLoss(), Quantity.ZERO, at));
        }
        reports.add(canceled(pair.takeProfit(), pair.sold(), at));
        return new Outcome.Done(reports);
    }

    private VenueReport canceled(OrderId order, Quantity executed, Instant at) {
        return paper.report(order, OrderStatus.CANCELED, executed, List.of(), at);
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

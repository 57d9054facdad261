package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.SpotAccount.ListIds;
import pro.cryptotrader.binance.VenueClock;
import pro.cryptotrader.binance.VenueError;
import pro.cryptotrader.binance.VenueException;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.binance.VenueTrade;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;
import pro.cryptotrader.core.execution.VenueReport;

/** Performs a command at the venue, once, and says what came of it. */
@ApplicationScoped
public class VenueDesk {
    private static final Logger LOG = Logger.getLogger(VenueDesk.class);

    private final VenueClock clock;
    private final OrderRows orders;

    VenueDesk(VenueClock clock, OrderRows orders) {
        this.clock = clock;
        this.orders = orders;
    }

    /**
     * Blocks until the venue has answered or the time is up.
     *
     * @param scannedTo trades up to this one have been explained
     */
    public Outcome perform(
            AccountId account, SpotAccount venue, VenueCommand command, long scannedTo) {
        try {
            return switch (command) {
                case VenueCommand.PlaceEntry entry -> enter(venue, entry);
                case VenueCommand.PlaceProtection oco ->
                        done(
                                venue.placeProtection(
                                        oco.symbol(),
                                        new ListIds(
                                                oco.list().clientOrderId(),
                                                null,
                                                oco.stopLoss().clientOrderId(),
                                                oco.takeProfit().clientOrderId()),
                                        oco.quantity(),
                                        oco.protection()),
                                "POST /api/v3/orderList/oco");
                case VenueCommand.Cancel cancel -> cancel(venue, cancel);
                case VenueCommand.SellMarket sale ->
                        done(
                                List.of(
                                        venue.sellAtMarket(
                                                sale.symbol(),
                                                sale.order().clientOrderId(),
                                                sale.quantity())),
                                "POST /api/v3/order");
                case VenueCommand.Replace replace -> replace(venue, replace);
                case VenueCommand.Shrink shrink ->
                        done(
                                List.of(
                                        venue.shrink(
                                                shrink.symbol(),
                                                shrink.resting().clientOrderId(),
                                                shrink.quantity())),
                                "PUT /api/v3/order/amend/keepPriority");
                case VenueCommand.LookUp question -> lookUp(account, venue, question, scannedTo);
                case VenueCommand.AskBalance question ->
                        new Outcome.Balance(venue.account().total(question.symbol().base()));
            };
        } catch (VenueException e) {
            LOG.warnf("%s %s: %s", account, command.getClass().getSimpleName(), e.getMessage());
            return outcome(e);
        } catch (RuntimeException e) {
            // It was sent, and the answer makes no sense: that is not the same as a refusal.
            LOG.errorf(e, "%s %s", account, command);
            return new Outcome.Unsure(String.valueOf(e.getMessage()), latestEntry());
        }
    }

    private Outcome outcome(VenueException e) {
        var error = e.error();
        var latestEntry = e.latestEntry();
        if (error.kind() == VenueError.Kind.UNKNOWN) {
            return new Outcome.Unsure(
                    error.message(), latestEntry == null ? latestEntry() : latestEntry);
        }
        return latestEntry == null
                ? new Outcome.Withheld(error.message())
                : new Outcome.Refused(error.code(), error.message());
    }

    /** The latest moment at which a request sent by now may still enter the matching engine. */
    public Instant latestEntry() {
        return clock.instant().plus(SpotAccount.longestWindow());
    }

    private static Outcome enter(SpotAccount venue, VenueCommand.PlaceEntry entry) {
        if (entry.form() == EntryForm.PLAIN) {
            return done(
                    List.of(
                            venue.placeEntry(
                                    entry.symbol(),
                                    entry.order().clientOrderId(),
                                    entry.quantity(),
                                    entry.limit())),
                    "POST /api/v3/order");
        }
        return done(
                venue.placeEntryList(
                        entry.symbol(),
                        new ListIds(
                                entry.list().clientOrderId(),
                                entry.order().clientOrderId(),
                                entry.stopLoss().clientOrderId(),
                                entry.takeProfit().clientOrderId()),
                        entry.quantity(),
                        entry.limit(),
                        entry.form() == EntryForm.OPOCO ? null : entry.legQuantity(),
                        entry.protection()),
                "POST /api/v3/orderList/" + (entry.form() == EntryForm.OPOCO ? "opoco" : "otoco"));
    }

    private static Outcome cancel(SpotAccount venue, VenueCommand.Cancel cancel) {
        var list = cancel.list();
        return list == null
                ? done(
                        List.of(venue.cancelOrder(cancel.symbol(), cancel.order().clientOrderId())),
                        "DELETE /api/v3/order")
                : done(
                        venue.cancelList(cancel.symbol(), list.clientOrderId()),
                        "DELETE /api/v3/orderList");
    }

    private static Outcome replace(SpotAccount venue, VenueCommand.Replace replace) {
        var answer =
                venue.replaceBySale(
                        replace.symbol(),
                        replace.resting().clientOrderId(),
                        replace.sale().clientOrderId(),
                        replace.quantity());
        var reports = reports(answer.orders(), "POST /api/v3/order/cancelReplace");
        var refusal = answer.refusal();
        return refusal == null
                ? new Outcome.Done(reports)
                : new Outcome.HalfDone(reports, refusal.code(), refusal.message());
    }

    private static Outcome done(List<VenueOrder> told, String evidence) {
        return new Outcome.Done(reports(told, evidence));
    }

    private static List<VenueReport> reports(List<VenueOrder> told, String evidence) {
        var reports = new ArrayList<VenueReport>();
        for (var order : told) {
            var id = VenueReports.orderId(order.clientOrderId());
            if (id != null) {
                reports.add(VenueReports.of(id, order, order.fills(), evidence));
            }
        }
        return reports;
    }

    private Outcome lookUp(
            AccountId account, SpotAccount venue, VenueCommand.LookUp question, long scannedTo) {
        var reports = new ArrayList<VenueReport>();
        var absent = new HashSet<OrderId>();
        for (var item : question.items()) {
            try {
                var order = venue.order(question.symbol(), item.order().clientOrderId());
                reports.add(withTrades(venue, question.symbol(), item, order));
            } catch (VenueException e) {
                if (e.error().kind() != VenueError.Kind.NOT_FOUND) {
                    throw e;
                }
                absent.add(item.order());
            }
        }
        if (!absent.isEmpty()) {
            explainTrades(account, venue, question.symbol(), scannedTo, absent, reports);
        }
        return new Outcome.Found(reports, absent, clock.instant());
    }

    private static VenueReport withTrades(
            SpotAccount venue, Symbol symbol, VenueCommand.LookUp.Item item, VenueOrder order) {
        var missing = order.executed().compareTo(item.filled().value()) > 0;
        var trades = missing ? venue.tradesOf(symbol, order.orderId()) : List.<VenueTrade>of();
        return VenueReports.of(item.order(), order, trades, "GET /api/v3/order");
    }

    /** An order that a query does not know may have traded all the same: its trade names it. */
    private void explainTrades(
            AccountId account,
            SpotAccount venue,
            Symbol symbol,
            long scannedTo,
            Set<OrderId> absent,
            List<VenueReport> reports) {
        var numbers = new HashSet<Long>();
        for (var trade : venue.tradesFrom(symbol, scannedTo + 1)) {
            if (!numbers.add(trade.orderId())
                    || orders.find(account, symbol, trade.orderId()).isPresent()) {
                continue;
            }
            var order = venue.order(symbol, trade.orderId());
            var id = VenueReports.orderId(order.clientOrderId());
            if (id != null && absent.remove(id)) {
                reports.add(
                        VenueReports.of(
                                id,
                                order,
                                venue.tradesOf(symbol, order.orderId()),
                                "GET /api/v3/myTrades"));
            }
        }
    }
}

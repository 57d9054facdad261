package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/**
 * A venue small enough to be read: one symbol, one account, full or partial fills as chance has it.
 */
final class FakeVenue {
    static final Asset BASE = new Asset("BTC");
    private static final Asset QUOTE = new Asset("USDT");
    private static final BigDecimal FEE = new BigDecimal("0.001");

    private final Random random;
    private final Map<OrderId, FakeOrder> orders = new LinkedHashMap<>();
    final List<VenueReport> stream = new ArrayList<>();
    final Set<Long> trades = new TreeSet<>();
    final List<OrderId> acceptedEntries = new ArrayList<>();
    BigDecimal base = BigDecimal.ZERO;
    BigDecimal price = new BigDecimal("50000");
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    boolean calm;
    private long numbers = 1;

    FakeVenue(Random random) {
        this.random = random;
    }

    /** Performs a command at once, as the matching engine does. */
    Outcome perform(VenueCommand command) {
        return switch (command) {
            case VenueCommand.PlaceEntry entry -> enter(entry);
            case VenueCommand.PlaceProtection oco -> protect(oco);
            case VenueCommand.Cancel cancel -> cancel(cancel);
            case VenueCommand.SellMarket sale -> sell(sale.order(), sale.quantity());
            case VenueCommand.Replace replace -> replace(replace);
            case VenueCommand.Shrink shrink -> shrink(shrink);
            case VenueCommand.LookUp question -> lookUp(question);
            case VenueCommand.AskBalance _ -> new Outcome.Balance(base);
        };
    }

    private Outcome enter(VenueCommand.PlaceEntry entry) {
        acceptedEntries.add(entry.order());
        var list = entry.form() == EntryForm.PLAIN ? null : entry.list();
        var working =
                add(
                        entry.order(),
                        true,
                        entry.quantity().value(),
                        entry.limit().value(),
                        null,
                        list);
        var legs = new ArrayList<FakeOrder>();
        if (list != null) {
            legs.add(
                    add(
                            entry.stopLoss(),
                            false,
                            entry.legQuantity().value(),
                            null,
                            entry.protection().stopLoss().value(),
                            list));
            legs.add(
                    add(
                            entry.takeProfit(),
                            false,
                            entry.legQuantity().value(),
                            entry.protection().takeProfit().value(),
                            null,
                            list));
            legs.forEach(leg -> leg.waiting = true);
        }
        int chance = calm ? 0 : random.nextInt(4);
        if (chance <= 1) {
            fill(working, working.quantity);
        } else if (chance == 2) {
            fill(working, working.quantity.divide(BigDecimal.TWO, 5, RoundingMode.FLOOR));
        }
        end(working);
        for (var leg : legs) {
            if (working.status == OrderStatus.FILLED) {
                leg.waiting = false;
                report(leg, List.of());
            } else {
                leg.status = OrderStatus.EXPIRED;
                report(leg, List.of());
            }
        }
        return reply(entry.order(), entry.stopLoss(), entry.takeProfit());
    }

    private Outcome protect(VenueCommand.PlaceProtection oco) {
        var stop = oco.protection().stopLoss().value();
        var target = oco.protection().takeProfit().value();
        if (price.compareTo(stop) <= 0 || price.compareTo(target) >= 0) {
            return new Outcome.Refused(
                    -2010, "The relationship of the prices for the orders is not correct.");
        }
        if (free().compareTo(oco.quantity().value()) < 0) {
            return new Outcome.Refused(
                    -2010, "Account has insufficient balance for requested action.");
        }
        report(
                add(oco.stopLoss(), false, oco.quantity().value(), null, stop, oco.list()),
                List.of());
        report(
                add(oco.takeProfit(), false, oco.quantity().value(), target, null, oco.list()),
                List.of());
        return reply(oco.stopLoss(), oco.takeProfit());
    }

    private Outcome cancel(VenueCommand.Cancel cancel) {
        var hit =
                orders.values().stream()
                        .filter(order -> order.status == OrderStatus.OPEN)
                        .filter(order ->
                                (cancel.list() != null && cancel.list().equals(order.list))
                                        || order.id.equals(cancel.order()))
                        .toList();
        if (hit.isEmpty()) {
            return new Outcome.Refused(-2011, "Unknown order sent.");
        }
        for (var order : hit) {
            order.status = OrderStatus.CANCELED;
            report(order, List.of());
        }
        return reply(hit.stream().map(order -> order.id).toArray(OrderId[]::new));
    }

    /** Only what has not begun to trade is replaced; the halves can fail one by one. */
    private Outcome replace(VenueCommand.Replace replace) {
        var resting = orders.get(replace.resting());
        if (resting == null || resting.status != OrderStatus.OPEN) {
            return new Outcome.Refused(-2011, "Unknown order sent.");
        }
        if (resting.executed.signum() > 0 || resting.waiting) {
            return new Outcome.Refused(-2011, "Order was not canceled due to cancel restrictions.");
        }
        int chance = calm ? 9 : random.nextInt(10);
        if (chance == 0) {
            return new Outcome.Refused(-2010, "Order cancel-replace is not supported.");
        }
        var canceled =
                orders.values().stream()
                        .filter(order -> order.status == OrderStatus.OPEN)
                        .filter(order ->
                                order == resting
                                        || (resting.list != null
                                                && resting.list.equals(order.list)))
                        .toList();
        for (var order : canceled) {
            order.status = OrderStatus.CANCELED;
            report(order, List.of());
        }
        // The answer names the one that was to be canceled, and not the other leg.
        var told = said(resting, List.of());
        var sale =
                chance == 1
                        ? new Outcome.Refused(-1013, "Filter failure: MARKET_LOT_SIZE")
                        : sell(replace.sale(), replace.quantity());
        return switch (sale) {
            case Outcome.Refused refused ->
                    new Outcome.HalfDone(List.of(told), refused.code(), refused.reason());
            case Outcome.Done done ->
                    new Outcome.Done(
                            Stream.concat(Stream.of(told), done.reports().stream()).toList());
            default -> throw new AssertionError("no such answer to a sale: " + sale);
        };
    }

    private Outcome shrink(VenueCommand.Shrink shrink) {
        var resting = orders.get(shrink.resting());
        var quantity = shrink.quantity().value();
        if (resting == null
                || resting.status != OrderStatus.OPEN
                || resting.waiting
                || quantity.compareTo(resting.executed) <= 0
                || quantity.compareTo(resting.quantity) >= 0
                || (!calm && random.nextInt(8) == 0)) {
            return new Outcome.Refused(-2038, "The requested action would change no state.");
        }
        for (var order : orders.values()) {
            if (order == resting || (resting.list != null && resting.list.equals(order.list))) {
                if (order.status == OrderStatus.OPEN) {
                    order.quantity = quantity;
                    report(order, List.of());
                }
            }
        }
        return reply(shrink.resting());
    }

    private Outcome sell(OrderId id, Quantity quantity) {
        if (free().compareTo(quantity.value()) < 0) {
            return new Outcome.Refused(
                    -2010, "Account has insufficient balance for requested action.");
        }
        var order = add(id, false, quantity.value(), null, null, null);
        fill(
                order,
                calm || random.nextInt(3) > 0
                        ? order.quantity
                        : order.quantity.divide(BigDecimal.TWO, 5, RoundingMode.FLOOR));
        end(order);
        return reply(id);
    }

    private Outcome lookUp(VenueCommand.LookUp question) {
        var reports = new ArrayList<VenueReport>();
        var absent = new HashSet<OrderId>();
        for (var item : question.items()) {
            var order = orders.get(item.order());
            if (order == null) {
                absent.add(item.order());
            } else if (!order.visibleFrom.isAfter(now)) {
                reports.add(said(order, order.executions));
            } else if (order.executions.isEmpty()) {
                absent.add(item.order());
            }
        }
        return new Outcome.Found(reports, absent, now);
    }

    /** Moves the price and lets resting orders react to it. */
    void move(BigDecimal to) {
        price = to;
        for (var order : List.copyOf(orders.values())) {
            if (order.status != OrderStatus.OPEN || order.waiting || order.buys) {
                continue;
            }
            var stopped = order.stop != null && to.compareTo(order.stop) <= 0;
            var reached = order.limit != null && to.compareTo(order.limit) >= 0;
            if (stopped || reached) {
                var rest = order.quantity.subtract(order.executed);
                var partly = !calm && random.nextInt(4) == 0;
                fill(order, partly ? rest.divide(BigDecimal.TWO, 5, RoundingMode.FLOOR) : rest);
                if (stopped) {
                    end(order);
                }
                for (var other : List.copyOf(orders.values())) {
                    if (other != order
                            && order.list != null
                            && order.list.equals(other.list)
                            && other.status == OrderStatus.OPEN) {
                        other.status = OrderStatus.EXPIRED;
                        report(other, List.of());
                    }
                }
            }
        }
    }

    Set<OrderId> open() {
        var open = new HashSet<OrderId>();
        orders.values().stream()
                .filter(order -> order.status == OrderStatus.OPEN)
                .forEach(order -> open.add(order.id));
        return open;
    }

    boolean isProtected() {
        return orders.values().stream()
                .anyMatch(order -> order.status == OrderStatus.OPEN && !order.buys);
    }

    /** What is owned and locked by no order; the legs of a list lock the same coins. */
    BigDecimal free() {
        var locked = new HashMap<Object, BigDecimal>();
        orders.values().stream()
                .filter(order -> order.status == OrderStatus.OPEN && !order.buys)
                .forEach(order ->
                        locked.merge(
                                order.list == null ? order.id : order.list,
                                order.quantity.subtract(order.executed),
                                BigDecimal::max));
        return base.subtract(locked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private FakeOrder add(
            OrderId id,
            boolean buys,
            BigDecimal quantity,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal stop,
            @Nullable OrderId list) {
        var lag = calm ? 0 : random.nextInt(10);
        var order =
                new FakeOrder(
                        id, numbers++, buys, quantity, limit, stop, list, now.plusSeconds(lag));
        if (orders.put(id, order) != null) {
            throw new AssertionError("the same client order id was accepted twice: " + id);
        }
        return order;
    }

    private void fill(FakeOrder order, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return;
        }
        var fee =
                order.buys
                        ? quantity.multiply(FEE).setScale(8, RoundingMode.FLOOR)
                        : quantity.multiply(price).multiply(FEE).setScale(8, RoundingMode.FLOOR);
        var execution =
                new Execution(
                        numbers++,
                        new Price(price),
                        new Quantity(quantity),
                        fee,
                        order.buys ? BASE : QUOTE,
                        false,
                        now);
        base = order.buys ? base.add(quantity).subtract(fee) : base.subtract(quantity);
        if (base.signum() < 0) {
            throw new AssertionError("more was sold than the account had");
        }
        order.executed = order.executed.add(quantity);
        order.executions.add(execution);
        trades.add(execution.tradeId());
        if (order.executed.compareTo(order.quantity) == 0) {
            order.status = OrderStatus.FILLED;
        }
        report(order, List.of(execution));
    }

    private void end(FakeOrder order) {
        if (order.status == OrderStatus.OPEN) {
            order.status = OrderStatus.EXPIRED;
            report(order, List.of());
        }
    }

    private void report(FakeOrder order, List<Execution> executions) {
        stream.add(said(order, executions));
    }

    private static VenueReport said(FakeOrder order, List<Execution> executions) {
        return new VenueReport(
                order.id,
                Long.toString(order.number),
                order.status,
                new Quantity(order.executed),
                executions,
                "fake venue",
                Instant.EPOCH,
                order.waiting ? null : new Quantity(order.quantity));
    }

    private Outcome reply(OrderId... ids) {
        var reports = new ArrayList<VenueReport>();
        for (var id : ids) {
            var order = orders.get(id);
            if (order != null) {
                // A reply tells totals; the executions come by the stream or on request.
                reports.add(said(order, random.nextBoolean() ? order.executions : List.of()));
            }
        }
        return new Outcome.Done(reports);
    }
}

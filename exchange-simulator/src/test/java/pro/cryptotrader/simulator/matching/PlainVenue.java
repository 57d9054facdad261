package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the venue written down a second time, as plainly as possible: one list of orders
 * that is searched from end to end for everything. Everybody has money enough; {@link
 * PlainVenuePropertyTest} holds the engine to it.
 */
final class PlainVenue {
    private final Instrument instrument;
    private final List<PlainOrder> orders = new ArrayList<>();
    private final List<PlainOrder> closed = new ArrayList<>();
    private final List<PlainLevel> bids = new ArrayList<>();
    private final List<PlainLevel> asks = new ArrayList<>();
    private List<String> events = new ArrayList<>();
    private long last;
    private long arrivals;

    PlainVenue(Instrument instrument) {
        this.instrument = instrument;
    }

    List<PlainOrder> orders() {
        return orders;
    }

    private List<String> told() {
        var told = events;
        events = new ArrayList<>();
        return told;
    }

    List<String> enter(String account, OrderTerms terms) {
        refuseIfWrong(terms);
        var order = add(account, terms, Role.SINGLE, null);
        live(order);
        work(order);
        settle();
        return told();
    }

    List<String> enter(String account, ListKind kind, String clientId, List<OrderTerms> legs) {
        if (kind == ListKind.OCO) {
            refuseUnlessAround(legs, last);
            legs.forEach(this::refuseIfWrong);
        } else {
            refuseIfWrong(legs.getFirst());
        }
        if (legs.size() == 3) {
            refuseUnlessAround(legs.subList(1, 3), 0);
        }
        var list = new PlainList(kind, clientId);
        events.add("list " + clientId + " EXEC_STARTED");
        for (var terms : legs) {
            var first = list.orders.isEmpty() && kind != ListKind.OCO;
            var role = kind == ListKind.OCO || legs.size() == 3 ? Role.LEG : Role.PENDING;
            var order = add(account, terms, first ? Role.WORKING : role, list);
            if (first || kind == ListKind.OCO) {
                live(order);
            } else {
                say(order, "NEW", "");
            }
        }
        if (kind != ListKind.OCO) {
            work(list.orders.getFirst());
        }
        settle();
        return told();
    }

    private PlainOrder add(String account, OrderTerms terms, Role role, @Nullable PlainList list) {
        var order = new PlainOrder(orders.size() + 1L, account, terms, role, list);
        orders.add(order);
        if (list != null) {
            list.orders.add(order);
        }
        return order;
    }

    private void refuseIfWrong(OrderTerms terms) {
        var stop = terms.stopPrice();
        if (stop > 0 && (above(terms) ? last >= stop : last <= stop)) {
            throw Refusal.engine("Order would trigger immediately.");
        }
        if (terms.type() == OrderType.LIMIT_MAKER && bestFor(terms.side(), terms.price()) != null) {
            throw Refusal.engine("Order would immediately match and take.");
        }
    }

    private static void refuseUnlessAround(List<OrderTerms> pair, long price) {
        var up = edge(pair.get(0));
        var down = edge(pair.get(1));
        if (up <= down || (price > 0 && (up <= price || down >= price))) {
            throw Refusal.engine("The relationship of the prices for the orders is not correct.");
        }
    }

    private static long edge(OrderTerms leg) {
        return switch (leg.type()) {
            case LIMIT_MAKER, TAKE_PROFIT_LIMIT -> leg.price();
            default -> leg.stopPrice();
        };
    }

    private static boolean above(OrderTerms terms) {
        var stop = terms.type() == OrderType.STOP_LOSS || terms.type() == OrderType.STOP_LOSS_LIMIT;
        return (terms.side() == Side.BUY) == stop;
    }

    private void live(PlainOrder order) {
        order.status = OrderStatus.NEW;
        if (order.terms.type().conditional()) {
            order.tracking = order.terms.trailing() && order.terms.stopPrice() == 0;
            order.extreme = last;
        } else {
            onto(order);
        }
        say(order, "NEW", "");
    }

    private void onto(PlainOrder order) {
        order.onBook = true;
        order.arrival = ++arrivals;
        order.shown = Math.min(order.terms.icebergQuantity(), order.left);
    }

    /** Takes what there is, then rests or expires. */
    private void work(PlainOrder taker) {
        var type = taker.terms.type();
        if (!taker.onBook || type == OrderType.LIMIT_MAKER) {
            return;
        }
        if (taker.terms.timeInForce() == TimeInForce.FOK && !fillable(taker)) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "UNFILLED_FOK_ORDER_EXPIRED");
            return;
        }
        while (taker.open()) {
            var limit = type.priced() ? taker.terms.price() : 0;
            var best = bestFor(taker.terms.side(), limit);
            if (best == null) {
                break;
            }
            if (best.level != null) {
                var quantity = Math.min(taker.left, best.level.left);
                best.level.left -= quantity;
                fill(taker, quantity, best.price, false);
            } else if (best.maker != null) {
                meet(taker, best.maker);
            }
        }
        if (taker.open() && !type.priced()) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "INSUFFICIENT_LIQUIDITY");
        } else if (taker.open() && taker.terms.timeInForce() == TimeInForce.IOC) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "UNFILLED_IOC_QUANTITY_EXPIRED");
        }
    }

    private record Offered(long price, @Nullable PlainOrder maker, @Nullable PlainLevel level) {}

    /** Whoever a taker would trade with next, if the price is not worse than {@code limit}. */
    private @Nullable Offered bestFor(Side taker, long limit) {
        var levels = taker == Side.BUY ? asks : bids;
        var level = levels.stream().filter(each -> each.left > 0).findFirst().orElse(null);
        var maker = nextResting(taker.opposite());
        var sign = taker == Side.BUY ? 1 : -1;
        Offered best = null;
        if (level != null) {
            best = new Offered(level.price, null, level);
        }
        if (maker != null && (best == null || sign * maker.terms.price() <= sign * best.price)) {
            best = new Offered(maker.terms.price(), maker, null);
        }
        return best == null || (limit > 0 && sign * best.price > sign * limit) ? null : best;
    }

    private @Nullable PlainOrder nextResting(Side side) {
        var sign = side == Side.BUY ? -1 : 1;
        return orders.stream()
                .filter(order -> order.rests() && order.terms.side() == side)
                .min(
                        Comparator.<PlainOrder>comparingLong(order -> sign * order.terms.price())
                                .thenComparingLong(order -> order.arrival))
                .orElse(null);
    }

    private boolean fillable(PlainOrder taker) {
        var sign = taker.buys() ? 1 : -1;
        var offers = new ArrayList<Offered>();
        orders.stream()
                .filter(order -> order.rests() && order.buys() != taker.buys())
                .sorted(Comparator.comparingLong(order -> order.arrival))
                .forEach(order -> offers.add(new Offered(order.terms.price(), order, null)));
        (taker.buys() ? asks : bids)
                .forEach(level -> offers.add(new Offered(level.price, null, level)));
        offers.sort(Comparator.comparingLong(offer -> sign * offer.price));
        var wanted = taker.left;
        for (var offer : offers) {
            if (sign * offer.price > sign * taker.terms.price() || wanted <= 0) {
                break;
            }
            if (offer.level != null) {
                wanted -= offer.level.left;
            } else if (offer.maker == null) {
                break;
            } else if (!offer.maker.account.equals(taker.account)
                    || taker.terms.stpMode() == StpMode.NONE) {
                wanted -= offer.maker.left;
            } else if (taker.terms.stpMode() != StpMode.EXPIRE_MAKER) {
                return false;
            }
        }
        return wanted <= 0;
    }

    private void meet(PlainOrder taker, PlainOrder maker) {
        var mode = taker.terms.stpMode();
        if (!taker.account.equals(maker.account) || mode == StpMode.NONE) {
            var quantity = Math.min(taker.left, maker.visible());
            endSibling(maker);
            fill(taker, quantity, maker.terms.price(), false);
            fill(maker, quantity, maker.terms.price(), true);
            return;
        }
        var both = Math.min(taker.left, maker.left);
        var fromTaker =
                switch (mode) {
                    case EXPIRE_TAKER, EXPIRE_BOTH -> taker.left;
                    case DECREMENT -> both;
                    default -> 0;
                };
        var fromMaker =
                switch (mode) {
                    case EXPIRE_MAKER, EXPIRE_BOTH -> maker.left;
                    case DECREMENT -> both;
                    default -> 0;
                };
        prevent(taker, fromTaker);
        prevent(maker, fromMaker);
    }

    private void prevent(PlainOrder order, long quantity) {
        if (quantity == 0) {
            return;
        }
        order.left -= quantity;
        order.shown = Math.min(order.terms.icebergQuantity(), order.left);
        if (order.left == 0) {
            order.status = OrderStatus.EXPIRED_IN_MATCH;
            closed.add(order);
        }
        say(order, "TRADE_PREVENTION", " -" + quantity);
    }

    private void fill(PlainOrder order, long quantity, long price, boolean maker) {
        order.left -= quantity;
        order.executed += quantity;
        var notional = Amounts.multiply(price, quantity);
        var received = order.buys() ? quantity : notional;
        order.given += order.buys() ? notional : quantity;
        order.got += received - Amounts.multiply(received, Desk.FEE);
        if (order.terms.icebergQuantity() > 0) {
            order.shown -= maker ? quantity : order.shown;
            if (order.shown == 0) {
                order.shown = Math.min(order.terms.icebergQuantity(), order.left);
                order.arrival = maker ? ++arrivals : order.arrival;
            }
        }
        order.status = order.left == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        if (order.left == 0) {
            closed.add(order);
        }
        say(order, "TRADE", " %d @ %d %s".formatted(quantity, price, maker ? "maker" : "taker"));
    }

    private void end(PlainOrder order, OrderStatus how, String execution, String reason) {
        order.status = how;
        closed.add(order);
        say(order, execution, " " + reason);
    }

    private void endSibling(PlainOrder leg) {
        if (leg.role == Role.LEG && leg.list != null) {
            for (var other : leg.list.orders) {
                if (other != leg && other.role == Role.LEG && other.open()) {
                    end(other, OrderStatus.EXPIRED, "EXPIRED", "OCO_TRIGGER");
                }
            }
        }
    }

    private void say(PlainOrder order, String execution, String rest) {
        events.add(order.clientId + " " + execution + " " + order.status + rest.stripTrailing());
    }

    List<String> cancel(long id) {
        var order = orders.get((int) id - 1);
        var together = order.list == null ? List.of(order) : order.list.orders;
        for (var each : together) {
            if (each.open()) {
                end(each, OrderStatus.CANCELED, "CANCELED", "");
            }
        }
        settle();
        return told();
    }

    List<String> amend(long id, String clientId, long quantity) {
        var order = orders.get((int) id - 1);
        var together =
                order.role == Role.LEG && order.list != null ? order.list.orders : List.of(order);
        for (var each : together) {
            if (each.open() && each.role == order.role) {
                each.left -= each.quantity - quantity;
                each.quantity = quantity;
                each.shown = Math.min(each.shown, each.left);
                each.clientId = each == order ? clientId : each.clientId;
                say(each, "REPLACED", "");
            }
        }
        if (order.list != null) {
            events.add("list " + order.list.clientId + " UPDATED");
        }
        return told();
    }

    /** What the end of an order means for its list. */
    private void settle() {
        while (!closed.isEmpty()) {
            var order = closed.removeFirst();
            var list = order.list;
            if (list == null || list.done) {
                continue;
            }
            var open = list.orders.stream().filter(PlainOrder::open).toList();
            if (order.role == Role.WORKING && order.status == OrderStatus.FILLED) {
                place(list, order, open);
            } else if (order.role == Role.WORKING && order.status != OrderStatus.CANCELED) {
                open.forEach(
                        each -> end(each, OrderStatus.EXPIRED, "EXPIRED", "OTO_PHASE_ONE_EXPIRED"));
            } else if (order.status == OrderStatus.EXPIRED_IN_MATCH) {
                open.forEach(each -> end(each, OrderStatus.EXPIRED, "EXPIRED", "OCO_TRIGGER"));
            }
            if (list.orders.stream().noneMatch(PlainOrder::open) && !list.done) {
                list.done = true;
                events.add("list " + list.clientId + " ALL_DONE");
            }
        }
    }

    private void place(PlainList list, PlainOrder working, List<PlainOrder> pending) {
        for (var order : pending) {
            if (list.kind.sellsProceeds()) {
                // Everybody has free base to pay the commission from.
                order.quantity = working.executed - working.executed % instrument.step();
                order.left = order.quantity;
            }
        }
        try {
            pending.forEach(order -> refuseIfWrong(order.terms));
        } catch (Refusal refusal) {
            pending.forEach(order -> end(order, OrderStatus.EXPIRED, "EXPIRED", "REJECTED"));
            return;
        }
        events.add("list " + list.clientId + " UPDATED");
        pending.forEach(this::live);
        pending.forEach(this::work);
    }

    List<String> trade(long price, long quantity, boolean buyerMaker) {
        renew(price, buyerMaker);
        hit(Side.BUY, price, buyerMaker ? quantity : 0);
        hit(Side.SELL, price, buyerMaker ? 0 : quantity);
        settle();
        for (var order :
                orders.stream().filter(each -> each.sleeps() && each.terms.trailing()).toList()) {
            trail(order, price);
        }
        for (var order :
                orders.stream().filter(each -> each.sleeps() && !each.terms.trailing()).toList()) {
            var stop = order.terms.stopPrice();
            if (order.sleeps() && (above(order.terms) ? price >= stop : price <= stop)) {
                wake(order);
            }
        }
        return told();
    }

    private void renew(long price, boolean buyerMaker) {
        last = price;
        var spread = instrument.tick();
        renew(Side.BUY, bids, buyerMaker ? price : price - spread);
        renew(Side.SELL, asks, buyerMaker ? price + spread : price);
    }

    private void renew(Side side, List<PlainLevel> levels, long best) {
        var offer = new Offer(side, instrument);
        offer.renew(last, best);
        levels.clear();
        for (var i = 0; offer.priceAhead(i) > 0; i++) {
            levels.add(new PlainLevel(offer.priceAhead(i), offer.quantityAhead(i)));
        }
    }

    private void hit(Side side, long price, long volume) {
        var left = volume;
        for (var order = nextResting(side); order != null; order = nextResting(side)) {
            var limit = order.terms.price();
            if (side == Side.BUY ? limit < price : limit > price) {
                return;
            }
            var quantity = limit == price ? Math.min(left, order.visible()) : order.visible();
            if (quantity == 0) {
                return;
            }
            left -= limit == price ? quantity : 0;
            endSibling(order);
            fill(order, quantity, limit, true);
        }
    }

    private void trail(PlainOrder order, long price) {
        if (!order.sleeps()) {
            return;
        }
        var terms = order.terms;
        if (!order.tracking) {
            var stop = terms.stopPrice();
            if (above(terms) ? price >= stop : price <= stop) {
                order.tracking = true;
                order.extreme = price;
                events.add("trails " + price);
            }
        } else if (order.buys() ? price < order.extreme : price > order.extreme) {
            order.extreme = price;
            events.add("trails " + price);
        } else {
            var factor =
                    order.buys() ? 10_000 + terms.trailingDelta() : 10_000 - terms.trailingDelta();
            var trigger = order.extreme * factor;
            if (order.buys() ? price * 10_000 >= trigger : price * 10_000 <= trigger) {
                wake(order);
            }
        }
    }

    private void wake(PlainOrder order) {
        endSibling(order);
        onto(order);
        say(order, "NEW", "");
        work(order);
        settle();
    }
}

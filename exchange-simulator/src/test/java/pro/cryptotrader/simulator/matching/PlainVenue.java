package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the venue written down a second time, as plainly as possible: one list of orders
 * that is searched from end to end for everything. Everybody has money enough, and orders can be
 * routed among all symbols; {@link PlainVenuePropertyTest} holds the engine to it.
 */
final class PlainVenue {
    private final List<PlainOrder> orders = new ArrayList<>();
    private final List<PlainBook> books;
    private final PlainFloor floor;

    PlainVenue(List<Instrument> instruments) {
        books = instruments.stream().map(each -> new PlainBook(each, orders)).toList();
        floor = new PlainFloor(books);
    }

    List<PlainOrder> orders() {
        return orders;
    }

    List<String> enter(String account, OrderTerms terms) {
        var order = new PlainOrder(orders.size() + 1L, account, terms, Role.SINGLE, null);
        priceIfLive(order);
        floor.refuseIfWrong(order);
        orders.add(order);
        floor.live(order);
        floor.work(order);
        settle();
        return floor.told();
    }

    private void priceIfLive(PlainOrder order) {
        if (!order.terms.type().conditional()) {
            floor.price(order);
        }
    }

    List<String> enter(String account, ListKind kind, String clientId, List<OrderTerms> legs) {
        var list = new PlainList(kind, clientId);
        for (var terms : legs) {
            var first = list.orders.isEmpty() && kind != ListKind.OCO;
            var role = kind == ListKind.OCO || legs.size() == 3 ? Role.LEG : Role.PENDING;
            var id = orders.size() + list.orders.size() + 1L;
            var order = new PlainOrder(id, account, terms, first ? Role.WORKING : role, list);
            list.orders.add(order);
            if (first || kind == ListKind.OCO) {
                priceIfLive(order);
            }
        }
        refuseIfWrong(kind, list.orders);
        floor.tell("list " + clientId + " EXEC_STARTED");
        orders.addAll(list.orders);
        for (var order : list.orders) {
            if (order.role == Role.WORKING || kind == ListKind.OCO) {
                floor.live(order);
            } else {
                floor.say(order, "NEW", "");
            }
        }
        if (kind != ListKind.OCO) {
            floor.work(list.orders.getFirst());
        }
        settle();
        return floor.told();
    }

    private void refuseIfWrong(ListKind kind, List<PlainOrder> legs) {
        if (kind == ListKind.OCO) {
            refuseUnlessAround(legs, floor.book(legs.getFirst()).last());
            legs.forEach(floor::refuseIfWrong);
        } else {
            floor.refuseIfWrong(legs.getFirst());
        }
        if (legs.size() == 3) {
            refuseUnlessAround(legs.subList(1, 3), 0);
        }
    }

    private static void refuseUnlessAround(List<PlainOrder> pair, long price) {
        var up = edge(pair.get(0));
        var down = edge(pair.get(1));
        var crossed = up > 0 && down > 0 && up <= down;
        if (crossed || (price > 0 && ((up > 0 && up <= price) || (down > 0 && down >= price)))) {
            throw Refusal.engine("The relationship of the prices for the orders is not correct.");
        }
    }

    /** Where a leg acts; its stop price as long as it has no other. */
    private static long edge(PlainOrder leg) {
        return switch (leg.terms.type()) {
            case LIMIT_MAKER, TAKE_PROFIT_LIMIT ->
                    leg.price > 0 ? leg.price : leg.terms.stopPrice();
            default -> leg.terms.stopPrice();
        };
    }

    List<String> cancel(long id) {
        var order = orders.get((int) id - 1);
        var together = order.list == null ? List.of(order) : order.list.orders;
        for (var each : together) {
            if (each.open()) {
                floor.end(each, OrderStatus.CANCELED, "CANCELED", "");
            }
        }
        settle();
        return floor.told();
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
                floor.say(each, "REPLACED", "");
            }
        }
        if (order.list != null) {
            floor.tell("list " + order.list.clientId + " UPDATED");
        }
        return floor.told();
    }

    List<String> trade(String symbol, long price, long quantity, boolean buyerMaker) {
        var book =
                books.stream()
                        .filter(each -> each.instrument.symbol().equals(symbol))
                        .findFirst()
                        .orElseThrow();
        book.renew(price, buyerMaker);
        hit(book, Side.BUY, price, buyerMaker ? quantity : 0);
        hit(book, Side.SELL, price, buyerMaker ? 0 : quantity);
        settle();
        for (var order : sleeping(book, true)) {
            trail(order, price);
        }
        for (var order : sleeping(book, false)) {
            var stop = order.terms.stopPrice();
            if (order.sleeps() && (order.above() ? price >= stop : price <= stop)) {
                wake(order);
            }
        }
        return floor.told();
    }

    private List<PlainOrder> sleeping(PlainBook book, boolean trailing) {
        return orders.stream()
                .filter(order -> book.holds(order) && order.sleeps())
                .filter(order -> order.terms.trailing() == trailing)
                .toList();
    }

    private void hit(PlainBook book, Side side, long price, long volume) {
        var left = volume;
        for (var order = book.nextResting(side); order != null; order = book.nextResting(side)) {
            var limit = order.price;
            if (side == Side.BUY ? limit < price : limit > price) {
                return;
            }
            var quantity = limit == price ? Math.min(left, order.visible()) : order.visible();
            if (quantity == 0) {
                return;
            }
            left -= limit == price ? quantity : 0;
            floor.endSibling(order);
            floor.fill(order, quantity, limit, "maker");
        }
    }

    private void trail(PlainOrder order, long price) {
        if (!order.sleeps()) {
            return;
        }
        var terms = order.terms;
        if (!order.tracking) {
            var stop = terms.stopPrice();
            if (order.above() ? price >= stop : price <= stop) {
                order.tracking = true;
                order.extreme = price;
                floor.tell("trails " + price);
            }
        } else if (order.buys() ? price < order.extreme : price > order.extreme) {
            order.extreme = price;
            floor.tell("trails " + price);
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
        floor.wake(order);
        settle();
    }

    /** What the end of an order means for its list. */
    private void settle() {
        for (var order = floor.nextClosed(); order != null; order = floor.nextClosed()) {
            if (order.list != null && !order.list.done) {
                settle(order, order.list);
            }
        }
    }

    private void settle(PlainOrder order, PlainList list) {
        var open = list.orders.stream().filter(PlainOrder::open).toList();
        if (order.role == Role.WORKING && order.status == OrderStatus.FILLED) {
            place(list, order, open);
        } else if (order.role == Role.WORKING && order.status != OrderStatus.CANCELED) {
            expire(open, "OTO_PHASE_ONE_EXPIRED");
        } else if (order.status == OrderStatus.EXPIRED_IN_MATCH) {
            expire(open, "OCO_TRIGGER");
        }
        if (list.orders.stream().noneMatch(PlainOrder::open) && !list.done) {
            list.done = true;
            floor.tell("list " + list.clientId + " ALL_DONE");
        }
    }

    private void expire(List<PlainOrder> open, String reason) {
        open.forEach(each -> floor.end(each, OrderStatus.EXPIRED, "EXPIRED", reason));
    }

    private void place(PlainList list, PlainOrder working, List<PlainOrder> pending) {
        for (var order : pending) {
            if (list.kind.sellsProceeds()) {
                // Everybody has free base to pay the commission from.
                var step = floor.book(order).instrument.step();
                order.quantity = working.executed - working.executed % step;
                order.left = order.quantity;
            }
        }
        try {
            for (var order : pending) {
                priceIfLive(order);
                floor.refuseIfWrong(order);
            }
        } catch (Refusal refusal) {
            expire(pending, "REJECTED");
            return;
        }
        floor.tell("list " + list.clientId + " UPDATED");
        pending.forEach(floor::live);
        pending.forEach(floor::work);
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.PlainBook.Offered;

/** What orders do to each other in the {@link PlainVenue}, and what is told of it. */
final class PlainFloor {
    private final List<PlainBook> books;
    private final List<PlainOrder> closed = new ArrayList<>();
    private List<String> events = new ArrayList<>();
    private long arrivals;

    PlainFloor(List<PlainBook> books) {
        this.books = books;
    }

    List<String> told() {
        var told = events;
        events = new ArrayList<>();
        return told;
    }

    void tell(String event) {
        events.add(event);
    }

    PlainBook book(PlainOrder order) {
        return books.stream().filter(book -> book.holds(order)).findFirst().orElseThrow();
    }

    /** Gives an order that comes onto the book its price. */
    void price(PlainOrder order) {
        var peg = order.terms.peg();
        if (peg == null) {
            return;
        }
        var side = order.terms.side();
        var taker = peg.kind() == Peg.Kind.MARKET_PEG ? side : side.opposite();
        var seen = book(order).seen(taker, peg.level().orElse(0));
        if (seen == 0) {
            throw Refusal.engine("Order book liquidity is too low for this pegged order.");
        }
        var stated = peg.stated() == 0 ? seen : peg.stated();
        order.price = order.buys() ? Math.min(seen, stated) : Math.max(seen, stated);
    }

    void refuseIfWrong(PlainOrder order) {
        var terms = order.terms;
        var stop = terms.stopPrice();
        var last = book(order).last();
        if (stop > 0 && (order.above() ? last >= stop : last <= stop)) {
            throw Refusal.engine("Order would trigger immediately.");
        }
        if (terms.type() == OrderType.LIMIT_MAKER
                && book(order).bestFor(terms.side(), order.price) != null) {
            throw Refusal.engine("Order would immediately match and take.");
        }
    }

    void live(PlainOrder order) {
        order.status = OrderStatus.NEW;
        if (order.terms.type().conditional()) {
            order.tracking = order.terms.trailing() && order.terms.stopPrice() == 0;
            order.extreme = book(order).last();
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
    void work(PlainOrder taker) {
        var type = taker.terms.type();
        if (!taker.onBook || type == OrderType.LIMIT_MAKER) {
            return;
        }
        if (taker.terms.timeInForce() == TimeInForce.FOK && !fillable(taker)) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "UNFILLED_FOK_ORDER_EXPIRED");
            return;
        }
        var routed = routed(taker);
        while (taker.open()) {
            var best = best(taker);
            if (best == null) {
                break;
            }
            take(taker, best, routed || best.book() != book(taker));
        }
        if (taker.open() && !type.priced()) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "INSUFFICIENT_LIQUIDITY");
        } else if (taker.open() && taker.terms.timeInForce() == TimeInForce.IOC) {
            end(taker, OrderStatus.EXPIRED, "EXPIRED", "UNFILLED_IOC_QUANTITY_EXPIRED");
        }
    }

    private void take(PlainOrder taker, Offered best, boolean allocated) {
        if (best.level() != null) {
            var quantity = Math.min(taker.left, best.level().left);
            best.level().left -= quantity;
            fill(taker, quantity, best.price(), allocated ? "allocated" : "taker");
        } else if (best.maker() != null) {
            meet(taker, best.maker(), allocated ? "allocated" : "taker");
        }
    }

    private @Nullable Offered best(PlainOrder taker) {
        var sign = taker.buys() ? 1 : -1;
        var best = book(taker).bestFor(taker.terms.side(), taker.limit());
        for (var other : taker.terms.sor() ? books : List.<PlainBook>of()) {
            var there = other.bestFor(taker.terms.side(), taker.limit());
            if (there != null && (best == null || sign * there.price() < sign * best.price())) {
                best = there;
            }
        }
        return best;
    }

    /** What a taker would get, price by price, on his own book first. */
    private List<Offered> reachable(PlainOrder taker) {
        var own = book(taker);
        var sign = taker.buys() ? 1 : -1;
        var offers = new ArrayList<>(own.offers(taker.terms.side()));
        for (var other : taker.terms.sor() ? books : List.<PlainBook>of()) {
            if (other != own) {
                offers.addAll(other.offers(taker.terms.side()));
            }
        }
        var limit = taker.limit();
        offers.removeIf(offer -> limit > 0 && sign * offer.price() > sign * limit);
        offers.sort(Comparator.comparingLong(offer -> sign * offer.price()));
        return offers;
    }

    /** A maker who goes away when this taker comes is not met. */
    private static boolean passedOver(PlainOrder taker, Offered offer) {
        return offer.maker() != null
                && offer.maker().account.equals(taker.account)
                && taker.terms.stpMode() == StpMode.EXPIRE_MAKER;
    }

    private boolean routed(PlainOrder taker) {
        var wanted = taker.left;
        for (var offer : taker.terms.sor() ? reachable(taker) : List.<Offered>of()) {
            if (wanted <= 0) {
                return false;
            }
            if (!passedOver(taker, offer)) {
                if (offer.book() != book(taker)) {
                    return true;
                }
                wanted -= offer.quantity();
            }
        }
        return false;
    }

    private boolean fillable(PlainOrder taker) {
        var wanted = taker.left;
        for (var offer : reachable(taker)) {
            if (wanted <= 0) {
                break;
            }
            var own = offer.maker() != null && offer.maker().account.equals(taker.account);
            if (!own || taker.terms.stpMode() == StpMode.NONE) {
                wanted -= offer.quantity();
            } else if (!passedOver(taker, offer)) {
                return false;
            }
        }
        return wanted <= 0;
    }

    private void meet(PlainOrder taker, PlainOrder maker, String how) {
        var mode = taker.terms.stpMode();
        if (!taker.account.equals(maker.account) || mode == StpMode.NONE) {
            var quantity = Math.min(taker.left, maker.visible());
            endSibling(maker);
            fill(taker, quantity, maker.price, how);
            fill(maker, quantity, maker.price, "maker");
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

    void fill(PlainOrder order, long quantity, long price, String how) {
        var maker = how.equals("maker");
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
        say(order, "TRADE", " %d @ %d %s".formatted(quantity, price, how));
    }

    void end(PlainOrder order, OrderStatus how, String execution, String reason) {
        order.status = how;
        closed.add(order);
        say(order, execution, " " + reason);
    }

    void endSibling(PlainOrder leg) {
        if (leg.role == Role.LEG && leg.list != null) {
            for (var other : leg.list.orders) {
                if (other != leg && other.role == Role.LEG && other.open()) {
                    end(other, OrderStatus.EXPIRED, "EXPIRED", "OCO_TRIGGER");
                }
            }
        }
    }

    void say(PlainOrder order, String execution, String rest) {
        events.add(order.clientId + " " + execution + " " + order.status + rest.stripTrailing());
    }

    void wake(PlainOrder order) {
        endSibling(order);
        try {
            price(order);
            onto(order);
            say(order, "NEW", "");
            work(order);
        } catch (Refusal noPrice) {
            end(order, OrderStatus.EXPIRED, "EXPIRED", "REJECTED");
        }
    }

    @Nullable PlainOrder nextClosed() {
        return closed.isEmpty() ? null : closed.removeFirst();
    }
}

package pro.cryptotrader.simulator.matching;

import org.jspecify.annotations.Nullable;

/**
 * An order of the {@link PlainVenue}: fields that are set, and nothing that keeps them in order.
 */
final class PlainOrder {
    final long id;
    final String account;
    final OrderTerms terms;
    final Role role;
    final @Nullable PlainList list;
    String clientId;
    OrderStatus status;
    long quantity;
    long left;
    long price;
    long executed;
    long given;
    long got;
    long shown;
    long arrival;
    boolean onBook;
    boolean tracking;
    long extreme;

    PlainOrder(long id, String account, OrderTerms terms, Role role, @Nullable PlainList list) {
        this.id = id;
        this.account = account;
        this.terms = terms;
        this.role = role;
        this.list = list;
        clientId = terms.clientOrderId();
        status = OrderStatus.PENDING_NEW;
        quantity = terms.quantity();
        left = quantity;
        price = terms.price();
    }

    boolean open() {
        return status.open();
    }

    boolean buys() {
        return terms.side() == Side.BUY;
    }

    /** Its worst price, 0 for none. */
    long limit() {
        return terms.type().priced() ? price : 0;
    }

    /** Whether its stop lies above the market. */
    boolean above() {
        var stop = terms.type() == OrderType.STOP_LOSS || terms.type() == OrderType.STOP_LOSS_LIMIT;
        return buys() == stop;
    }

    boolean rests() {
        return open() && onBook && terms.type().priced();
    }

    boolean sleeps() {
        return status == OrderStatus.NEW && !onBook && terms.type().conditional();
    }

    long visible() {
        return terms.icebergQuantity() > 0 ? shown : left;
    }
}

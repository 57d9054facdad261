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
    }

    boolean open() {
        return status.open();
    }

    boolean buys() {
        return terms.side() == Side.BUY;
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

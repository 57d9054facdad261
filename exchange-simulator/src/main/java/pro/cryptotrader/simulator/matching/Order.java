package pro.cryptotrader.simulator.matching;

/**
 * An order and all that happened to it so far; amounts in 1e-8, times in milliseconds of market
 * time.
 *
 * @param listId the order list, -1 if none
 * @param fees what was withheld from the received asset
 * @param locked what this order holds of its account's locked balance
 * @param reserved what it holds of the received asset for its list's pending order (OPO)
 * @param onBook awake: placed, and triggered if it is conditional
 * @param workingTime when it came onto the book, -1 before
 * @param endReason Binance's {@code eR}, empty if none
 * @param cancelId the client id of the request that canceled it, empty if none
 */
public record Order(
        long id,
        String account,
        long listId,
        Role role,
        OrderTerms terms,
        OrderStatus status,
        long executed,
        long executedQuote,
        long fees,
        long locked,
        long reserved,
        boolean onBook,
        long time,
        long updateTime,
        long workingTime,
        String endReason,
        String cancelId) {

    /** What is still to be traded. */
    public long remaining() {
        return terms.quantity() - executed;
    }

    /** Still able to change. */
    public boolean open() {
        return status.open();
    }

    /** Asleep until a trade reaches its stop price. */
    boolean dormant() {
        return terms.type().conditional() && !onBook && status == OrderStatus.NEW;
    }

    /** Rests on the book with a price. */
    boolean resting() {
        return onBook && open() && terms.type().priced();
    }

    /**
     * At its price an order needs an aggressor from the other side; beyond it the market has run it
     * over.
     */
    boolean reachedBy(long price, boolean buyerMaker) {
        var buys = terms.side() == Side.BUY;
        var limit = terms.price();
        return price == limit ? buys == buyerMaker : buys == (price < limit);
    }

    /** The better price first, then who has waited longer. */
    static int byPriceThenTime(Order a, Order b) {
        var dearerFirst = a.terms.side() == Side.BUY;
        if (a.terms.side() == b.terms.side() && a.terms.price() != b.terms.price()) {
            return (a.terms.price() > b.terms.price()) == dearerFirst ? -1 : 1;
        }
        return a.workingTime == b.workingTime
                ? Long.compare(a.id, b.id)
                : Long.compare(a.workingTime, b.workingTime);
    }

    Order filled(Fill fill, long nowLocked, long nowReserved, long at) {
        var done = Math.addExact(executed, fill.quantity());
        return new Order(
                id,
                account,
                listId,
                role,
                terms,
                done == terms.quantity() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED,
                done,
                Math.addExact(executedQuote, fill.quote()),
                Math.addExact(fees, fill.fee()),
                nowLocked,
                nowReserved,
                onBook,
                time,
                at,
                workingTime,
                endReason,
                cancelId);
    }

    Order ended(OrderStatus how, String reason, String byCancelId, long at) {
        return new Order(
                id,
                account,
                listId,
                role,
                terms,
                how,
                executed,
                executedQuote,
                fees,
                0,
                0,
                false,
                time,
                at,
                workingTime,
                reason,
                byCancelId);
    }

    Order triggered(long nowLocked, long at) {
        return placed(terms, nowLocked, true, at);
    }

    Order placed(OrderTerms nowTerms, long nowLocked, boolean nowOnBook, long at) {
        return new Order(
                id,
                account,
                listId,
                role,
                nowTerms,
                OrderStatus.NEW,
                executed,
                executedQuote,
                fees,
                nowLocked,
                reserved,
                nowOnBook,
                time,
                at,
                nowOnBook ? at : -1,
                endReason,
                cancelId);
    }

    Order holding(long nowLocked) {
        return new Order(
                id,
                account,
                listId,
                role,
                terms,
                status,
                executed,
                executedQuote,
                fees,
                nowLocked,
                reserved,
                onBook,
                time,
                updateTime,
                workingTime,
                endReason,
                cancelId);
    }
}

package pro.cryptotrader.simulator.matching;

/** An order and all that happened to it so far; amounts in 1e-8, times in market milliseconds. */
public record Order(
        long id,
        String account,
        long listId,
        Role role,
        OrderTerms terms,
        OrderStatus status,
        Progress progress,
        Hold hold,
        Station station,
        Times times,
        Ending ending) {

    /**
     * What was traded and what self-trade prevention took away.
     *
     * @param fees what was withheld from the received asset
     * @param routed its last execution was an allocation
     * @param preventedMatchId the last prevented match, -1 if none
     */
    public record Progress(
            long executed,
            long executedQuote,
            long fees,
            long prevented,
            long preventedMatchId,
            int amendments,
            boolean routed) {
        static final Progress NONE = new Progress(0, 0, 0, 0, -1, 0, false);
    }

    /**
     * What it holds of its account's locked balance.
     *
     * @param reserved of the received asset, for its list's pending order (OPO)
     */
    public record Hold(long locked, long reserved) {
        static final Hold NOTHING = new Hold(0, 0);
    }

    /** Accepted, last changed, and on the book since (-1 before). */
    public record Times(long accepted, long updated, long working) {}

    /**
     * How it ended; empty texts while it is open.
     *
     * @param reason Binance's {@code eR}
     * @param cancelId the client id of the request that canceled it
     */
    public record Ending(String reason, String cancelId) {
        static final Ending OPEN = new Ending("", "");
    }

    /** What is still to be traded. */
    public long remaining() {
        return terms.quantity() - progress.executed() - progress.prevented();
    }

    /** What others can see of it. */
    public long visible() {
        return terms.iceberg() ? station.shown() : remaining();
    }

    /** Still able to change. */
    public boolean open() {
        return status.open();
    }

    /** Where it was last active: SOR among several books, EXCHANGE on its own. */
    public String workingFloor() {
        return progress.routed() && !resting() ? "SOR" : "EXCHANGE";
    }

    /** Base quantity traded so far. */
    public long executed() {
        return progress.executed();
    }

    /** Quote amount traded so far. */
    public long executedQuote() {
        return progress.executedQuote();
    }

    /** What was withheld from the received asset. */
    public long fees() {
        return progress.fees();
    }

    /** What it holds of the asset it pays with. */
    public long locked() {
        return hold.locked();
    }

    /** What it holds of the asset it receives. */
    public long reserved() {
        return hold.reserved();
    }

    /** Placed, and triggered if it is conditional. */
    public boolean onBook() {
        return station.onBook();
    }

    /** When it was accepted. */
    public long time() {
        return times.accepted();
    }

    /** When it last changed. */
    public long updateTime() {
        return times.updated();
    }

    /** When it came onto the book, -1 before. */
    public long workingTime() {
        return times.working();
    }

    /** Binance's {@code eR}, empty if none. */
    public String endReason() {
        return ending.reason();
    }

    /** The client id of the request that canceled it, empty if none. */
    public String cancelId() {
        return ending.cancelId();
    }

    /** Asleep until the market reaches its stop. */
    boolean dormant() {
        return terms.type().conditional() && !station.onBook() && status == OrderStatus.NEW;
    }

    /** Follows the market with its stop. */
    boolean tracking() {
        return station.trailingTime() >= 0;
    }

    /** Rests on the book with a price. */
    boolean resting() {
        return station.onBook() && open() && terms.type().priced();
    }

    /** One execution later; {@code executionId} becomes its priority if it has to queue anew. */
    Order filled(Fill fill, Hold left, long executionId, long at) {
        var done = Math.addExact(progress.executed(), fill.quantity());
        var withheld = fill.feeAsset().equals(fill.receives()) && !fill.feeFromFree();
        var now =
                new Progress(
                        done,
                        Math.addExact(progress.executedQuote(), fill.quote()),
                        withheld ? Math.addExact(progress.fees(), fill.fee()) : progress.fees(),
                        progress.prevented(),
                        progress.preventedMatchId(),
                        progress.amendments(),
                        fill.allocated());
        var rest = remaining() - fill.quantity();
        var state = rest == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        var place =
                rest == 0
                        ? station.off()
                        : station.after(fill, terms.icebergQuantity(), rest, executionId);
        return with(terms, state, now, left, place, touched(at), ending);
    }

    /** Self-trade prevention took {@code quantity} away; it ends if nothing is left. */
    Order prevented(long quantity, long matchId, Hold left, long at) {
        var now =
                new Progress(
                        progress.executed(),
                        progress.executedQuote(),
                        progress.fees(),
                        Math.addExact(progress.prevented(), quantity),
                        matchId,
                        progress.amendments(),
                        progress.routed());
        var rest = remaining() - quantity;
        var shown = Math.min(terms.icebergQuantity(), rest);
        return rest == 0
                ? with(
                        terms,
                        OrderStatus.EXPIRED_IN_MATCH,
                        now,
                        left,
                        station.off(),
                        touched(at),
                        ending)
                : with(terms, status, now, left, station.showing(shown), touched(at), ending);
    }

    Order ended(OrderStatus how, String reason, String byCancelId, long at) {
        return with(
                terms,
                how,
                progress,
                Hold.NOTHING,
                station.off(),
                touched(at),
                new Ending(reason, byCancelId));
    }

    /** Comes onto the book, or waits for its stop. */
    Order alive(OrderTerms nowTerms, Hold holds, long executionId, Turn turn) {
        return nowTerms.type().conditional()
                ? waiting(nowTerms, holds, turn.pit().book().last(), turn.time())
                : working(nowTerms, holds, executionId, turn.time());
    }

    /** Comes onto the book. */
    Order working(OrderTerms nowTerms, Hold holds, long executionId, long at) {
        var shown = Math.min(nowTerms.icebergQuantity(), nowTerms.quantity());
        var place =
                new Station(true, executionId, shown, station.extreme(), station.trailingTime());
        return with(
                nowTerms,
                OrderStatus.NEW,
                progress,
                holds,
                place,
                new Times(times.accepted(), at, at),
                ending);
    }

    /** Waits for its stop; without a stop price it follows the market from {@code last} on. */
    private Order waiting(OrderTerms nowTerms, Hold holds, long last, long at) {
        var follows = nowTerms.trailing() && nowTerms.stopPrice() == 0;
        var place = new Station(false, 0, 0, follows ? last : 0, follows ? at : -1);
        return with(nowTerms, OrderStatus.NEW, progress, holds, place, touched(at), ending);
    }

    /** A trailing stop saw a better price. */
    Order tracked(long extreme, long at) {
        var since = tracking() ? station.trailingTime() : at;
        return with(
                terms,
                status,
                progress,
                hold,
                new Station(false, 0, 0, extreme, since),
                times,
                ending);
    }

    Order holding(long nowLocked) {
        return with(
                terms,
                status,
                progress,
                new Hold(nowLocked, hold.reserved()),
                station,
                times,
                ending);
    }

    /** Smaller, and still where it was in the queue. */
    Order amended(String clientOrderId, long quantity, long nowLocked, long at) {
        var now =
                new Progress(
                        progress.executed(),
                        progress.executedQuote(),
                        progress.fees(),
                        progress.prevented(),
                        progress.preventedMatchId(),
                        progress.amendments() + 1,
                        progress.routed());
        var smaller = terms.with(clientOrderId, quantity);
        var rest = quantity - progress.executed() - progress.prevented();
        return with(
                smaller,
                status,
                now,
                new Hold(nowLocked, hold.reserved()),
                station.showing(Math.min(station.shown(), rest)),
                touched(at),
                ending);
    }

    private Times touched(long at) {
        return new Times(times.accepted(), at, times.working());
    }

    private Order with(
            OrderTerms nowTerms,
            OrderStatus state,
            Progress done,
            Hold holds,
            Station place,
            Times at,
            Ending end) {
        return new Order(id, account, listId, role, nowTerms, state, done, holds, place, at, end);
    }
}

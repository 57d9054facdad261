package pro.cryptotrader.simulator.fault;

/** What a fault does; times are milliseconds of wall time. */
public sealed interface Effect {

    /** Happens to requests, by REST or WebSocket API alike. */
    sealed interface OnRequest extends Effect {}

    /** Happens to user events. */
    sealed interface OnEvent extends Effect {}

    /** Is so as long as the fault lasts. */
    sealed interface Lasting extends Effect {}

    /** The connection breaks before the request has been executed. */
    record DropRequest() implements OnRequest {}

    /** The connection breaks after the request has been executed. */
    record DropReply() implements OnRequest {}

    /** The answer is -1007 with the HTTP status {@code status}, whether executed or not. */
    record Timeout(boolean executed, int status) implements OnRequest {}

    /**
     * The answer is a 5xx, whether executed or not.
     *
     * @param code Binance's code in the body, 0 for a body that is no JSON
     */
    record ServerError(boolean executed, int status, int code, String message)
            implements OnRequest {}

    /** Not executed: 429 or 418 with Retry-After. */
    record TooMany(int status, int retryAfterSeconds) implements OnRequest {}

    /** Not executed: a refusal with Binance's code. */
    record Reject(int code, String message) implements OnRequest {}

    /** The venue hesitates: before it executes, or with the reply after it has executed. */
    record Slow(boolean executed, long delayMillis) implements OnRequest {}

    /** The event comes later; those behind it do not wait. */
    record DelayEvents(long delayMillis) implements OnEvent {}

    /** The event comes {@code copies} more times. */
    record DuplicateEvents(int copies) implements OnEvent {}

    /** The event comes after the account's next one, after a second if there is none. */
    record ReorderEvents() implements OnEvent {}

    /** The event never comes. */
    record DropEvents() implements OnEvent {}

    /** Open sockets are cut, and new ones refused while the fault lasts. */
    record CutSockets(SocketKind sockets) implements Lasting {}

    /** Sockets stay open and say nothing. */
    record SilenceSockets(SocketKind sockets) implements Lasting {}

    /** The symbol does not trade; {@code cancels} may still be accepted. */
    record HaltSymbol(boolean cancels) implements Lasting {}

    /** The server's clock is that far ahead (or behind). */
    record SkewClock(long offsetMillis) implements Lasting {}

    /** The market's price jumps by that much; back at the end, if the fault has one. */
    record ShockPrice(double percent) implements Lasting {}

    /** Which sockets a fault means. */
    enum SocketKind {
        /** {@code /ws} and {@code /stream}. */
        MARKET,
        /** {@code /ws-api/v3}. */
        API,
        ALL;

        /** Whether {@code other} is one of these. */
        public boolean covers(SocketKind other) {
            return this == ALL || this == other;
        }
    }
}

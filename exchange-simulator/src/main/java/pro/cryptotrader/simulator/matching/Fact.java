package pro.cryptotrader.simulator.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened at the venue. Facts are the ledger, and applying them is the only way its state
 * changes.
 */
public sealed interface Fact {
    /** Market time, milliseconds. */
    long time();

    /** Balances that moved with it. */
    default List<Movement> movements() {
        return List.of();
    }

    /** An account exists; its deposit came from the outside world. */
    record AccountOpened(long time, String account, List<Movement> movements) implements Fact {}

    /** An account's settings changed. */
    record AccountSet(long time, String account, AccountSettings settings) implements Fact {}

    /** Binance's execution types. */
    enum Execution {
        NEW,
        TRADE,
        CANCELED,
        EXPIRED,
        REPLACED,
        TRADE_PREVENTION
    }

    /**
     * Something happened to an order; {@code order} is its state afterwards.
     *
     * @param fill present for {@link Execution#TRADE} only
     * @param prevention present for {@link Execution#TRADE_PREVENTION} only
     */
    record OrderChanged(
            long time,
            long executionId,
            Execution execution,
            Order order,
            @Nullable Fill fill,
            @Nullable Prevention prevention,
            List<Movement> movements)
            implements Fact {}

    /** A trailing stop saw a better price; nobody is told. */
    record StopTrailed(long time, long orderId, long extreme) implements Fact {}

    /** An order list was opened, moved on or ended. */
    record ListChanged(long time, OrderList list) implements Fact {}

    /** A symbol can be traded from now on, or no longer. */
    record SymbolSwitched(long time, String symbol, SymbolStatus status) implements Fact {}

    /**
     * A request came in, before anything was done about it.
     *
     * @param number counts requests, from 1
     * @param wallTime when it came, wall milliseconds
     * @param account whose it is, empty if that is not known
     * @param call method and path, or the WebSocket method
     * @param parameters as they were sent, without the signature
     */
    record RequestReceived(
            long time, long number, long wallTime, String account, String call, String parameters)
            implements Fact {}

    /**
     * What became of a request.
     *
     * @param status HTTP status, 0 if no answer was sent
     * @param code Binance's error code, 0 if there was none
     * @param note what was done to the answer on purpose, empty if nothing
     */
    record RequestAnswered(long time, long number, long wallTime, int status, int code, String note)
            implements Fact {}

    /** A request was refused; nothing changed. */
    record Refused(long time, String account, String request, int code, String message)
            implements Fact {}

    /**
     * The market's price of {@code symbol} was multiplied by {@code factor} (1e-8) from {@code
     * time} on.
     */
    record Shocked(long time, String symbol, long factor) implements Fact {}
}

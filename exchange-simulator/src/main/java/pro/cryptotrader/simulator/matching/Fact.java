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
     * A new order was refused though the request that brought it had an effect (cancelReplace): its
     * owner is told, but it never existed.
     */
    record OrderRejected(long time, String account, OrderTerms terms, int code, String message)
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

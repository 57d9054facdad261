package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;

/**
 * One order of ours, as far as we have evidence.
 *
 * @param venueOrderId null until the venue has acknowledged it
 * @param executed the highest cumulative quantity that the venue has named
 * @param filled the sum of the executions that we know; below {@code executed} some are missing
 * @param filledQuote what they were worth
 * @param tradeIds the executions that we know
 * @param latestEntry wall time until which a lost request may still reach the matching engine; null
 *     unless the outcome was unknown
 * @param absences how often the venue said "does not exist" when that counted
 * @param doubted to be asked about at the next opportunity
 * @param closedTold the executed quantity that the latest OrderClosed named; null before it
 * @param quantity what it asks for by the venue's word; null until that was said
 */
public record OrderState(
        OrderIntent intent,
        OrderStatus status,
        @Nullable String venueOrderId,
        Quantity executed,
        Quantity filled,
        Money filledQuote,
        SortedSet<Long> tradeIds,
        @Nullable Instant latestEntry,
        int absences,
        boolean doubted,
        @Nullable Quantity closedTold,
        @Nullable Quantity quantity) {
    private static final SortedSet<Long> NO_TRADES =
            Collections.unmodifiableSortedSet(new TreeSet<>());

    private static final Class<?> UNMODIFIABLE = NO_TRADES.getClass();

    public OrderState {
        tradeIds = copyOf(tradeIds);
    }

    /** A copy, unless it is one: most changes bring no execution. */
    private static SortedSet<Long> copyOf(SortedSet<Long> ids) {
        return ids.getClass() == UNMODIFIABLE
                ? ids
                : Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    OrderState(OrderIntent intent) {
        this(
                intent,
                OrderStatus.INTENDED,
                null,
                Quantity.ZERO,
                Quantity.ZERO,
                Money.ZERO,
                NO_TRADES,
                null,
                0,
                false,
                null,
                null);
    }

    /** The oldest of {@code orders} that is known to rest; null when none is. */
    static @Nullable OrderState firstOpen(List<OrderState> orders) {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).isOpen()) {
                return orders.get(i);
            }
        }
        return null;
    }

    static boolean anyUnsettled(List<OrderState> orders) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).isUnsettled()) {
                return true;
            }
        }
        return false;
    }

    static boolean anyDoubted(List<OrderState> orders) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).doubted()) {
                return true;
            }
        }
        return false;
    }

    /** The one of {@code orders} called {@code id}; null when there is none. */
    static @Nullable OrderState find(List<OrderState> orders, OrderId id) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).id().equals(id)) {
                return orders.get(i);
            }
        }
        return null;
    }

    public OrderId id() {
        return intent.id();
    }

    public boolean isOpen() {
        return status == OrderStatus.OPEN;
    }

    public boolean isProtection() {
        return intent.role() == OrderRole.STOP_LOSS || intent.role() == OrderRole.TAKE_PROFIT;
    }

    /**
     * Whether nothing may be decided before more is known: the outcome is unknown, executions are
     * missing, or an order that never rests has not been reported as over.
     */
    public boolean isUnsettled() {
        return status == OrderStatus.INTENDED
                || status == OrderStatus.UNKNOWN
                || isMissingExecutions()
                || (isOpen() && !isProtection());
    }

    @SuppressWarnings(
            "ReferenceEquality") // Equal ones would do, but the same one is the usual case.
    boolean isMissingExecutions() {
        return executed != filled && executed.compareTo(filled) > 0;
    }

    /** What it asks for, by the venue's word or else by our intent. */
    public Quantity asked() {
        return quantity == null ? intent.quantity() : quantity;
    }

    /** What it may still trade. */
    BigDecimal remaining() {
        return asked().value().subtract(executed.value()).max(BigDecimal.ZERO);
    }

    OrderState with(OrderStatus next) {
        return new OrderState(
                intent,
                next,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences,
                doubted,
                closedTold,
                quantity);
    }

    OrderState acknowledged(String number, Quantity cumulative, @Nullable Quantity asked) {
        return new OrderState(
                intent,
                status,
                number,
                cumulative.compareTo(executed) > 0 ? cumulative : executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences,
                doubted,
                closedTold,
                smaller(asked));
    }

    OrderState askingFor(Quantity asked) {
        return new OrderState(
                intent,
                status,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences,
                doubted,
                closedTold,
                asked);
    }

    /** An order is only ever made smaller, so the smallest word is the latest. */
    private @Nullable Quantity smaller(@Nullable Quantity asked) {
        if (asked == null || asked.isZero()) {
            return quantity;
        }
        return quantity == null || asked.compareTo(quantity) < 0 ? asked : quantity;
    }

    OrderState plus(Execution execution) {
        var ids = new TreeSet<>(tradeIds);
        ids.add(execution.tradeId());
        var sum = filled.plus(execution.quantity());
        return new OrderState(
                intent,
                status,
                venueOrderId,
                sum.compareTo(executed) >= 0 ? sum : executed,
                sum,
                filledQuote.plus(execution.price().times(execution.quantity())),
                Collections.unmodifiableSortedSet(ids),
                latestEntry,
                absences,
                doubted,
                closedTold,
                quantity);
    }

    OrderState doubted(boolean doubt) {
        if (doubt == doubted) {
            return this;
        }
        return new OrderState(
                intent,
                status,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences,
                doubt,
                closedTold,
                quantity);
    }

    OrderState unknownUntil(Instant latest) {
        return new OrderState(
                intent,
                OrderStatus.UNKNOWN,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latest,
                0,
                true,
                closedTold,
                quantity);
    }

    OrderState absentOnceMore() {
        return new OrderState(
                intent,
                status,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences + 1,
                false,
                closedTold,
                quantity);
    }

    OrderState toldClosed() {
        return new OrderState(
                intent,
                status,
                venueOrderId,
                executed,
                filled,
                filledQuote,
                tradeIds,
                latestEntry,
                absences,
                false,
                filled,
                quantity);
    }
}

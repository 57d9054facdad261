package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Everything that one account does in one symbol: the position's purchase, its protection and its
 * sale, one position at a time.
 *
 * @param plan the latest purchase; null before the first
 * @param held what our fills have brought and not yet taken away, commissions in the base asset
 *     off; dust of earlier positions included
 * @param orders ours, oldest first: all that are not over, and the latest that are
 * @param exit set while the position is being left
 * @param failures refusals in a row of what must succeed: protection, cancel or sale
 * @param pause how many checks to let pass before trying again
 * @param balanceDoubted whether the venue says that there is less than {@code held}
 * @param inFlight the command whose outcome is awaited
 * @param passed checks in a row that have found the market below a stop-loss that still rests
 */
public record Trade(
        AccountId account,
        Symbol symbol,
        @Nullable Plan plan,
        BigDecimal held,
        List<OrderState> orders,
        @Nullable Exit exit,
        int failures,
        int pause,
        boolean balanceDoubted,
        @Nullable InFlight inFlight,
        int passed) {
    public Trade {
        orders = List.copyOf(orders);
    }

    /** Before the first order. */
    public Trade(AccountId account, Symbol symbol) {
        this(account, symbol, null, BigDecimal.ZERO, List.of(), null, 0, 0, false, null, 0);
    }

    /**
     * A position being left.
     *
     * @param sales how many sales have been tried
     */
    public record Exit(Permit permit, OrderId order, String reason, int sales) {
        Exit soldOnceMore() {
            return new Exit(permit, order, reason, sales + 1);
        }

        /** The next sale's id: the exit's own, then one after the other. */
        OrderId nextSale() {
            return sale(sales);
        }

        /** The id of the sale that was tried after {@code earlier} others. */
        OrderId sale(int earlier) {
            return earlier == 0 ? order : order.leg("again-" + earlier);
        }
    }

    /** A command on its way, and the orders it is about. */
    public record InFlight(Kind kind, List<OrderId> orders) {
        public InFlight {
            orders = List.copyOf(orders);
        }

        /** What was asked. */
        public enum Kind {
            PLACE_ENTRY,
            PLACE_PROTECTION,
            SELL,
            CANCEL,
            REPLACE,
            SHRINK,
            LOOK_UP,
            ASK_BALANCE
        }
    }

    /** What a person would call it; derived, never kept. */
    public enum Phase {
        /** Nothing is held that could be sold, nothing is open. */
        IDLE,
        /** Something is not known yet, and nothing is done before it is. */
        UNSETTLED,
        /** Held, and its protection rests at the venue. */
        PROTECTED,
        /** Held without protection: about to be protected, or sold. */
        BARE,
        /** Being sold. */
        LEAVING
    }

    /** Where it stands. */
    public Phase phase() {
        if (exit != null) {
            return Phase.LEAVING;
        }
        var asking = inFlight != null && inFlight.kind() != InFlight.Kind.LOOK_UP;
        if (asking || orders.stream().anyMatch(OrderState::isUnsettled)) {
            return Phase.UNSETTLED;
        }
        if (orders.stream().anyMatch(OrderState::isOpen)) {
            return Phase.PROTECTED;
        }
        return plan == null || plan.over() ? Phase.IDLE : Phase.BARE;
    }

    /** Whether something worth an order is held and, by what is known, nothing of ours rests. */
    public boolean isBare(@Nullable Instrument instrument) {
        if (plan == null || plan.over() || orders.stream().anyMatch(OrderState::isOpen)) {
            return false;
        }
        return instrument == null
                ? held.signum() > 0
                : instrument.isWorthTrading(plan.protection().stopLoss(), sellable(instrument));
    }

    /**
     * What the orders that rest may sell; the legs of a list sell the same coins. Legs are made
     * smaller together, so the smaller word about them is the later one.
     */
    BigDecimal covered() {
        var lists = new HashMap<OrderId, BigDecimal>();
        for (var order : orders) {
            if (order.isOpen() && order.isProtection()) {
                var list = order.intent().listId();
                lists.merge(list == null ? order.id() : list, order.remaining(), BigDecimal::min);
            }
        }
        return lists.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is held and not covered by what rests, rounded down to what can be traded. */
    public Quantity uncovered(Instrument instrument) {
        var rest = sellable(instrument).value().subtract(covered());
        return rest.signum() <= 0 ? Quantity.ZERO : instrument.floor(new Quantity(rest));
    }

    /** What is held of a position that is over: too little to be sold, kept for the next sale. */
    public BigDecimal dust() {
        return (plan == null || plan.over()) && held.signum() > 0 ? held : BigDecimal.ZERO;
    }

    /** The order called {@code id}; null when it is none of the remembered ones. */
    public @Nullable OrderState order(OrderId id) {
        for (var order : orders) {
            if (order.id().equals(id)) {
                return order;
            }
        }
        return null;
    }

    /** Whether something is to be asked of the venue before anything else. */
    public boolean isDoubted() {
        return orders.stream().anyMatch(OrderState::doubted);
    }

    /** What is held, rounded down to what can be traded. */
    public Quantity sellable(Instrument instrument) {
        return held.signum() <= 0 ? Quantity.ZERO : instrument.floor(new Quantity(held));
    }

    /** Whether there is nothing left to do and a new purchase may begin. */
    public boolean isIdle() {
        return phase() == Phase.IDLE && inFlight == null;
    }

    Trade withPlan(@Nullable Plan next) {
        return new Trade(
                account,
                symbol,
                next,
                held,
                orders,
                exit,
                failures,
                pause,
                balanceDoubted,
                inFlight,
                passed);
    }

    Trade withHeld(BigDecimal next) {
        return new Trade(
                account,
                symbol,
                plan,
                next,
                orders,
                exit,
                failures,
                pause,
                balanceDoubted,
                inFlight,
                passed);
    }

    Trade withOrders(List<OrderState> next) {
        return new Trade(
                account,
                symbol,
                plan,
                held,
                next,
                exit,
                failures,
                pause,
                balanceDoubted,
                inFlight,
                passed);
    }

    Trade withExit(@Nullable Exit next) {
        return new Trade(
                account,
                symbol,
                plan,
                held,
                orders,
                next,
                failures,
                pause,
                balanceDoubted,
                inFlight,
                passed);
    }

    Trade withFailures(int inARow, int checks) {
        return new Trade(
                account,
                symbol,
                plan,
                held,
                orders,
                exit,
                inARow,
                checks,
                balanceDoubted,
                inFlight,
                passed);
    }

    Trade withBalanceDoubted(boolean doubted) {
        return new Trade(
                account, symbol, plan, held, orders, exit, failures, pause, doubted, inFlight,
                passed);
    }

    Trade withInFlight(@Nullable InFlight next) {
        return new Trade(
                account,
                symbol,
                plan,
                held,
                orders,
                exit,
                failures,
                pause,
                balanceDoubted,
                next,
                passed);
    }

    Trade withPassed(int checks) {
        return new Trade(
                account,
                symbol,
                plan,
                held,
                orders,
                exit,
                failures,
                pause,
                balanceDoubted,
                inFlight,
                checks);
    }
}

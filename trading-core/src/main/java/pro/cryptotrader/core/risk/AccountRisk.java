package pro.cryptotrader.core.risk;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Everything that risk knows of one account. Immutable; equal states are equal objects and equal
 * JSON.
 *
 * @param terms null until the account's first configuration
 * @param funds null until the account's first balance sheet
 * @param holdings the latest position of each symbol, closed ones included
 * @param reservations the approved entries whose fate is not known yet
 * @param lossNotice null until a day's loss was first worth telling
 */
public record AccountRisk(
        AccountId account,
        Engine engine,
        @Nullable TradingTerms terms,
        @Nullable AccountStateChanged funds,
        SortedMap<Symbol, Holding> holdings,
        SortedMap<OrderId, Reservation> reservations,
        @Nullable LossNotice lossNotice) {
    private static final Class<?> UNMODIFIABLE =
            Collections.unmodifiableSortedMap(new TreeMap<String, String>()).getClass();

    public AccountRisk {
        holdings = copyOf(holdings);
        reservations = copyOf(reservations);
    }

    /** A copy, unless it is one: most changes leave these maps as they are. */
    private static <K extends Comparable<K>, V> SortedMap<K, V> copyOf(SortedMap<K, V> map) {
        return map.getClass() == UNMODIFIABLE
                ? map
                : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** An account of which nothing is known. */
    public static AccountRisk unknown(AccountId account) {
        return new AccountRisk(
                account, Engine.UNBORN, null, null, new TreeMap<>(), new TreeMap<>(), null);
    }

    /**
     * Whether a signal is answered at all: it is for the account's interval, and for a symbol that
     * it trades or would have to leave. HOLD asks for nothing.
     */
    public boolean answers(Signal signal) {
        if (terms == null || signal.interval() != terms.interval()) {
            return false;
        }
        return switch (signal.type()) {
            case BUY -> terms.symbols().contains(signal.symbol());
            case SELL -> terms.symbols().contains(signal.symbol()) || holds(signal.symbol());
            case HOLD -> false;
        };
    }

    /** Whether a position in {@code symbol} is open. */
    public boolean holds(Symbol symbol) {
        var holding = holdings.get(symbol);
        return holding != null && holding.open();
    }

    /** How many positions are open. */
    public int openPositions() {
        int open = 0;
        for (var holding : holdings.values()) {
            if (holding.open()) {
                open++;
            }
        }
        return open;
    }

    /** How many approved entries may still become positions. */
    public int pendingEntries() {
        if (reservations.isEmpty()) {
            return 0;
        }
        int pending = 0;
        for (var reservation : reservations.values()) {
            if (reservation.isPending()) {
                pending++;
            }
        }
        return pending;
    }

    /** Whether an approved entry in {@code symbol} may still become a position. */
    public boolean isEntering(Symbol symbol) {
        if (reservations.isEmpty()) {
            return false;
        }
        for (var reservation : reservations.values()) {
            if (reservation.isPending() && reservation.symbol().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    /** The cash that approved entries may still spend. */
    public Money reservedCash() {
        if (reservations.isEmpty()) {
            return Money.ZERO;
        }
        var sum = Money.ZERO;
        for (var reservation : reservations.values()) {
            sum = sum.plus(reservation.cash());
        }
        return sum;
    }

    boolean hasNothingToSell() {
        return openPositions() == 0
                && pendingEntries() == 0
                && (funds == null || funds.openPositions() == 0);
    }

    AccountRisk with(Engine changed) {
        return new AccountRisk(account, changed, terms, funds, holdings, reservations, lossNotice);
    }

    AccountRisk with(TradingTerms changed) {
        return new AccountRisk(account, engine, changed, funds, holdings, reservations, lossNotice);
    }

    AccountRisk with(AccountStateChanged changed) {
        return new AccountRisk(account, engine, terms, changed, holdings, reservations, lossNotice);
    }

    AccountRisk with(LossNotice changed) {
        return new AccountRisk(account, engine, terms, funds, holdings, reservations, changed);
    }

    AccountRisk with(Symbol symbol, Holding holding) {
        return new AccountRisk(
                account,
                engine,
                terms,
                funds,
                plus(holdings, symbol, holding),
                reservations,
                lossNotice);
    }

    AccountRisk with(OrderId orderId, Reservation reservation) {
        return with(plus(reservations, orderId, reservation));
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> plus(
            SortedMap<K, V> map, K key, V value) {
        var changed = new TreeMap<K, V>();
        // Most accounts have one of each, and what is replaced need not be copied.
        if (map.size() > 1 || (map.size() == 1 && !map.firstKey().equals(key))) {
            changed.putAll(map);
        }
        changed.put(key, value);
        return Collections.unmodifiableSortedMap(changed);
    }

    AccountRisk without(Predicate<Reservation> released) {
        if (reservations.isEmpty()) {
            return this;
        }
        int gone = 0;
        for (var reservation : reservations.values()) {
            gone += released.test(reservation) ? 1 : 0;
        }
        if (gone == 0) {
            return this;
        }
        var changed = new TreeMap<OrderId, Reservation>();
        if (gone < reservations.size()) {
            changed.putAll(reservations);
            changed.values().removeIf(released);
        }
        return with(Collections.unmodifiableSortedMap(changed));
    }

    AccountRisk without(OrderId orderId) {
        if (!reservations.containsKey(orderId)) {
            return this;
        }
        var changed = new TreeMap<>(reservations);
        changed.remove(orderId);
        return with(Collections.unmodifiableSortedMap(changed));
    }

    AccountRisk with(SortedMap<OrderId, Reservation> changed) {
        return new AccountRisk(account, engine, terms, funds, holdings, changed, lossNotice);
    }

    /** This account without the reservations that nobody has ever answered. */
    AccountRisk at(Instant now) {
        return reservations.isEmpty() ? this : without(r -> r.hasLapsed(now));
    }
}

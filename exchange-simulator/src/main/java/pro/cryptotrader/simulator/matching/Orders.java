package pro.cryptotrader.simulator.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders as the facts left them, open ones in their ranks; the oldest closed are forgotten. */
final class Orders {
    private static final int CLOSED_KEPT = 50_000;

    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Ranks> ranks = new HashMap<>();
    private final Map<Long, Order> orders = new LinkedHashMap<>();
    private final ClientIds clientIds = new ClientIds();
    private final Deque<Long> closed = new ArrayDeque<>();
    private final Desks desks;
    private long last;

    Orders(List<Instrument> listed, Desks desks, Supplier<Ranks> empty) {
        this.desks = desks;
        for (var instrument : listed) {
            instruments.put(instrument.symbol(), instrument);
            ranks.put(instrument.symbol(), empty.get());
        }
    }

    /** The order is now as given; what it was before is returned. */
    @Nullable Order put(Order order) {
        var before = orders.put(order.id(), order);
        last = Math.max(last, order.id());
        if (before == null
                || !before.terms().clientOrderId().equals(order.terms().clientOrderId())) {
            clientIds.put(order.account(), order.terms().clientOrderId(), order.id());
        }
        var instrument = instruments.get(order.terms().symbol());
        if (instrument != null) {
            ranks(instrument.symbol()).change(before, order);
            desks.change(before, order, instrument);
        }
        if (!order.open() && (before == null || before.open())) {
            closed.add(order.id());
            forgetOldest();
        }
        return before;
    }

    private void forgetOldest() {
        if (closed.size() > CLOSED_KEPT) {
            var oldest = orders.remove(closed.remove());
            if (oldest != null) {
                clientIds.remove(oldest.account(), oldest.terms().clientOrderId(), oldest.id());
            }
        }
    }

    Optional<Order> get(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    Optional<Order> get(String account, String clientOrderId) {
        var id = clientIds.get(account, clientOrderId);
        return id == null ? Optional.empty() : get(id);
    }

    List<Order> all(Predicate<Order> wanted) {
        return orders.values().stream().filter(wanted).toList();
    }

    Ranks ranks(String symbol) {
        var found = ranks.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException("no such symbol: " + symbol);
        }
        return found;
    }

    long next() {
        return last + 1;
    }
}

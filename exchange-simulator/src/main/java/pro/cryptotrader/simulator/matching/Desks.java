package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every account has open, and how much of it; kept with every change, never counted anew. */
final class Desks {
    private final Map<String, Desk> desks = new HashMap<>();

    /** One account's open orders. */
    private static final class Desk {
        private final Map<String, Stand> stands = new TreeMap<>();
        private final Map<String, long[]> locked = new HashMap<>();
        private Filter.Count total = Filter.Count.NONE;

        Stand stand(String symbol) {
            return stands.computeIfAbsent(symbol, _ -> new Stand());
        }
    }

    /** One account's open orders on one symbol. */
    private static final class Stand {
        private final TreeMap<Long, Order> open = new TreeMap<>();
        private Filter.Count count = Filter.Count.NONE;
        private long buying;
    }

    /** An order is now as it is in {@code after}. */
    void change(@Nullable Order before, Order after, Instrument instrument) {
        var desk = desks.computeIfAbsent(after.account(), _ -> new Desk());
        var stand = desk.stand(after.terms().symbol());
        if (before != null && before.open()) {
            stand.buying -= buying(before);
            if (!after.open()) {
                var one = Filter.Count.of(before.terms());
                stand.open.remove(after.id());
                stand.count = stand.count.minus(one);
                desk.total = desk.total.minus(one);
            }
        } else if (after.open()) {
            var one = Filter.Count.of(after.terms());
            stand.count = stand.count.plus(one);
            desk.total = desk.total.plus(one);
        }
        if (after.open()) {
            stand.open.put(after.id(), after);
            stand.buying += buying(after);
        }
        lock(desk, before, after, instrument);
    }

    private static long buying(Order order) {
        return order.terms().side() == Side.BUY ? order.remaining() : 0;
    }

    private static void lock(
            Desk desk, @Nullable Order before, Order after, Instrument instrument) {
        var pays = after.terms().side() == Side.BUY ? instrument.quote() : instrument.base();
        var held = before == null ? Order.Hold.NOTHING : before.hold();
        var holds = after.hold();
        if (holds.locked() != held.locked()) {
            slot(desk, pays)[0] += holds.locked() - held.locked();
        }
        if (holds.reserved() != held.reserved()) {
            slot(desk, instrument.base())[0] += holds.reserved() - held.reserved();
        }
    }

    private static long[] slot(Desk desk, String asset) {
        return desk.locked.computeIfAbsent(asset, _ -> new long[1]);
    }

    /** A list was opened ({@code change} 1) or ended (-1). */
    void countList(OrderList list, int change) {
        var desk = desks.computeIfAbsent(list.account(), _ -> new Desk());
        var stand = desk.stand(list.symbol());
        var one = new Filter.Count(0, 0, 0, change);
        stand.count = stand.count.plus(one);
        desk.total = desk.total.plus(one);
    }

    /** Assets that orders of the account ever held. */
    Collection<String> assets(String account) {
        var desk = desks.get(account);
        return desk == null ? List.of() : desk.locked.keySet();
    }

    /** What the account's orders say they hold of its locked balance. */
    long locked(String account, String asset) {
        var desk = desks.get(account);
        var amount = desk == null ? null : desk.locked.get(asset);
        return amount == null ? 0 : amount[0];
    }

    /** How much is open on a symbol. */
    Filter.Count count(String account, String symbol) {
        var desk = desks.get(account);
        var stand = desk == null ? null : desk.stands.get(symbol);
        return stand == null ? Filter.Count.NONE : stand.count;
    }

    /** How much is open on all symbols. */
    Filter.Count total(String account) {
        var desk = desks.get(account);
        return desk == null ? Filter.Count.NONE : desk.total;
    }

    /** What all open purchases on a symbol may still buy. */
    long buying(String account, String symbol) {
        var desk = desks.get(account);
        var stand = desk == null ? null : desk.stands.get(symbol);
        return stand == null ? 0 : stand.buying;
    }

    /** Open orders, oldest first; of all symbols if {@code symbol} is null. */
    List<Order> open(String account, @Nullable String symbol) {
        var desk = desks.get(account);
        if (desk == null) {
            return List.of();
        }
        if (symbol != null) {
            var stand = desk.stands.get(symbol);
            return stand == null ? List.of() : List.copyOf(stand.open.values());
        }
        var all = new ArrayList<Order>();
        desk.stands.values().forEach(stand -> all.addAll(stand.open.values()));
        all.sort((a, b) -> Long.compare(a.id(), b.id()));
        return all;
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Order lists as the facts left them; the oldest that are done are forgotten. */
final class OrderLists {
    private static final int KEPT = 50_000;

    private final TreeMap<Long, OrderList> lists = new TreeMap<>();
    private final ClientIds clientIds = new ClientIds();
    private final Desks desks;
    private long last;

    OrderLists(Desks desks) {
        this.desks = desks;
    }

    void apply(OrderList list) {
        var before = lists.put(list.id(), list);
        last = Math.max(last, list.id());
        if (before == null) {
            clientIds.put(list.account(), list.clientListId(), list.id());
            desks.countList(list, 1);
        }
        if (list.done() && (before == null || !before.done())) {
            desks.countList(list, -1);
        }
        if (lists.size() > KEPT) {
            var oldest = lists.firstEntry().getValue();
            if (oldest.done()) {
                lists.remove(oldest.id());
                clientIds.remove(oldest.account(), oldest.clientListId(), oldest.id());
            }
        }
    }

    Optional<OrderList> get(long id) {
        return Optional.ofNullable(lists.get(id));
    }

    Optional<OrderList> get(String account, String clientListId) {
        var id = clientIds.get(account, clientListId);
        return id == null ? Optional.empty() : get(id);
    }

    List<OrderList> all(Predicate<OrderList> wanted) {
        return lists.values().stream().filter(wanted).toList();
    }

    long next() {
        return last + 1;
    }
}

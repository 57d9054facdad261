package pro.cryptotrader.core.execution;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.OrderId;

/**
 * A trade's orders while a decision changes them: copied at the first change, and once more when
 * the trade is looked at, not at every change between. Lives for one decision.
 */
final class OrdersInHand {
    /** Orders that are over and still remembered, so that a late report finds them. */
    private static final int REMEMBERED = 16;

    private List<OrderState> taken;

    /** Ours to change, until it is taken; null while nothing has changed. */
    private OrderState @Nullable [] changed;

    OrdersInHand(List<OrderState> orders) {
        this.taken = orders;
    }

    /** The orders, if they have changed since they were last taken. */
    @Nullable List<OrderState> takeChanged() {
        if (changed == null) {
            return null;
        }
        taken = List.of(changed);
        changed = null;
        return taken;
    }

    int size() {
        return changed == null ? taken.size() : changed.length;
    }

    OrderState get(int index) {
        return changed == null ? taken.get(index) : changed[index];
    }

    /** Adds new ones and forgets those that have been over for longest. */
    void add(List<OrderIntent> intents) {
        int over = 0;
        for (int i = 0; i < size(); i++) {
            over += isForgettable(get(i)) ? 1 : 0;
        }
        int tooMany = Math.max(0, over - REMEMBERED);
        var next = new OrderState[size() - tooMany + intents.size()];
        int kept = 0;
        for (int i = 0; i < size(); i++) {
            var order = get(i);
            if (tooMany > 0 && isForgettable(order)) {
                tooMany--;
            } else {
                next[kept++] = order;
            }
        }
        for (var intent : intents) {
            next[kept++] = new OrderState(intent);
        }
        changed = next;
    }

    private static boolean isForgettable(OrderState order) {
        return order.status().isEnd() && !order.isUnsettled();
    }

    /** Puts an order in the place of what it was. */
    void put(OrderState order) {
        int index = indexOf(order.id());
        if (index < 0) {
            return;
        }
        if (changed == null) {
            changed = taken.toArray(OrderState[]::new);
        }
        changed[index] = order;
    }

    @Nullable OrderState find(OrderId id) {
        int index = indexOf(id);
        return index < 0 ? null : get(index);
    }

    private int indexOf(OrderId id) {
        int index = size() - 1;
        while (index >= 0 && !get(index).id().equals(id)) {
            index--;
        }
        return index;
    }

    boolean any(Predicate<OrderState> such) {
        for (int i = size() - 1; i >= 0; i--) {
            if (such.test(get(i))) {
                return true;
            }
        }
        return false;
    }
}

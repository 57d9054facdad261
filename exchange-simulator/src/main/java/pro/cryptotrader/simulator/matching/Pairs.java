package pro.cryptotrader.simulator.matching;

import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** Orders of a list that exclude each other. */
final class Pairs {
    private final VenueState state;

    Pairs(VenueState state) {
        this.state = state;
    }

    /** Open orders of a list. */
    List<Order> open(OrderList list) {
        return list.orders().stream()
                .map(id -> state.order(id).orElseThrow())
                .filter(Order::open)
                .toList();
    }

    /** The list of an order that has one. */
    OrderList list(Order order) {
        return state.list(order.listId()).orElseThrow();
    }

    /** The order as it is now. */
    Order current(Order order) {
        return state.order(order.id()).orElseThrow();
    }

    /**
     * Before a leg does anything the other leg of its pair expires; what that had locked now stands
     * behind this one.
     */
    Order alone(Order order, Turn turn) {
        if (order.role() != Role.LEG) {
            return order;
        }
        var siblings =
                open(list(order)).stream()
                        .filter(other -> other.id() != order.id() && other.role() == Role.LEG)
                        .toList();
        if (siblings.isEmpty()) {
            return order;
        }
        var sibling = siblings.getFirst();
        var inherited = Math.addExact(order.locked(), sibling.locked());
        var expired = sibling.ended(OrderStatus.EXPIRED, "OCO_TRIGGER", "", turn.time());
        turn.out().changed(Execution.EXPIRED, expired, null, null, List.of(), turn.time());
        return order.holding(inherited);
    }
}

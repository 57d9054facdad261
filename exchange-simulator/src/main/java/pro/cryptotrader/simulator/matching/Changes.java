package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/** Cancels, amends and replaces what is open. */
final class Changes {
    private final VenueState state;
    private final Settlement settlement;
    private final Floor floor;

    Changes(VenueState state, Settlement settlement, Floor floor) {
        this.state = state;
        this.settlement = settlement;
        this.floor = floor;
    }

    /** The open order of an account, or a refusal with {@code code}. */
    Order find(String account, long orderId, int code) {
        return state.order(orderId)
                .filter(found -> found.account().equals(account) && found.open())
                .orElseThrow(() -> new Refusal(code, "Unknown order sent."));
    }

    List<Fact> cancel(Order order, String cancelId, CancelRestriction restriction, Turn turn) {
        if (!state.status(turn.pit().symbol()).takesCancels()) {
            throw new Refusal(-2011, "Market is closed.");
        }
        if (!restriction.allows(order.status())) {
            throw new Refusal(-2011, "Order was not canceled due to cancel restrictions.");
        }
        var together = state.list(order.listId()).map(floor.pairs()::open).orElse(List.of(order));
        for (var each : together) {
            settlement.end(each, OrderStatus.CANCELED, "", cancelId, turn);
        }
        turn.pit().book().touched();
        floor.settle(turn);
        return turn.out().done();
    }

    List<Fact> cancelAll(String account, Pit pit, String cancelId, long time) {
        var facts = new ArrayList<Fact>();
        for (var order : state.open(account, pit.symbol())) {
            if (state.order(order.id()).filter(Order::open).isPresent()) {
                var turn = new Turn(pit, new Recorder(state), time);
                facts.addAll(cancel(order, cancelId, CancelRestriction.NONE, turn));
            }
        }
        if (facts.isEmpty()) {
            throw new Refusal(-2011, "Unknown order sent.");
        }
        return List.copyOf(facts);
    }

    List<Fact> amend(Order order, String clientOrderId, long quantity, Turn turn) {
        checkAmendment(order, clientOrderId, quantity, turn);
        var instrument = turn.pit().instrument();
        var list = state.list(order.listId());
        var pair = order.role() == Role.LEG;
        var together =
                pair
                        ? floor.pairs().open(list.orElseThrow()).stream()
                                .filter(each -> each.role() == Role.LEG)
                                .toList()
                        : List.of(order);
        for (var filter : instrument.filters()) {
            var smaller = order.terms().withQuantity(quantity);
            if (!filter.admits(smaller, minutes -> turn.pit().average(minutes, turn.time()))) {
                throw Refusal.filter(filter.name());
            }
        }
        for (var each : together) {
            var id = each.id() == order.id() ? clientOrderId : each.terms().clientOrderId();
            settlement.amend(each, id, quantity, turn);
        }
        if (list.isPresent() && !clientOrderId.equals(order.terms().clientOrderId())) {
            var changed = list.get().changed("UPDATED", list.get().listOrderStatus());
            turn.out().record(new Fact.ListChanged(turn.time(), changed));
        }
        turn.pit().book().touched();
        return turn.out().done();
    }

    private void checkAmendment(Order order, String clientOrderId, long quantity, Turn turn) {
        if (!state.status(turn.pit().symbol()).takesCancels()) {
            throw refused("Market is closed.");
        }
        if (!turn.pit().instrument().abilities().amend()) {
            throw refused("Order amend is not supported for this symbol.");
        }
        if (order.status() == OrderStatus.PENDING_NEW
                && state.list(order.listId()).orElseThrow().kind().sellsProceeds()) {
            throw refused("Order amend (pending OPO order) is not supported.");
        }
        if (order.progress().amendments() >= turn.pit().instrument().maxAmends()) {
            throw refused("Filter failure: MAX_NUM_ORDER_AMENDS");
        }
        if (quantity == order.terms().quantity()) {
            throw refused("The requested action would change no state; rejecting");
        }
        if (quantity > order.terms().quantity()) {
            throw refused("Order amend (quantity increase) is not supported.");
        }
        if (quantity <= order.executed() + order.progress().prevented()) {
            throw refused("Unsupported order combination");
        }
        var taken =
                state.order(order.account(), clientOrderId)
                        .filter(other -> other.open() && other.id() != order.id());
        if (taken.isPresent()) {
            throw refused("Duplicate order sent.");
        }
    }

    private static Refusal refused(String text) {
        return new Refusal(-2038, text);
    }
}

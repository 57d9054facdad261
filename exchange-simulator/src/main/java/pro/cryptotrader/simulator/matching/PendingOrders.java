package pro.cryptotrader.simulator.matching;

import static pro.cryptotrader.simulator.matching.Movement.Place.free;
import static pro.cryptotrader.simulator.matching.Movement.Place.locked;

import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** Places the pending orders of a list whose working order has been filled. */
final class PendingOrders {
    private final VenueState state;
    private final Admission admission;
    private final Floor floor;

    PendingOrders(VenueState state, Admission admission, Floor floor) {
        this.state = state;
        this.admission = admission;
        this.floor = floor;
    }

    void place(OrderList list, Order working, Pit pit, Recorder out, long time) {
        var pending = floor.open(list);
        var proceeds = list.kind().sellsProceeds() ? working.executed() - working.fees() : 0;
        var quantity = Amounts.floorTo(proceeds, pit.instrument().step());
        var terms =
                pending.stream()
                        .map(order ->
                                list.kind().sellsProceeds()
                                        ? order.terms().withQuantity(quantity)
                                        : order.terms())
                        .toList();
        if (refused(list, working, terms, pit)) {
            refuse(pending, proceeds, pit, out, time);
            return;
        }
        out.record(new Fact.ListChanged(time, list.changed("UPDATED", "EXECUTING")));
        var placed = new ArrayList<Order>();
        for (var i = 0; i < pending.size(); i++) {
            // The first leg of a pair holds the lock for both.
            var lock = i == 0 ? lockFor(terms, pit) : 0;
            var moved =
                    i == 0
                            ? movements(list, working, terms.getFirst(), lock, proceeds, pit)
                            : List.<Movement>of();
            var onBook = !terms.get(i).type().conditional();
            var order = pending.get(i).placed(terms.get(i), lock, onBook, time);
            placed.add(out.changed(Execution.NEW, order, null, moved, time));
        }
        for (var order : placed) {
            floor.work(order, pit, out, time);
        }
    }

    private long lockFor(List<OrderTerms> terms, Pit pit) {
        return terms.stream().mapToLong(each -> floor.lockFor(each, pit)).max().orElseThrow();
    }

    private boolean refused(OrderList list, Order working, List<OrderTerms> terms, Pit pit) {
        try {
            for (var each : terms) {
                Admission.checkQuantity(each, pit.instrument());
                Admission.checkNotional(each, pit.instrument(), pit.book().last());
                admission.checkMarket(each, pit.book());
            }
        } catch (Refusal refusal) {
            return true;
        }
        var pays = Floor.payingAsset(terms.getFirst(), pit.instrument());
        return !list.kind().sellsProceeds()
                && state.holding(working.account(), pays).free() < lockFor(terms, pit);
    }

    private List<Movement> movements(
            OrderList list, Order working, OrderTerms terms, long lock, long proceeds, Pit pit) {
        var account = working.account();
        if (!list.kind().sellsProceeds()) {
            var pays = Floor.payingAsset(terms, pit.instrument());
            return List.of(new Movement(pays, lock, free(account), locked(account)));
        }
        // The proceeds are locked already; what is less than a lot becomes free.
        return release(account, proceeds - lock, pit);
    }

    private static List<Movement> release(String account, long amount, Pit pit) {
        return amount <= 0
                ? List.of()
                : List.of(
                        new Movement(
                                pit.instrument().base(), amount, locked(account), free(account)));
    }

    private void refuse(List<Order> pending, long proceeds, Pit pit, Recorder out, long time) {
        var first = true;
        for (var order : pending) {
            var moved = first ? release(order.account(), proceeds, pit) : List.<Movement>of();
            var ended = order.ended(OrderStatus.EXPIRED, "REJECTED", "", time);
            out.changed(Execution.EXPIRED, ended, null, moved, time);
            first = false;
        }
    }
}

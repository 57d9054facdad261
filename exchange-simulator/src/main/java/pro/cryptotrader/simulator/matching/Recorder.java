package pro.cryptotrader.simulator.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** Collects the facts of one command; each is true (applied) as soon as it is recorded. */
final class Recorder {
    private final VenueState state;
    private final List<Fact> facts = new ArrayList<>();
    private final Deque<Order> closed = new ArrayDeque<>();

    Recorder(VenueState state) {
        this.state = state;
    }

    void record(Fact fact) {
        state.apply(fact);
        facts.add(fact);
    }

    /** Something happened to an order; if that was its end, what follows from it is still to do. */
    Order changed(
            Execution execution,
            Order order,
            @Nullable Fill fill,
            @Nullable Prevention prevention,
            List<Movement> movements,
            long time) {
        record(
                new Fact.OrderChanged(
                        time,
                        state.nextExecution(),
                        execution,
                        order,
                        fill,
                        prevention,
                        movements));
        if (!order.open() && order.role() != Role.SINGLE) {
            closed.add(order);
        }
        return order;
    }

    /** The next order of a list that has ended and whose list has not heard of it. */
    @Nullable Order nextClosed() {
        return closed.poll();
    }

    List<Fact> done() {
        state.assertConserved();
        return List.copyOf(facts);
    }
}

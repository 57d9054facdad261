package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Fact.Execution;

/** Collects the facts of one command; each is true (applied) as soon as it is recorded. */
final class Recorder {
    private final VenueState state;
    private final List<Fact> facts = new ArrayList<>();

    Recorder(VenueState state) {
        this.state = state;
    }

    void record(Fact fact) {
        state.apply(fact);
        facts.add(fact);
    }

    Order changed(
            Execution execution,
            Order order,
            @Nullable Fill fill,
            List<Movement> movements,
            long time) {
        record(
                new Fact.OrderChanged(
                        time, state.nextExecution(), execution, order, fill, movements));
        return order;
    }

    List<Fact> done() {
        state.assertConserved();
        return List.copyOf(facts);
    }
}

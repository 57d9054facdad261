package pro.cryptotrader.simulator.matching;

import java.util.List;

/** Cancels one order and enters another in its place, as far as the request wants both. */
final class Swaps {
    private final VenueState state;
    private final Admission admission;
    private final Entry entry;
    private final Changes changes;

    Swaps(VenueState state, Admission admission, Entry entry, Changes changes) {
        this.state = state;
        this.admission = admission;
        this.entry = entry;
        this.changes = changes;
    }

    Replacement replace(String account, Replacement.Request request, OrderTerms wanted, Turn turn) {
        if (!turn.pit().instrument().abilities().cancelReplace()) {
            throw Refusal.engine("Order cancel-replace is not supported for this symbol.");
        }
        admission.checkFilters(wanted, turn.pit(), turn.time());
        List<Fact> canceled = List.of();
        Refusal cancelRefusal = null;
        try {
            var order = changes.find(account, request.orderId(), -2011);
            canceled = changes.cancel(order, request.cancelId(), request.restriction(), turn);
        } catch (Refusal refusal) {
            cancelRefusal = refusal;
        }
        if (cancelRefusal != null && !request.evenIfNot()) {
            return new Replacement(canceled, cancelRefusal, List.of(), null, false);
        }
        if (request.barred() != null) {
            return new Replacement(canceled, cancelRefusal, List.of(), request.barred(), true);
        }
        try {
            var entered = entry.single(account, wanted, turn.pit(), turn.time());
            return new Replacement(canceled, cancelRefusal, entered, null, true);
        } catch (Refusal refusal) {
            var told =
                    cancelRefusal == null
                            ? rejected(account, wanted, refusal, turn)
                            : List.<Fact>of();
            return new Replacement(canceled, cancelRefusal, told, refusal, true);
        }
    }

    private List<Fact> rejected(String account, OrderTerms wanted, Refusal why, Turn turn) {
        var out = new Recorder(state);
        out.record(new Fact.OrderRejected(turn.time(), account, wanted, why.code(), why.text()));
        return out.done();
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of canceling one order and entering another in its place.
 *
 * @param canceled facts of the cancellation, empty if it was refused
 * @param cancelRefusal why not
 * @param entered facts of the new order; if only it was refused, that it was; else empty
 * @param enterRefusal why not, {@code null} if it worked or was not attempted
 * @param attempted whether the new order was tried at all
 */
public record Replacement(
        List<Fact> canceled,
        @Nullable Refusal cancelRefusal,
        List<Fact> entered,
        @Nullable Refusal enterRefusal,
        boolean attempted) {

    /**
     * What is to be replaced, and how.
     *
     * @param orderId what to cancel, -1 if the client knows no such order
     * @param cancelId the client id of the cancellation
     * @param evenIfNot enter the new order even if the old one could not be canceled
     * @param barred why no new order may be entered whatever it is, {@code null} if it may
     */
    public record Request(
            long orderId,
            String cancelId,
            CancelRestriction restriction,
            boolean evenIfNot,
            @Nullable Refusal barred) {}

    /** Both halves worked. */
    public boolean whole() {
        return cancelRefusal == null && attempted && enterRefusal == null;
    }

    /** One half worked and the other did not. */
    public boolean partial() {
        return !whole() && (cancelRefusal == null || (attempted && enterRefusal == null));
    }
}

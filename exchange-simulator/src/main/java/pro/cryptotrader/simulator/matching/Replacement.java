package pro.cryptotrader.simulator.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of canceling one order and entering another in its place.
 *
 * @param canceled facts of the cancellation, empty if it was refused
 * @param cancelRefusal why not
 * @param entered facts of the new order, empty if it was refused or not attempted
 * @param enterRefusal why not, {@code null} if it worked or was not attempted
 * @param attempted whether the new order was tried at all
 */
public record Replacement(
        List<Fact> canceled,
        @Nullable Refusal cancelRefusal,
        List<Fact> entered,
        @Nullable Refusal enterRefusal,
        boolean attempted) {

    /** Both halves worked. */
    public boolean whole() {
        return cancelRefusal == null && attempted && enterRefusal == null;
    }

    /** One half worked and the other did not. */
    public boolean partial() {
        return !whole() && (cancelRefusal == null || (attempted && enterRefusal == null));
    }
}

package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cancels one order and enters another in its place. */
class ReplaceTest {
    private final Desk desk = new Desk();

    @Test
    void stopOnFailureDoesNotTryTheNewOrder() {
        var outcome = replace(7, false, limit("b", SELL, "1", "101"));

        assertThat(outcome.attempted()).isFalse();
        assertThat(outcome.partial()).isFalse();
        assertThat(text(outcome.cancelRefusal())).isEqualTo("Unknown order sent.");
        assertThat(desk.engine.state().order("ann", "b")).isEmpty();
    }

    @Test
    void allowFailureTriesItAnyway() {
        var outcome = replace(7, true, limit("b", SELL, "1", "101"));

        assertThat(outcome.attempted()).isTrue();
        assertThat(outcome.partial()).isTrue();
        assertThat(desk.order("b").status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void aRefusedNewOrderLeavesTheOldOneCanceled() {
        desk.enter(limit("a", SELL, "1", "101"));

        var outcome = replace(1, false, limit("b", SELL, "11", "101"));

        assertThat(outcome.partial()).isTrue();
        assertThat(text(outcome.enterRefusal()))
                .isEqualTo("Account has insufficient balance for requested action.");
        assertThat(desk.order("a").status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(desk.holding("BTC")).isEqualTo("10 free, 0 locked");
        assertThat(outcome.entered())
                .extracting(fact -> ((Fact.OrderRejected) fact).message())
                .containsExactly("Account has insufficient balance for requested action.");
    }

    @Test
    void whoMayPlaceNoOrderMayStillCancel() {
        desk.enter(limit("a", SELL, "1", "101"));
        var barred = new Refusal(-1015, "Too many new orders; current limit is 1 orders per DAY.");

        var outcome =
                desk.engine.replace(
                        "ann",
                        new Replacement.Request(1, "cancel", CancelRestriction.NONE, false, barred),
                        limit("b", SELL, "1", "101").terms(),
                        desk.now());

        assertThat(Desk.lines(outcome.canceled())).containsExactly("a CANCELED CANCELED");
        assertThat(outcome.entered()).isEmpty();
        assertThat(outcome.enterRefusal()).isSameAs(barred);
        assertThat(outcome.partial()).isTrue();
        assertThat(desk.engine.state().order("ann", "b")).isEmpty();
    }

    @Test
    void filtersAreLookedAtBeforeAnythingIsCanceled() {
        desk.enter(limit("a", SELL, "1", "101"));

        refused(
                () -> replace(1, true, limit("b", SELL, "1", "101.001")),
                -1013,
                "Filter failure: PRICE_FILTER");
        assertThat(desk.order("a").status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void theReplacementMayUseWhatTheOldOrderHeld() {
        desk.enter(limit("a", SELL, "10", "101"));

        assertThat(replace(1, false, stop("b", SELL, "10", "98")).whole()).isTrue();
    }

    @Test
    void replacingOneLegCancelsTheWholeList() {
        desk.enter(ListKind.OCO, maker("up", SELL, "10", "102"), stop("down", SELL, "10", "98"));

        var outcome = replace(2, false, stop("higher", SELL, "10", "99"));

        assertThat(Desk.lines(outcome.canceled()))
                .containsExactly("up CANCELED CANCELED", "down CANCELED CANCELED", "list ALL_DONE");
        assertThat(Desk.lines(outcome.entered())).containsExactly("higher NEW NEW");
    }

    private Replacement replace(long orderId, boolean evenIfNot, Terms terms) {
        return desk.engine.replace(
                "ann",
                new Replacement.Request(orderId, "cancel", CancelRestriction.NONE, evenIfNot, null),
                terms.terms(),
                desk.now());
    }

    private static String text(@Nullable Refusal refusal) {
        return refusal == null ? "" : refusal.text();
    }
}

package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.limit;
import static pro.cryptotrader.simulator.matching.Desk.maker;
import static pro.cryptotrader.simulator.matching.Desk.refused;
import static pro.cryptotrader.simulator.matching.Desk.stop;
import static pro.cryptotrader.simulator.matching.Side.BUY;
import static pro.cryptotrader.simulator.matching.Side.SELL;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cancel, cancelReplace and amend. */
class ChangesTest {
    private final Desk desk = new Desk();

    @Test
    void anAmendedOrderKeepsItsPlace() {
        desk.enter(limit("first", SELL, "5.5", "101"));
        desk.enter(limit("second", SELL, "4", "101"));

        assertThat(desk.amend(1, "first", "5")).containsExactly("first REPLACED NEW");
        assertThat(desk.holding("BTC")).isEqualTo("1 free, 9 locked");
        assertThat(desk.market("101", "5.5", false))
                .containsExactly(
                        "first TRADE FILLED 5 @ 101", "second TRADE PARTIALLY_FILLED 0.5 @ 101");
    }

    @Test
    void aReplacedOrderLosesItsPlace() {
        desk.enter(limit("first", SELL, "5.5", "101"));
        desk.enter(limit("second", SELL, "4", "101"));

        var outcome = replace(1, true, limit("third", SELL, "5", "101"));

        assertThat(outcome.whole()).isTrue();
        assertThat(Desk.lines(outcome.canceled())).containsExactly("first CANCELED CANCELED");
        assertThat(Desk.lines(outcome.entered())).containsExactly("third NEW NEW");
        assertThat(desk.market("101", "5", false))
                .containsExactly(
                        "second TRADE FILLED 4 @ 101", "third TRADE PARTIALLY_FILLED 1 @ 101");
    }

    @Test
    void amendmentsAreRemembered() {
        desk.enter(limit("a", BUY, "3", "99"));
        desk.amend(1, "b", "2");
        desk.amend(1, "c", "1");

        assertThat(desk.engine.state().amendments(_ -> true))
                .extracting(
                        Amendment::clientOrderIdBefore,
                        Amendment::clientOrderId,
                        Amendment::quantityBefore,
                        Amendment::quantity)
                .containsExactly(
                        tuple("a", "b", amount("3"), amount("2")),
                        tuple("b", "c", amount("2"), amount("1")));
        assertThat(desk.holding("USDT")).isEqualTo("9901 free, 99 locked");
        assertThat(desk.order("c").id()).isEqualTo(1);
    }

    @Test
    void amendingALegAmendsThePair() {
        desk.enter(ListKind.OCO, maker("up", SELL, "2", "102"), stop("down", SELL, "2", "98"));

        assertThat(desk.amend(2, "smaller", "1.5"))
                .containsExactly("up REPLACED NEW", "smaller REPLACED NEW", "list UPDATED");
        assertThat(desk.holding("BTC")).isEqualTo("8.5 free, 1.5 locked");
        assertThat(desk.market("98", "1", true)).contains("smaller TRADE FILLED 1.5 @ 98");
    }

    @Test
    void anIcebergShowsLessOnlyIfItIsLess() {
        desk.enter(limit("ice", SELL, "3", "101").iceberg("1"));

        desk.amend(1, "ice", "2");
        assertThat(desk.order("ice").visible()).isEqualTo(amount("1"));
        desk.amend(1, "ice", "0.6");
        assertThat(desk.order("ice").visible()).isEqualTo(amount("0.6"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.001 | Order amend (quantity increase) is not supported.",
                "3 | The requested action would change no state; rejecting",
            })
    void anOrderCanOnlyBecomeSmaller(String quantity, String text) {
        desk.enter(limit("a", SELL, "3", "101"));

        refused(() -> desk.amend(1, "b", quantity), -2038, text);
    }

    @Test
    void anAmendmentMustPassTheFilters() {
        desk.enter(limit("a", SELL, "3", "101"));

        refused(() -> desk.amend(1, "b", "0.01"), -1013, "Filter failure: NOTIONAL");
        refused(() -> desk.amend(9, "b", "1"), -2038, "Unknown order sent.");
    }

    @Test
    void anOrderCanBeAmendedTenTimes() {
        desk.enter(limit("a", SELL, "3", "101"));
        for (var i = 1; i <= 10; i++) {
            desk.amend(1, "a" + i, Desk.plain(amount("3") - i * amount("0.1")));
        }

        refused(() -> desk.amend(1, "b", "1"), -2038, "Filter failure: MAX_NUM_ORDER_AMENDS");
    }

    @Test
    void aPendingOpoOrderCannotBeAmended() {
        desk.enter(ListKind.OPO, limit("in", BUY, "2", "99"), maker("out", SELL, "0", "102"));

        refused(
                () -> desk.amend(2, "b", "1"),
                -2038,
                "Order amend (pending OPO order) is not supported.");
    }

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

    @Test
    void cancelRestrictionsAreObserved() {
        desk.enter(limit("a", SELL, "1", "101"));

        refused(
                () -> cancel(1, CancelRestriction.ONLY_PARTIALLY_FILLED),
                -2011,
                "Order was not canceled due to cancel restrictions.");
        desk.market("101", "0.5", false);
        refused(
                () -> cancel(1, CancelRestriction.ONLY_NEW),
                -2011,
                "Order was not canceled due to cancel restrictions.");
        assertThat(cancel(1, CancelRestriction.ONLY_PARTIALLY_FILLED))
                .containsExactly("a CANCELED CANCELED");
    }

    @Test
    void cancelAllEndsOrdersAndListsOfOneSymbol() {
        desk.enter(limit("a", BUY, "1", "99"));
        desk.enter(ListKind.OCO, maker("up", SELL, "1", "102"), stop("down", SELL, "1", "98"));

        assertThat(Desk.lines(desk.engine.cancelAll("ann", Desk.SYMBOL, "c", desk.now())))
                .containsExactly(
                        "a CANCELED CANCELED",
                        "up CANCELED CANCELED",
                        "down CANCELED CANCELED",
                        "list ALL_DONE");
        refused(
                () -> desk.engine.cancelAll("ann", Desk.SYMBOL, "c", desk.now()),
                -2011,
                "Unknown order sent.");
    }

    @Test
    void aHaltedSymbolTakesNothingAndACancelOnlySymbolTakesCancels() {
        desk.enter(limit("a", BUY, "1", "99"));
        desk.engine.status(Desk.SYMBOL, SymbolStatus.HALT, desk.now());

        refused(() -> desk.enter(limit("b", BUY, "1", "99")), -2010, "Market is closed.");
        refused(() -> desk.cancel(1), -2011, "Market is closed.");
        assertThat(desk.market("98", "1", true)).isEmpty();

        desk.engine.status(Desk.SYMBOL, SymbolStatus.CANCEL_ONLY, desk.now());
        refused(() -> desk.enter(limit("b", BUY, "1", "99")), -2010, "Market is closed.");
        assertThat(desk.cancel(1)).containsExactly("a CANCELED CANCELED");
    }

    @ParameterizedTest
    @CsvSource({
        "AFTER_ANY_END, true, true, true",
        "AFTER_FILL_OR_EXPIRY, false, true, true",
        "AFTER_FILL, false, false, true",
    })
    void whenAClientIdCanBeUsedAgainIsAChoice(
            Rules.ClientIds rule, boolean canceled, boolean expired, boolean filled) {
        var strict =
                new Desk(
                        List.of(Desk.BTC),
                        new Rules(Commission.flat(0), Map.of(), List.of(), Map.of(), rule));
        strict.enter(limit("canceled", BUY, "1", "99"));
        strict.cancel(1);
        strict.enter(limit("expired", BUY, "1", "99", TimeInForce.IOC));
        strict.enter(limit("filled", BUY, "1", "100"));

        reuse(strict, "canceled", canceled);
        reuse(strict, "expired", expired);
        reuse(strict, "filled", filled);
    }

    private static void reuse(Desk desk, String id, boolean allowed) {
        if (allowed) {
            desk.enter(limit(id, BUY, "1", "99"));
        } else {
            refused(() -> desk.enter(limit(id, BUY, "1", "99")), -2010, "Duplicate order sent.");
        }
    }

    private Replacement replace(long orderId, boolean evenIfNot, Terms terms) {
        return desk.engine.replace(
                "ann",
                new Replacement.Request(orderId, "cancel", CancelRestriction.NONE, evenIfNot, null),
                terms.terms(),
                desk.now());
    }

    private List<String> cancel(long orderId, CancelRestriction restriction) {
        return Desk.lines(desk.engine.cancel("ann", orderId, "c", restriction, desk.now()));
    }

    private static String text(@Nullable Refusal refusal) {
        return refusal == null ? "" : refusal.text();
    }
}

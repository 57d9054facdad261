package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.system.Planted.AT;
import static pro.cryptotrader.system.Planted.BTC;
import static pro.cryptotrader.system.Planted.ENTRY;
import static pro.cryptotrader.system.Planted.PERMIT;
import static pro.cryptotrader.system.Planted.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.wire.Envelope;

/**
 * Each check of the auditors is silent when all is well and catches the mistake it is there for.
 */
class VenueAuditTest {
    private static List<String> audit(VenueBook book, List<Envelope<?>> events) {
        return VenueAudit.findings(book, events);
    }

    private static List<Envelope<?>> without(Predicate<Event> unwanted) {
        var events = Planted.events();
        events.removeIf(envelope -> unwanted.test(envelope.data()));
        return events;
    }

    private static List<Envelope<?>> with(Envelope<?>... more) {
        var events = Planted.events();
        events.addAll(List.of(more));
        return events;
    }

    private static List<Envelope<?>> instead(Class<? extends Event> type, Event event) {
        var events = without(type::isInstance);
        events.add(event(type.getSimpleName(), event));
        return events;
    }

    private static VenueBook with(UnaryOperator<List<VenueBook.Order>> change) {
        var book = Planted.book();
        var orders = change.apply(new ArrayList<>(book.orders()));
        return new VenueBook(book.balances(), orders, book.trades());
    }

    private static UnaryOperator<List<VenueBook.Order>> more(VenueBook.Order order) {
        return orders -> {
            orders.add(order);
            return orders;
        };
    }

    @Test
    void nothingIsFoundWhenAllIsWell() {
        assertThat(audit(Planted.book(), Planted.events())).isEmpty();
    }

    @Test
    void aSecondDeliveryIsNoFinding() {
        var twice = Planted.events();
        twice.addAll(Planted.events());

        assertThat(audit(Planted.book(), twice)).isEmpty();
    }

    @Test
    void findsAPurchaseThatNoVerdictApproves() {
        assertThat(audit(Planted.book(), without(RiskVerdict.class::isInstance)))
                .anyMatch(finding -> finding.contains("no verdict approves"));
    }

    @Test
    void findsAPurchaseThatIsLargerThanItsVerdict() {
        var events = without(RiskVerdict.class::isInstance);
        events.add(new Envelope<>(PERMIT, "risk", AT, null, PERMIT, Planted.approved("0.009")));

        assertThat(audit(Planted.book(), events))
                .singleElement()
                .asString()
                .contains("not within its verdict");
    }

    @Test
    void findsAnOrderThatWasSentTwice() {
        var doubled = Planted.order("9", ENTRY, "BUY", "LIMIT", "FILLED", "0.01", "50100", "0.01");

        assertThat(audit(with(more(doubled)), Planted.events()))
                .anyMatch(finding ->
                        finding.contains("accepted %s 2 times".formatted(ENTRY.clientOrderId())));
    }

    @Test
    void findsAnOrderThatNobodyIntended() {
        var stray =
                Planted.order(
                        "9",
                        OrderId.from(PERMIT, "stray"),
                        "SELL",
                        "MARKET",
                        "NEW",
                        "0.001",
                        "0",
                        "0");

        assertThat(audit(with(more(stray)), Planted.events()))
                .singleElement()
                .asString()
                .contains("never intended");
    }

    @Test
    void findsAnAcceptanceThatTheVenueDoesNotKnow() {
        var events = with(Planted.accepted(OrderId.from(PERMIT, "ghost"), OrderRole.EXIT, "77"));

        assertThat(audit(Planted.book(), events))
                .singleElement()
                .asString()
                .contains("but the venue has null");
    }

    @Test
    void findsAnOrderThatWasRefusedAndYetExecuted() {
        var events =
                with(
                        event(
                                "not sent",
                                new OrderEvent.OrderNotSent(
                                        Planted.ACCOUNT,
                                        ENTRY,
                                        PERMIT,
                                        BTC,
                                        OrderRole.ENTRY,
                                        "void",
                                        AT)));

        assertThat(audit(Planted.book(), events))
                .singleElement()
                .asString()
                .contains("yet the venue has it");
    }

    @Test
    void findsAnEndedOrderWhoseEndWasNotTold() {
        assertThat(audit(Planted.book(), without(OrderEvent.OrderClosed.class::isInstance)))
                .singleElement()
                .asString()
                .contains("has 0 ends");
    }

    @Test
    void findsAnEndThatTheVenueDoesNotShare() {
        var canceled = Planted.closed(OrderEvent.OrderClosed.Outcome.CANCELED);

        assertThat(audit(Planted.book(), instead(OrderEvent.OrderClosed.class, canceled)))
                .singleElement()
                .asString()
                .contains("but the venue has");
    }

    @Test
    void findsALostFill() {
        assertThat(audit(Planted.book(), without(FillEvent.Fill.class::isInstance)))
                .singleElement()
                .asString()
                .contains("not among the fills");
    }

    @Test
    void findsAFillThatWasToldTwice() {
        var again = event("again", Planted.fill(PERMIT, "0.01", "0.00001"));

        assertThat(audit(Planted.book(), with(again)))
                .singleElement()
                .asString()
                .contains("told twice");
    }

    @Test
    void findsACommissionThatIsOneSatoshiOff() {
        var off = Planted.fill(PERMIT, "0.01", "0.00001001");

        assertThat(audit(Planted.book(), instead(FillEvent.Fill.class, off)))
                .singleElement()
                .asString()
                .contains("but the venue has Trade[");
    }

    @Test
    void findsAFillThatTheVenueDoesNotHave() {
        var book = Planted.book();
        var none = new VenueBook(book.balances(), book.orders(), List.of());

        assertThat(audit(none, Planted.events()))
                .singleElement()
                .asString()
                .contains("the venue has no trade BTCUSDT#7");
    }

    @Test
    void findsAFillWhosePermitNobodyGave() {
        var stray = Planted.fill(UUID.randomUUID(), "0.01", "0.00001");

        assertThat(audit(Planted.book(), instead(FillEvent.Fill.class, stray)))
                .singleElement()
                .asString()
                .contains("nobody gave the permit");
    }
}

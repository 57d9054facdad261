package pro.cryptotrader.executor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** A purchase and its sale, told truly; then each lie that a crash could bring, and who sees it. */
class CrashAuditTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID PERMIT = new UUID(1, 1);
    private static final OrderId ENTRY = OrderId.from(PERMIT, "main");
    private static final OrderId EXIT = OrderId.from(PERMIT, "exit");
    private static final OrderId GONE = OrderId.from(PERMIT, "gone");

    private final List<VenueBook.Order> orders =
            new ArrayList<>(List.of(order(1, ENTRY, "BUY", 0, 0), order(2, EXIT, "SELL", 5, 5)));
    private final List<VenueBook.Trade> trades =
            new ArrayList<>(List.of(trade(1, 1, true, "1", 0), trade(2, 2, false, "1", 5)));
    private final List<Event> said =
            new ArrayList<>(
                    List.of(
                            new FundsChanged(
                                    MAIN,
                                    new Asset("USDT"),
                                    new BigDecimal("1000"),
                                    FundsChanged.Cause.OPENING,
                                    T),
                            intended(ENTRY, OrderRole.ENTRY),
                            new OrderAccepted(MAIN, ENTRY, BTC, OrderRole.ENTRY, "1", T),
                            fill(ENTRY, OrderRole.ENTRY, Side.BUY, 1),
                            closed(ENTRY, OrderRole.ENTRY),
                            intended(EXIT, OrderRole.EXIT),
                            new OrderAccepted(MAIN, EXIT, BTC, OrderRole.EXIT, "2", T),
                            fill(EXIT, OrderRole.EXIT, Side.SELL, 2),
                            closed(EXIT, OrderRole.EXIT),
                            intended(GONE, OrderRole.EXIT),
                            new OrderRejected(MAIN, GONE, BTC, OrderRole.EXIT, -2013, "test", T)));

    @Test
    void theTruthIsFoundToBeTrue() {
        assertThat(audit().findings()).isEmpty();
    }

    @Test
    void aVerdictThatWasCarriedOutTwice() {
        orders.add(order(3, ENTRY, "BUY", 1, 1));
        assertThat(audit().atMostOneOrderPerVerdict()).hasSize(1);
    }

    @Test
    void aPurchaseWithoutAVerdict() {
        orders.add(order(3, GONE, "BUY", 1, 1));
        assertThat(audit().atMostOneOrderPerVerdict()).hasSize(1);
    }

    @Test
    void anAcceptedOrderThatNobodyKnows() {
        said.removeIf(event -> event instanceof OrderAccepted a && a.orderId().equals(EXIT));
        assertThat(audit().everyAcceptedOrderIsKnown()).hasSize(1);
    }

    @Test
    void aFillThatWasLost() {
        said.removeIf(event -> event instanceof Fill fill && fill.tradeId() == 2);
        assertThat(audit().fillsAreTheVenues()).hasSize(1);
        assertThat(audit().fundsAreTheVenues()).hasSize(2);
    }

    @Test
    void aFillThatWasToldTwice() {
        said.add(fill(EXIT, OrderRole.EXIT, Side.SELL, 2));
        assertThat(audit().fillsAreTheVenues()).hasSize(1);
        assertThat(audit().fundsAreTheVenues()).hasSize(2);
    }

    @Test
    void aFillWithAnotherPrice() {
        trades.set(1, trade(2, 2, false, "0.99999999", 5));
        assertThat(audit().fillsAreTheVenues()).hasSize(2);
    }

    @Test
    void aHundredMillionthTooMuch() {
        said.add(
                new FundsChanged(
                        MAIN,
                        new Asset("USDT"),
                        new BigDecimal("0.00000002"),
                        FundsChanged.Cause.DEPOSIT,
                        T));
        assertThat(audit().fundsAreTheVenues()).hasSize(1);
    }

    @Test
    void anEndThatTheVenueDoesNotKnow() {
        said.add(closed(GONE, OrderRole.EXIT));
        assertThat(audit().everyEndHasItsEvidence()).hasSize(1);
        assertThat(audit().everyOrderEndsOnceOrRests()).hasSize(1);
    }

    @Test
    void anOrderThatWasGivenUpAndLives() {
        orders.add(order(3, GONE, "SELL", 1, 1));
        assertThat(audit().everyEndHasItsEvidence()).hasSize(1);
    }

    @Test
    void anOrderThatWasCalledNotSentAndLives() {
        orders.add(order(3, GONE, "SELL", 1, 1));
        said.removeIf(OrderRejected.class::isInstance);
        said.add(new OrderNotSent(MAIN, GONE, PERMIT, BTC, OrderRole.EXIT, "test", T));
        assertThat(audit().everyEndHasItsEvidence()).hasSize(1);
    }

    @Test
    void anOrderOfWhichNobodyToldTheEnd() {
        said.removeIf(OrderRejected.class::isInstance);
        assertThat(audit().everyOrderEndsOnceOrRests()).hasSize(1);
    }

    @Test
    void aVerdictThatWasNeverAnswered() {
        var audit = new CrashAudit(audit().venue(), said, Set.of(ENTRY, GONE.leg("x")));
        assertThat(audit.everyOrderEndsOnceOrRests()).hasSize(1);
    }

    @Test
    void aPositionThatWasSoldTwice() {
        orders.add(order(3, GONE, "SELL", 6, 6));
        trades.add(trade(3, 3, false, "1", 6));
        assertThat(audit().nothingIsSoldTwice()).hasSize(1);
    }

    @Test
    void measuresTheTimeWithoutProtection() {
        var spans = BareSpans.of(audit().venue(), BigDecimal.ONE, T.plusSeconds(60));

        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().length()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aStopThatRestsMeanwhileProtects() {
        orders.add(order(3, ENTRY.leg("stop-loss"), "SELL", 0, 4));
        var spans = BareSpans.of(audit().venue(), BigDecimal.ONE, T.plusSeconds(60));

        assertThat(spans.getFirst().length()).isEqualTo(Duration.ofSeconds(1));
    }

    private CrashAudit audit() {
        return new CrashAudit(
                new VenueBook(orders, trades, Map.of("USDT", new BigDecimal("1000"))),
                said,
                Set.of(ENTRY));
    }

    private static VenueBook.Order order(long number, OrderId id, String side, int begin, int end) {
        return new VenueBook.Order(
                number,
                id,
                "BTCUSDT",
                side,
                "MARKET",
                "FILLED",
                BigDecimal.ONE,
                T.plusSeconds(begin),
                T.plusSeconds(end));
    }

    private static VenueBook.Trade trade(
            long id, long order, boolean buys, String quantity, int at) {
        return new VenueBook.Trade(
                id,
                order,
                "BTCUSDT",
                buys,
                new BigDecimal("100"),
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                "BNB",
                T.plusSeconds(at));
    }

    private static OrderIntended intended(OrderId id, OrderRole role) {
        return new OrderIntended(
                MAIN, id, PERMIT, BTC, role, Side.BUY, Quantity.of("1"), null, null, T);
    }

    private static OrderClosed closed(OrderId id, OrderRole role) {
        return new OrderClosed(
                MAIN,
                id,
                BTC,
                role,
                OrderClosed.Outcome.FILLED,
                Quantity.of("1"),
                Money.of("100"),
                "test",
                T);
    }

    private static Fill fill(OrderId id, OrderRole role, Side side, long trade) {
        return new Fill(
                MAIN,
                id,
                PERMIT,
                BTC,
                role,
                side,
                Price.of("100"),
                Quantity.of("1"),
                BigDecimal.ZERO,
                new Asset("BNB"),
                Long.toString(trade),
                trade,
                false,
                T);
    }
}

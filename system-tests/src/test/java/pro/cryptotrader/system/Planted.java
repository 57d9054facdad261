package pro.cryptotrader.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

/** A small world in which everything agrees, for tests to plant one mistake in. */
final class Planted {
    static final AccountId ACCOUNT = new AccountId("main");
    static final Symbol BTC = Symbol.of("BTC/USDT");
    static final Instant AT = Instant.parse("2025-01-01T00:00:00Z");
    static final UUID PERMIT = UUID.fromString("00000000-0000-5000-8000-000000000001");
    static final OrderId ENTRY = OrderId.from(PERMIT, "entry");
    static final OrderId STOP = ENTRY.leg("stop-loss");
    static final OrderId TARGET = ENTRY.leg("take-profit");
    static final Protection PROTECTION = new Protection(Price.of("49500"), Price.of("51000"));

    private Planted() {}

    /**
     * 10,000 USDT came in, 0.01 BTC was bought at 50,000 for 0.1 % commission, and is protected.
     */
    static List<Envelope<?>> events() {
        var events = new ArrayList<Envelope<?>>();
        events.add(
                event(
                        "instrument",
                        new InstrumentListed(
                                new Instrument(
                                        BTC,
                                        new BigDecimal("0.01"),
                                        new BigDecimal("0.00001"),
                                        Quantity.of("0.00001"),
                                        Quantity.of("9000"),
                                        Money.of("5"),
                                        true),
                                AT)));
        events.add(
                event(
                        "opening",
                        new FillEvent.FundsChanged(
                                ACCOUNT,
                                new Asset("USDT"),
                                new BigDecimal("10000"),
                                FillEvent.FundsChanged.Cause.OPENING,
                                AT)));
        events.add(new Envelope<>(PERMIT, "risk-service", AT, null, PERMIT, approved("0.01")));
        events.add(intended(ENTRY, OrderRole.ENTRY, Side.BUY, "0.01"));
        events.add(intended(STOP, OrderRole.STOP_LOSS, Side.SELL, "0.00999"));
        events.add(intended(TARGET, OrderRole.TAKE_PROFIT, Side.SELL, "0.00999"));
        events.add(accepted(ENTRY, OrderRole.ENTRY, "1"));
        events.add(accepted(STOP, OrderRole.STOP_LOSS, "2"));
        events.add(accepted(TARGET, OrderRole.TAKE_PROFIT, "3"));
        events.add(event("fill", fill(PERMIT, "0.01", "0.00001")));
        events.add(event("closed", closed(OrderEvent.OrderClosed.Outcome.FILLED)));
        events.add(event("position", position("0.00999")));
        events.add(event("state", state("9500", "0.00999")));
        return events;
    }

    /** The venue's side of the same. */
    static VenueBook book() {
        return book("0.00999", "NEW");
    }

    static VenueBook book(String stopQuantity, String targetStatus) {
        return new VenueBook(
                new TreeMap<>(
                        Map.of(
                                "USDT", new BigDecimal("9500.00000000"),
                                "BTC", new BigDecimal("0.00999000"))),
                List.of(
                        order("1", ENTRY, "BUY", "LIMIT", "FILLED", "0.01", "50100", "0.01"),
                        order("2", STOP, "SELL", "STOP_LOSS", "NEW", stopQuantity, "0", "0"),
                        order(
                                "3",
                                TARGET,
                                "SELL",
                                "LIMIT_MAKER",
                                targetStatus,
                                "0.00999",
                                "51000",
                                "0")),
                List.of(trade(7)));
    }

    static VenueBook.Trade trade(long id) {
        return new VenueBook.Trade(
                "BTCUSDT",
                id,
                "1",
                "BUY",
                new BigDecimal("50000.00"),
                new BigDecimal("0.01000000"),
                new BigDecimal("0.00001000"),
                "BTC");
    }

    static VenueBook.Order order(
            String id,
            OrderId orderId,
            String side,
            String type,
            String status,
            String quantity,
            String price,
            String executed) {
        return new VenueBook.Order(
                id,
                orderId.clientOrderId(),
                "BTCUSDT",
                side,
                type,
                status,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(executed),
                AT);
    }

    static <E extends Event> Envelope<E> event(String name, E event) {
        return Envelope.root(OrderId.from(PERMIT, name).value(), "test", AT, event);
    }

    static RiskVerdict.Approved approved(String quantity) {
        return new RiskVerdict.Approved(
                ACCOUNT,
                PERMIT,
                ENTRY,
                BTC,
                Side.BUY,
                Quantity.of(quantity),
                Price.of("50000"),
                Price.of("50100"),
                PROTECTION,
                AT,
                1,
                1,
                List.of());
    }

    static Envelope<?> intended(OrderId order, OrderRole role, Side side, String quantity) {
        return event(
                "intended" + order,
                new OrderEvent.OrderIntended(
                        ACCOUNT,
                        order,
                        PERMIT,
                        BTC,
                        role,
                        side,
                        Quantity.of(quantity),
                        null,
                        null,
                        AT));
    }

    static Envelope<?> accepted(OrderId order, OrderRole role, String venueId) {
        return event(
                "accepted" + order,
                new OrderEvent.OrderAccepted(ACCOUNT, order, BTC, role, venueId, AT));
    }

    static OrderEvent.OrderClosed closed(OrderEvent.OrderClosed.Outcome outcome) {
        return new OrderEvent.OrderClosed(
                ACCOUNT,
                ENTRY,
                BTC,
                OrderRole.ENTRY,
                outcome,
                Quantity.of("0.01"),
                Money.of("500"),
                "executionReport 1",
                AT);
    }

    static FillEvent.Fill fill(UUID permit, String quantity, String commission) {
        return new FillEvent.Fill(
                ACCOUNT,
                ENTRY,
                permit,
                BTC,
                OrderRole.ENTRY,
                Side.BUY,
                Price.of("50000"),
                Quantity.of(quantity),
                new BigDecimal(commission),
                new Asset("BTC"),
                "1",
                7,
                false,
                AT);
    }

    static PositionChanged position(String quantity) {
        return new PositionChanged(
                ACCOUNT,
                BTC,
                1,
                PositionChanged.Status.OPEN,
                Quantity.of(quantity),
                Price.of("50050.05005005"),
                Money.of("500"),
                Price.of("50000"),
                Money.of("-0.5"),
                Money.ZERO,
                PROTECTION,
                false,
                AT,
                null,
                null,
                AT);
    }

    static AccountStateChanged state(String cash, String btc) {
        return new AccountStateChanged(
                ACCOUNT,
                new Asset("USDT"),
                new TreeMap<>(
                        Map.of(
                                new Asset("USDT"), new BigDecimal(cash),
                                new Asset("BTC"), new BigDecimal(btc))),
                Money.of(cash),
                Money.of("9999.5"),
                Money.of("10000"),
                Money.of("10000"),
                Money.of("10000"),
                Money.of("10000"),
                Money.ZERO,
                new BigDecimal("0.005"),
                1,
                AT);
    }
}

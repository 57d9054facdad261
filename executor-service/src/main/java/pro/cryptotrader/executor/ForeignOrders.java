package pro.cryptotrader.executor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ForeignOrderSeen;
import pro.cryptotrader.contracts.event.ForeignOrderSeen.Origin;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.executor.outbound.ForeignOrderRows;
import pro.cryptotrader.executor.outbound.VenueReports;
import pro.cryptotrader.messaging.Outbox;

/** Orders that are none of ours: told whenever they change, and otherwise left alone. */
@ApplicationScoped
public class ForeignOrders {
    /** What Binance's own pages and apps put before the names of their orders. */
    private static final Pattern BY_HAND =
            Pattern.compile("(web|ios|and|android|electron|mac|pc)_.*");

    private final ForeignOrderRows rows;
    private final Outbox outbox;
    private final Fence fence;

    ForeignOrders(ForeignOrderRows rows, Outbox outbox, Fence fence) {
        this.rows = rows;
        this.outbox = outbox;
        this.fence = fence;
    }

    /** Tells it, unless just this was told before. */
    @Transactional
    public void seen(AccountId account, VenueOrder order) {
        fence.hold();
        var event =
                new ForeignOrderSeen(
                        account,
                        order.symbol(),
                        Long.toString(order.orderId()),
                        order.clientOrderId(),
                        origin(order.clientOrderId()),
                        Side.valueOf(order.side()),
                        order.type(),
                        order.status(),
                        new Quantity(order.quantity()),
                        new Quantity(order.executed()),
                        order.at());
        if (!rows.save(event)) {
            return;
        }
        var name =
                "foreign-order|%s|%s|%s|%s|%s"
                        .formatted(
                                account,
                                order.symbol(),
                                event.venueOrderId(),
                                event.status(),
                                event.executed());
        var log =
                new TradingLog(
                        account,
                        TradingLog.Level.WARNING,
                        Announcements.SOURCE,
                        "An order that is not ours is %s at the venue: %s %s %s of %s"
                                .formatted(
                                        order.status(),
                                        order.side(),
                                        order.type(),
                                        order.quantity().toPlainString(),
                                        order.symbol()),
                        Map.of("origin", event.origin().name()),
                        order.at());
        outbox.append(List.of(told(name, order.at(), event), told(name + "|log", order.at(), log)));
    }

    private static Envelope<Event> told(String name, Instant at, Event event) {
        return Envelope.root(DeterministicId.root(name), Announcements.SOURCE, at, event);
    }

    static Origin origin(String clientOrderId) {
        if (BY_HAND.matcher(clientOrderId).matches()) {
            return Origin.PERSON;
        }
        return VenueReports.orderId(clientOrderId) == null ? Origin.PROGRAM : Origin.LIKE_OURS;
    }
}

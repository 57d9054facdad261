package pro.cryptotrader.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.wire.Envelope;

/** Compares what the platform says about its orders and fills with what the venue has. */
final class VenueAudit {
    private final VenueBook venue;
    private final List<? extends Envelope<?>> events;
    private final List<String> findings = new ArrayList<>();

    private VenueAudit(VenueBook venue, List<? extends Envelope<?>> events) {
        this.venue = venue;
        this.events = events;
    }

    /**
     * Everything that does not agree, one sentence each; empty when all is well.
     *
     * @param events all messages of the topics {@code risk.verdicts}, {@code position.exits},
     *     {@code orders} and {@code fills}
     */
    static List<String> findings(VenueBook venue, List<? extends Envelope<?>> events) {
        var audit = new VenueAudit(venue, events);
        audit.purchases();
        audit.doubledOrders();
        audit.orders();
        audit.endings();
        audit.fills();
        audit.permits();
        return audit.findings;
    }

    /** No purchase without an approving verdict, and each within its verdict. */
    private void purchases() {
        var approved = new HashMap<String, RiskVerdict.Approved>();
        for (var verdict : Envelopes.of(RiskVerdict.Approved.class, events)) {
            if (verdict.data().side() == Side.BUY) {
                approved.put(verdict.data().orderId().clientOrderId(), verdict.data());
            }
        }
        for (var order : venue.orders()) {
            if (!order.isBuy()) {
                continue;
            }
            var verdict = approved.get(order.clientOrderId());
            if (verdict == null) {
                findings.add(
                        "the venue has the purchase %s, which no verdict approves"
                                .formatted(order));
                continue;
            }
            var worst = verdict.worstPrice();
            if (!order.symbol().equals(verdict.symbol().venueName())
                    || order.quantity().compareTo(verdict.quantity().value()) > 0
                    || (worst != null && order.price().compareTo(worst.value()) > 0)) {
                findings.add(
                        "the purchase %s is not within its verdict %s".formatted(order, verdict));
            }
        }
    }

    private void doubledOrders() {
        venue.orders().stream()
                .collect(Collectors.groupingBy(VenueBook.Order::clientOrderId))
                .forEach((id, orders) -> {
                    if (orders.size() > 1) {
                        findings.add("the venue accepted %s %d times".formatted(id, orders.size()));
                    }
                });
    }

    /** Every order at the venue is known, and every order said to be accepted is there. */
    private void orders() {
        var known = new HashSet<String>();
        for (var intent : Envelopes.of(OrderEvent.OrderIntended.class, events)) {
            known.add(intent.data().orderId().clientOrderId());
        }
        var there = byClientId();
        for (var order : venue.orders()) {
            if (!known.contains(order.clientOrderId())) {
                findings.add("the venue has %s, which was never intended".formatted(order));
            }
        }
        for (var accepted : Envelopes.of(OrderEvent.OrderAccepted.class, events)) {
            var order = there.get(accepted.data().orderId().clientOrderId());
            if (order == null || !order.id().equals(accepted.data().venueOrderId())) {
                findings.add("%s, but the venue has %s".formatted(accepted.data(), order));
            }
        }
        Stream.concat(
                        Envelopes.of(OrderEvent.OrderNotSent.class, events).stream(),
                        Envelopes.of(OrderEvent.OrderRejected.class, events).stream())
                .filter(refused -> there.containsKey(refused.data().orderId().clientOrderId()))
                .forEach(refused ->
                        findings.add("%s, yet the venue has it".formatted(refused.data())));
    }

    /** Exactly one end per ended order, the venue's, and none for a living one. */
    private void endings() {
        var ends =
                Envelopes.of(OrderEvent.OrderClosed.class, events).stream()
                        .collect(
                                Collectors.groupingBy(end -> end.data().orderId().clientOrderId()));
        for (var order : venue.orders()) {
            var told = ends.getOrDefault(order.clientOrderId(), List.of());
            if (told.size() != (order.isOpen() ? 0 : 1)) {
                findings.add("%s has %d ends on the topic: %s".formatted(order, told.size(), told));
            }
            told.stream()
                    .map(Envelope::data)
                    .filter(end ->
                            !end.outcome().name().equals(order.status())
                                    || !same(end.executed().value(), order.executed()))
                    .forEach(end -> findings.add("%s, but the venue has %s".formatted(end, order)));
        }
        var there = byClientId();
        ends.keySet().stream()
                .filter(id -> !there.containsKey(id))
                .forEach(id -> findings.add("%s ended, but the venue never had it".formatted(id)));
    }

    /** The fills are the venue's trades, one to one, to the last digit. */
    private void fills() {
        var trades = new TreeMap<String, VenueBook.Trade>();
        venue.trades().forEach(trade -> trades.put(trade.symbol() + "#" + trade.id(), trade));
        var told = new HashSet<String>();
        for (var envelope : Envelopes.of(FillEvent.Fill.class, events)) {
            var fill = envelope.data();
            var name = fill.symbol().venueName() + "#" + fill.tradeId();
            var trade = trades.get(name);
            if (!told.add(name)) {
                findings.add(
                        "the trade %s was told twice, the second time as %s".formatted(name, fill));
            } else if (trade == null) {
                findings.add("%s, but the venue has no trade %s".formatted(fill, name));
            } else if (!agree(fill, trade)) {
                findings.add("%s, but the venue has %s".formatted(fill, trade));
            }
        }
        trades.forEach((name, trade) -> {
            if (!told.contains(name)) {
                findings.add("the venue has %s, which is not among the fills".formatted(trade));
            }
        });
    }

    private static boolean agree(FillEvent.Fill fill, VenueBook.Trade trade) {
        return fill.venueOrderId().equals(trade.orderId())
                && fill.side().name().equals(trade.side())
                && same(fill.price().value(), trade.price())
                && same(fill.quantity().value(), trade.quantity())
                && same(fill.commission(), trade.commission())
                && (trade.commission().signum() == 0
                        || fill.commissionAsset().code().equals(trade.commissionAsset()));
    }

    /** Behind every fill stands a verdict or an exit request that was really given. */
    private void permits() {
        Set<UUID> given =
                Stream.concat(
                                Envelopes.of(RiskVerdict.Approved.class, events).stream(),
                                Envelopes.of(ExitRequested.class, events).stream())
                        .map(Envelope::id)
                        .collect(Collectors.toSet());
        for (var fill : Envelopes.of(FillEvent.Fill.class, events)) {
            if (!given.contains(fill.data().permit())) {
                findings.add("nobody gave the permit of %s".formatted(fill.data()));
            }
        }
    }

    private Map<String, VenueBook.Order> byClientId() {
        return venue.orders().stream()
                .collect(
                        Collectors.toMap(
                                VenueBook.Order::clientOrderId,
                                Function.identity(),
                                (first, second) -> first));
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}

package pro.cryptotrader.executor.crash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderRejected;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;

/**
 * Compares what the executor has said with what the venue's books say, once everything has settled.
 * Each check returns what it found wrong; nothing found means nothing wrong.
 *
 * @param said every event on the log, each id once, in order
 * @param verdicts the orders that verdicts have allowed
 */
record CrashAudit(VenueBook venue, List<Event> said, Set<OrderId> verdicts) {
    private static final BigDecimal EQUAL = new BigDecimal("0.00000001");

    CrashAudit {
        said = List.copyOf(said);
        verdicts = Set.copyOf(verdicts);
    }

    /** All of them. */
    List<String> findings() {
        return byCheck().values().stream().flatMap(List::stream).toList();
    }

    /** What each check found, by its name. */
    Map<String, List<String>> byCheck() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("at most one order per verdict", atMostOneOrderPerVerdict());
        all.put("every accepted order is known", everyAcceptedOrderIsKnown());
        all.put("fills are the venue's", fillsAreTheVenues());
        all.put("funds are the venue's", fundsAreTheVenues());
        all.put("every end has its evidence", everyEndHasItsEvidence());
        all.put("every order ends once or rests", everyOrderEndsOnceOrRests());
        all.put("nothing is sold twice", nothingIsSoldTwice());
        return all;
    }

    List<String> atMostOneOrderPerVerdict() {
        var findings = new ArrayList<String>();
        var seen = new HashSet<OrderId>();
        for (var order : venue.ours()) {
            var id = order.id();
            if (id != null && !seen.add(id)) {
                findings.add("accepted twice: " + order);
            }
            if (order.buys() && !verdicts.contains(id)) {
                findings.add("bought without a verdict: " + order);
            }
        }
        return findings;
    }

    List<String> everyAcceptedOrderIsKnown() {
        var known =
                of(OrderAccepted.class).stream()
                        .map(OrderAccepted::orderId)
                        .collect(Collectors.toSet());
        return venue.ours().stream()
                .filter(order -> !known.contains(order.id()))
                .map(order -> "accepted by the venue and not known: " + order)
                .toList();
    }

    List<String> fillsAreTheVenues() {
        var ours = venue.ours().stream().map(VenueBook.Order::number).collect(Collectors.toSet());
        var there =
                venue.trades().stream()
                        .filter(trade -> ours.contains(trade.order()))
                        .map(trade ->
                                "%s %d %s %s at %s, fee %s %s"
                                        .formatted(
                                                trade.symbol(),
                                                trade.id(),
                                                trade.buys() ? Side.BUY : Side.SELL,
                                                plain(trade.quantity()),
                                                plain(trade.price()),
                                                plain(trade.commission()),
                                                trade.commissionAsset()))
                        .toList();
        var here =
                of(Fill.class).stream()
                        .map(fill ->
                                "%s %d %s %s at %s, fee %s %s"
                                        .formatted(
                                                fill.symbol().venueName(),
                                                fill.tradeId(),
                                                fill.side(),
                                                plain(fill.quantity().value()),
                                                plain(fill.price().value()),
                                                plain(fill.commission()),
                                                fill.commissionAsset().code()))
                        .toList();
        var findings = new ArrayList<String>();
        var rest = new ArrayList<>(here);
        for (var trade : there) {
            if (!rest.remove(trade)) {
                findings.add("a trade that the log does not have: " + trade);
            }
        }
        rest.forEach(fill -> findings.add("a fill that the venue does not have: " + fill));
        return findings;
    }

    List<String> fundsAreTheVenues() {
        var total = new HashMap<String, BigDecimal>();
        for (var event : said) {
            switch (event) {
                case FundsChanged change -> add(total, change.asset().code(), change.delta());
                case Fill fill -> {
                    var sign = fill.side() == Side.BUY ? BigDecimal.ONE : BigDecimal.ONE.negate();
                    var base = fill.quantity().value().multiply(sign);
                    var quote = fill.price().times(fill.quantity()).value().multiply(sign);
                    add(total, fill.symbol().base().code(), base);
                    add(total, fill.symbol().quote().code(), quote.negate());
                    add(total, fill.commissionAsset().code(), fill.commission().negate());
                }
                default -> {}
            }
        }
        var assets = new TreeSet<>(total.keySet());
        assets.addAll(venue.balances().keySet());
        var findings = new ArrayList<String>();
        for (var asset : assets) {
            var told = total.getOrDefault(asset, BigDecimal.ZERO);
            var there = venue.balances().getOrDefault(asset, BigDecimal.ZERO);
            if (told.subtract(there).abs().compareTo(EQUAL) > 0) {
                findings.add(
                        "%s: told %s, the venue has %s"
                                .formatted(asset, plain(told), plain(there)));
            }
        }
        return findings;
    }

    List<String> everyEndHasItsEvidence() {
        var findings = new ArrayList<String>();
        for (var event : said) {
            var order = event instanceof OrderEvent about ? venueOrder(about.orderId()) : null;
            switch (event) {
                case OrderClosed closed when order == null ->
                        findings.add("closed, and the venue has no such order: " + closed);
                case OrderClosed closed
                        when order != null && (order.isOpen() || isLess(closed, order)) ->
                        findings.add(
                                "closed, and the venue says otherwise: " + closed + " " + order);
                case OrderRejected rejected
                        when order != null && !order.status().equals("REJECTED") ->
                        findings.add("rejected, and the venue has it: " + rejected + " " + order);
                case OrderNotSent held when order != null ->
                        findings.add("not sent, and the venue has it: " + held + " " + order);
                default -> {}
            }
        }
        return findings;
    }

    /** An earlier word may be corrected by a later one; the last one counts. */
    private boolean isLess(OrderClosed closed, VenueBook.Order order) {
        var last =
                of(OrderClosed.class).stream()
                        .filter(each -> each.orderId().equals(closed.orderId()))
                        .reduce((_, later) -> later)
                        .orElse(closed);
        return last.executed().value().compareTo(order.executed()) != 0;
    }

    List<String> everyOrderEndsOnceOrRests() {
        var ends = new HashMap<OrderId, Set<String>>();
        for (var event : said) {
            switch (event) {
                case OrderClosed closed -> end(ends, closed.orderId(), "closed");
                case OrderRejected rejected -> end(ends, rejected.orderId(), "rejected");
                case OrderNotSent held -> end(ends, held.orderId(), "not sent");
                default -> {}
            }
        }
        var findings = new ArrayList<String>();
        for (var intended : of(OrderIntended.class)) {
            var order = venueOrder(intended.orderId());
            var its = ends.getOrDefault(intended.orderId(), Set.of());
            if (its.size() > 1) {
                findings.add("ended in two ways, " + its + ": " + intended);
            }
            if (its.isEmpty() && (order == null || !order.isOpen())) {
                findings.add("over, and nobody said so: " + intended);
            }
        }
        for (var verdict : verdicts) {
            if (of(OrderEvent.class).stream().noneMatch(each -> each.orderId().equals(verdict))) {
                findings.add("a verdict that was never answered: " + verdict);
            }
        }
        return findings;
    }

    /** Of what our purchases brought, never more is sold by us than there was. */
    List<String> nothingIsSoldTwice() {
        var held = new HashMap<String, BigDecimal>();
        var findings = new ArrayList<String>();
        var ours = venue.ours().stream().map(VenueBook.Order::number).collect(Collectors.toSet());
        for (var trade : venue.trades()) {
            if (!ours.contains(trade.order())) {
                continue;
            }
            add(held, trade.symbol(), trade.buys() ? trade.quantity() : trade.quantity().negate());
            if (trade.buys() && trade.symbol().startsWith(trade.commissionAsset())) {
                add(held, trade.symbol(), trade.commission().negate());
            }
            if (held.getOrDefault(trade.symbol(), BigDecimal.ZERO).signum() < 0) {
                findings.add("sold more than was bought: " + trade);
            }
        }
        var exits =
                of(OrderIntended.class).stream()
                        .filter(each -> each.role() == OrderRole.EXIT)
                        .map(OrderIntended::orderId)
                        .toList();
        if (exits.size() != new HashSet<>(exits).size()) {
            findings.add("the same sale was intended twice");
        }
        return findings;
    }

    private VenueBook.@Nullable Order venueOrder(OrderId id) {
        return venue.ours().stream()
                .filter(order -> id.equals(order.id()))
                .findFirst()
                .orElse(null);
    }

    private <E extends Event> List<E> of(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void end(Map<OrderId, Set<String>> ends, OrderId id, String how) {
        ends.computeIfAbsent(id, _ -> new TreeSet<>()).add(how);
    }

    private static void add(Map<String, BigDecimal> totals, String name, BigDecimal amount) {
        totals.merge(name, amount, BigDecimal::add);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}

package pro.cryptotrader.executor.crash;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The time in which something that we bought was held and no sale of ours rested, by the venue's
 * books and clock.
 */
final class BareSpans {
    private BareSpans() {}

    /** One such time. */
    record Span(String symbol, Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    /**
     * All of them, longest first.
     *
     * @param dust what is worth less than this in the quote asset counts as nothing
     */
    static List<Span> of(VenueBook venue, BigDecimal dust, Instant now) {
        var symbols =
                venue.orders().stream()
                        .map(VenueBook.Order::symbol)
                        .collect(Collectors.toCollection(TreeSet::new));
        var spans = new ArrayList<Span>();
        symbols.forEach(symbol -> spans.addAll(of(venue, symbol, dust, now)));
        spans.sort(Comparator.comparing(Span::length).reversed());
        return spans;
    }

    private static List<Span> of(VenueBook venue, String symbol, BigDecimal dust, Instant now) {
        var ours =
                venue.ours().stream()
                        .filter(order -> order.symbol().equals(symbol))
                        .collect(Collectors.toMap(VenueBook.Order::number, order -> order));
        var moments = new TreeSet<Instant>();
        moments.add(now);
        var moved = new HashMap<Instant, BigDecimal>();
        var price = BigDecimal.ZERO;
        for (var trade : venue.trades()) {
            if (ours.containsKey(trade.order())) {
                var base =
                        trade.buys()
                                ? trade.quantity()
                                        .subtract(
                                                symbol.startsWith(trade.commissionAsset())
                                                        ? trade.commission()
                                                        : BigDecimal.ZERO)
                                : trade.quantity().negate();
                moved.merge(trade.at(), base, BigDecimal::add);
                moments.add(trade.at());
                price = trade.price();
            }
        }
        var sales = ours.values().stream().filter(order -> !order.buys()).toList();
        for (var sale : sales) {
            moments.add(sale.begin());
            moments.add(sale.end());
        }
        return walk(symbol, moments, moved, sales, price, dust);
    }

    private static List<Span> walk(
            String symbol,
            NavigableSet<Instant> moments,
            Map<Instant, BigDecimal> moved,
            List<VenueBook.Order> sales,
            BigDecimal price,
            BigDecimal dust) {
        var spans = new ArrayList<Span>();
        var held = BigDecimal.ZERO;
        for (var from : moments) {
            held = held.add(moved.getOrDefault(from, BigDecimal.ZERO));
            var to = moments.higher(from);
            if (to == null || held.multiply(price).compareTo(dust) < 0) {
                continue;
            }
            var covered =
                    sales.stream()
                            .anyMatch(sale ->
                                    !sale.begin().isAfter(from)
                                            && (sale.isOpen() || !sale.end().isBefore(to)));
            if (covered) {
                continue;
            }
            var last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && last.to().equals(from)) {
                spans.set(spans.size() - 1, new Span(symbol, last.from(), to));
            } else {
                spans.add(new Span(symbol, from, to));
            }
        }
        return spans;
    }
}

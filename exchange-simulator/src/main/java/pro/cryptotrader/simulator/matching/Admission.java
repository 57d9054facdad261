package pro.cryptotrader.simulator.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import pro.cryptotrader.simulator.matching.Filter.Count;

/** Every reason to refuse orders before they exist, in the order in which they are looked for. */
final class Admission {
    private final VenueState state;
    private final Rules rules;

    Admission(VenueState state, Rules rules) {
        this.state = state;
        this.rules = rules;
    }

    /** A single order. */
    void admit(String account, OrderTerms terms, Pit pit, long time) {
        checkRoute(terms, pit);
        checkOrder(terms, terms, pit, time);
        checkCounts(account, List.of(terms), 0, pit);
        checkOpen(pit);
        checkAbilities(terms, pit.instrument());
        checkDuplicates(account, List.of(terms));
        checkMarket(terms, pit.book());
    }

    /** An order list; the working order comes first where there is one. */
    void admit(
            String account,
            ListKind kind,
            String clientListId,
            List<OrderTerms> orders,
            Pit pit,
            long time) {
        var working = orders.getFirst();
        ListShape.check(kind, orders);
        for (var terms : orders) {
            var later = kind.sellsProceeds() && !terms.equals(working);
            checkOrder(terms, later ? terms.withQuantity(working.quantity()) : terms, pit, time);
        }
        checkCounts(account, orders, 1, pit);
        checkOpen(pit);
        if (!pit.instrument().abilities().allows(kind)) {
            throw Refusal.engine(
                    kind.sellsProceeds() && !pit.instrument().abilities().opo()
                            ? "OPO orders are not supported for this symbol."
                            : kind == ListKind.OCO
                                    ? "OCO orders are not supported for this symbol"
                                    : kind + " orders are not supported for this symbol.");
        }
        orders.forEach(terms -> checkAbilities(terms, pit.instrument()));
        checkDuplicates(account, orders);
        if (state.list(account, clientListId).filter(list -> !list.done()).isPresent()) {
            throw Refusal.engine("Duplicate order sent.");
        }
        if (kind == ListKind.OCO) {
            ListShape.checkPrices(orders, pit.book().last());
            orders.forEach(leg -> checkMarket(leg, pit.book()));
        } else {
            checkMarket(working, pit.book());
        }
        if (orders.size() == 3) {
            // The market may be elsewhere by the time the pair is placed: only its own order is
            // known now.
            ListShape.checkPrices(orders.subList(1, 3), 0);
        }
    }

    /** The order must not do at once what its type promises not to do at once. */
    void checkMarket(OrderTerms terms, Book book) {
        if (terms.type().conditional() && terms.stopMetBy(book.last())) {
            throw Refusal.engine("Order would trigger immediately.");
        }
        if (terms.type() == OrderType.LIMIT_MAKER && book.crosses(terms.side(), terms.price())) {
            throw Refusal.engine("Order would immediately match and take.");
        }
    }

    /** Every filter that looks at the order alone. */
    void checkFilters(OrderTerms terms, Pit pit, long time) {
        for (var filter : pit.instrument().filters()) {
            if (!filter.admits(terms, minutes -> pit.average(minutes, time))) {
                throw Refusal.filter(filter.name());
            }
        }
    }

    private void checkOrder(OrderTerms terms, OrderTerms sized, Pit pit, long time) {
        if (!pit.book().open()) {
            throw new Refusal(-1112, "No orders on book for symbol.");
        }
        if (!pit.instrument().abilities().allowedStp().contains(terms.stpMode())
                && terms.stpMode() != pit.instrument().abilities().defaultStp()) {
            throw new Refusal(
                    -1013, "This symbol does not allow the specified self-trade prevention mode.");
        }
        checkFilters(sized, pit, time);
        checkAssets(sized, pit);
    }

    private void checkAssets(OrderTerms terms, Pit pit) {
        if (rules.assetLimits().isEmpty()) {
            return;
        }
        var instrument = pit.instrument();
        var notional =
                terms.quoteQuantity() > 0
                        ? terms.quoteQuantity()
                        : Amounts.multiply(
                                terms.type() == OrderType.MARKET
                                        ? pit.book().last()
                                        : terms.worstPrice(pit.book().last()),
                                terms.quantity());
        var baseLimit = rules.assetLimits().getOrDefault(instrument.base(), Long.MAX_VALUE);
        var quoteLimit = rules.assetLimits().getOrDefault(instrument.quote(), Long.MAX_VALUE);
        if (terms.quantity() > baseLimit || notional > quoteLimit) {
            throw Refusal.filter("MAX_ASSET");
        }
    }

    private void checkCounts(String account, List<OrderTerms> added, int lists, Pit pit) {
        var more = new Count(0, 0, 0, lists);
        var bought = 0L;
        for (var terms : added) {
            more = more.plus(Count.of(terms));
            bought = Math.max(bought, terms.side() == Side.BUY ? terms.quantity() : 0);
        }
        var symbol = pit.symbol();
        var load =
                new Filter.Load(
                        state.desks().count(account, symbol).plus(more),
                        state.desks().total(account).plus(more),
                        bought == 0 ? 0 : position(account, pit, bought));
        checkLoad(pit.instrument().filters(), load, more);
        checkLoad(rules.exchangeFilters(), load, more);
    }

    /** A limit of something that the new orders have none of does not concern them. */
    private static void checkLoad(List<Filter> filters, Filter.Load load, Count more) {
        for (var filter : filters) {
            if (concerns(filter, more) && !filter.admits(load)) {
                throw Refusal.filter(filter.name());
            }
        }
    }

    private static boolean concerns(Filter filter, Count more) {
        return switch (filter) {
            case Filter.MaxNum limit -> limit.kind().of(more) > 0;
            case Filter.ExchangeMaxNum limit -> limit.kind().of(more) > 0;
            default -> true;
        };
    }

    private long position(String account, Pit pit, long bought) {
        var holding = state.holding(account, pit.instrument().base());
        var held = Math.addExact(holding.free(), holding.locked());
        var open = state.desks().buying(account, pit.symbol());
        try {
            return Math.addExact(Math.addExact(held, open), bought);
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private void checkOpen(Pit pit) {
        if (!state.status(pit.symbol()).takesOrders()) {
            throw Refusal.engine("Market is closed.");
        }
        if (!pit.instrument().standing().permitted()) {
            throw Refusal.engine("This symbol is not permitted for this account.");
        }
    }

    private static void checkRoute(OrderTerms terms, Pit pit) {
        if (terms.sor() && !pit.routes()) {
            throw new Refusal(-1020, "This operation is not supported.");
        }
    }

    private static void checkAbilities(OrderTerms terms, Instrument instrument) {
        var abilities = instrument.abilities();
        if (!abilities.orderTypes().contains(terms.type())) {
            var words = terms.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            throw unsupported(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
        if (terms.trailing() && !abilities.trailingStop()) {
            throw unsupported("Trailing stop");
        }
        if (terms.iceberg() && !abilities.iceberg()) {
            throw unsupported("Iceberg");
        }
        if (terms.quoteQuantity() > 0 && !abilities.quoteOrderQuantity()) {
            throw Refusal.engine("Quote order qty market orders are not support for this symbol.");
        }
        if (terms.iceberg() && (!terms.type().priced() || terms.timeInForce() != TimeInForce.GTC)) {
            throw Refusal.engine("Unsupported order combination");
        }
        if (terms.iceberg() && terms.icebergQuantity() > terms.quantity()) {
            throw Refusal.engine("IcebergQty exceeds QTY.");
        }
        if (terms.limited()
                && terms.quantity() > 0
                && Amounts.multiply(terms.price(), terms.quantity()) == 0) {
            throw Refusal.engine("Price * QTY is zero or less.");
        }
    }

    private static Refusal unsupported(String what) {
        return Refusal.engine(what + " orders are not supported for this symbol.");
    }

    private void checkDuplicates(String account, List<OrderTerms> added) {
        var seen = new HashSet<String>();
        for (var terms : added) {
            var id = terms.clientOrderId();
            var used = state.order(account, id);
            if (!seen.add(id)
                    || used.filter(order -> !rules.clientIds().free(order.status())).isPresent()) {
                throw Refusal.engine("Duplicate order sent.");
            }
        }
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.HashSet;
import java.util.List;

/** Every reason to refuse an order before it exists, in the order in which they are looked for. */
final class Admission {
    private static final int MAX_ORDER_LISTS = 20;
    private static final long MULTIPLIER_UP = 5;
    private static final long MULTIPLIER_DOWN = 5;

    private final VenueState state;

    Admission(VenueState state) {
        this.state = state;
    }

    /** A single order, or a working one. */
    void admit(String account, OrderTerms terms, Instrument instrument, Book book) {
        checkTerms(terms, instrument, book);
        checkCounts(account, List.of(terms), instrument);
        checkDuplicates(account, List.of(terms));
        checkMarket(terms, book);
    }

    /** An order list; the working order comes first where there is one. */
    void admit(
            String account,
            ListKind kind,
            String clientListId,
            List<OrderTerms> orders,
            Instrument instrument,
            Book book) {
        for (var terms : orders) {
            var laterQuantity = kind.sellsProceeds() && !terms.equals(orders.getFirst());
            checkTerms(
                    laterQuantity ? terms.withQuantity(orders.getFirst().quantity()) : terms,
                    instrument,
                    book);
        }
        checkCounts(account, orders, instrument);
        var openLists =
                state.lists(list ->
                        !list.done()
                                && list.account().equals(account)
                                && list.symbol().equals(instrument.symbol()));
        if (openLists.size() >= MAX_ORDER_LISTS) {
            throw Refusal.filter("MAX_NUM_ORDER_LISTS");
        }
        checkDuplicates(account, orders);
        if (state.list(account, clientListId).filter(list -> !list.done()).isPresent()) {
            throw Refusal.engine("Duplicate order sent.");
        }
        checkShape(kind, orders, book);
    }

    private void checkShape(ListKind kind, List<OrderTerms> orders, Book book) {
        var working = orders.getFirst();
        if (kind == ListKind.OCO) {
            checkPair(orders, book.last());
            return;
        }
        if (working.type() != OrderType.LIMIT && working.type() != OrderType.LIMIT_MAKER) {
            throw new Refusal(-1014, "Unsupported order combination.");
        }
        if (kind.sellsProceeds()) {
            if (working.side() != Side.BUY) {
                throw new Refusal(-1222, "The working order of an OPO must be a BUY.");
            }
            if (orders.stream().skip(1).anyMatch(pending -> pending.side() != Side.SELL)) {
                throw new Refusal(-1223, "The pending order of an OPO must be a SELL.");
            }
        }
        checkMarket(working, book);
        if (orders.size() == 3) {
            // The market may be elsewhere by the time the pair is placed: only its own order is
            // known now.
            checkPair(orders.subList(1, 3), 0);
        }
    }

    /**
     * An OCO pair: one limit or take-profit leg, one stop leg, on their sides of the market.
     *
     * @param last the market's price, or 0 to compare the legs with each other only
     */
    void checkPair(List<OrderTerms> legs, long last) {
        var profit = limitLeg(legs);
        var stop = legs.get(0).equals(profit) ? legs.get(1) : legs.get(0);
        if (!stop.type().stop()) {
            throw new Refusal(
                    -1158,
                    "The legs of an OCO must be a LIMIT_MAKER or take profit order and a stop order.");
        }
        if (profit.side() != stop.side() || profit.quantity() != stop.quantity()) {
            throw new Refusal(-1014, "Unsupported order combination.");
        }
        var target = profit.type() == OrderType.LIMIT_MAKER ? profit.price() : profit.stopPrice();
        var selling = profit.side() == Side.SELL;
        var low = selling ? stop.stopPrice() : target;
        var high = selling ? target : stop.stopPrice();
        if (low >= high || (last > 0 && (low >= last || high <= last))) {
            throw Refusal.engine("The relationship of the prices for the orders is not correct.");
        }
    }

    private static OrderTerms limitLeg(List<OrderTerms> legs) {
        return legs.stream()
                .filter(leg -> leg.type() == OrderType.LIMIT_MAKER || leg.type().takeProfit())
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                -1158,
                                "The legs of an OCO must be a LIMIT_MAKER or take profit order and a stop order."));
    }

    /** The order must not do at once what its type promises not to do at once. */
    void checkMarket(OrderTerms terms, Book book) {
        if (terms.type().conditional() && terms.triggeredBy(book.last())) {
            throw Refusal.engine("Order would trigger immediately.");
        }
        if (terms.type() == OrderType.LIMIT_MAKER && book.crosses(terms.side(), terms.price())) {
            throw Refusal.engine("Order would immediately match and take.");
        }
    }

    private void checkTerms(OrderTerms terms, Instrument instrument, Book book) {
        if (!book.open()) {
            throw new Refusal(-1112, "No orders on book for symbol.");
        }
        checkPrices(terms, instrument, book.last());
        checkQuantity(terms, instrument);
        checkNotional(terms, instrument, book.last());
    }

    private static void checkPrices(OrderTerms terms, Instrument instrument, long last) {
        if (terms.type().priced() && !onGrid(terms.price(), instrument)) {
            throw Refusal.filter("PRICE_FILTER");
        }
        if (terms.type().conditional() && !onGrid(terms.stopPrice(), instrument)) {
            throw Refusal.filter("PRICE_FILTER");
        }
        if (terms.type().priced()
                && (terms.price() > Math.multiplyExact(last, MULTIPLIER_UP)
                        || terms.price() < last / MULTIPLIER_DOWN)) {
            throw Refusal.filter("PERCENT_PRICE_BY_SIDE");
        }
    }

    private static boolean onGrid(long price, Instrument instrument) {
        return price >= instrument.minPrice()
                && price <= instrument.maxPrice()
                && price % instrument.tick() == 0;
    }

    static void checkQuantity(OrderTerms terms, Instrument instrument) {
        var quantity = terms.quantity();
        if (terms.quoteQuantity() > 0) {
            return;
        }
        if (quantity < instrument.minQuantity()
                || quantity > instrument.maxQuantity()
                || quantity % instrument.step() != 0) {
            throw Refusal.filter("LOT_SIZE");
        }
        if (terms.type() == OrderType.MARKET && quantity > instrument.marketMaxQuantity()) {
            throw Refusal.filter("MARKET_LOT_SIZE");
        }
    }

    static void checkNotional(OrderTerms terms, Instrument instrument, long last) {
        var price = terms.type() == OrderType.MARKET ? last : terms.worstPrice();
        var notional =
                terms.quoteQuantity() > 0
                        ? terms.quoteQuantity()
                        : Amounts.multiply(price, terms.quantity());
        var tooLarge = terms.type() != OrderType.MARKET && notional > instrument.maxNotional();
        if (notional < instrument.minNotional() || tooLarge) {
            throw Refusal.filter("NOTIONAL");
        }
    }

    private void checkCounts(String account, List<OrderTerms> added, Instrument instrument) {
        var open = state.open(account, instrument.symbol());
        if (open.size() + added.size() > instrument.maxOrders()) {
            throw Refusal.filter("MAX_NUM_ORDERS");
        }
        var algos = open.stream().filter(order -> order.terms().type().conditional()).count();
        var more = added.stream().filter(terms -> terms.type().conditional()).count();
        if (more > 0 && algos + more > instrument.maxAlgoOrders()) {
            throw Refusal.filter("MAX_NUM_ALGO_ORDERS");
        }
    }

    private void checkDuplicates(String account, List<OrderTerms> added) {
        var seen = new HashSet<String>();
        for (var terms : added) {
            var id = terms.clientOrderId();
            if (!seen.add(id) || state.order(account, id).filter(Order::open).isPresent()) {
                throw Refusal.engine("Duplicate order sent.");
            }
        }
    }
}

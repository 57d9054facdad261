package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One symbol's book in the {@link PlainVenue}: levels in a list, orders searched for. */
final class PlainBook {
    final Instrument instrument;
    private final List<PlainOrder> orders;
    private final List<PlainLevel> bids = new ArrayList<>();
    private final List<PlainLevel> asks = new ArrayList<>();
    private long bid;
    private long ask;
    private long last;

    /** {@code orders} are those of all symbols. */
    PlainBook(Instrument instrument, List<PlainOrder> orders) {
        this.instrument = instrument;
        this.orders = orders;
    }

    /** What somebody would trade with next. */
    record Offered(
            PlainBook book, long price, @Nullable PlainOrder maker, @Nullable PlainLevel level) {
        long quantity() {
            return maker != null ? maker.left : level != null ? level.left : 0;
        }
    }

    long last() {
        return last;
    }

    boolean holds(PlainOrder order) {
        return order.terms.symbol().equals(instrument.symbol());
    }

    /** The market traded. */
    void renew(long price, boolean buyerMaker) {
        last = price;
        bid = buyerMaker ? price : price - instrument.tick();
        ask = buyerMaker ? price + instrument.tick() : price;
        renew(Side.BUY, bids, bid);
        renew(Side.SELL, asks, ask);
    }

    private void renew(Side side, List<PlainLevel> levels, long best) {
        var offer = new Offer(side, instrument);
        offer.renew(last, best);
        levels.clear();
        for (var i = 0; offer.priceAhead(i) > 0; i++) {
            levels.add(new PlainLevel(offer.priceAhead(i), offer.quantityAhead(i)));
        }
    }

    private List<PlainLevel> levels(Side taker) {
        return (taker == Side.BUY ? asks : bids).stream().filter(level -> level.left > 0).toList();
    }

    /** Whoever a taker would trade with next, if the price is not worse than {@code limit}. */
    @Nullable Offered bestFor(Side taker, long limit) {
        var level = levels(taker).stream().findFirst().orElse(null);
        var maker = nextResting(taker.opposite());
        var sign = taker == Side.BUY ? 1 : -1;
        Offered best = null;
        if (level != null) {
            best = new Offered(this, level.price, null, level);
        }
        if (maker != null && (best == null || sign * maker.price <= sign * best.price)) {
            best = new Offered(this, maker.price, maker, null);
        }
        return best == null || (limit > 0 && sign * best.price > sign * limit) ? null : best;
    }

    @Nullable PlainOrder nextResting(Side side) {
        var sign = side == Side.BUY ? -1 : 1;
        return orders.stream()
                .filter(order -> holds(order) && order.rests() && order.terms.side() == side)
                .min(
                        Comparator.<PlainOrder>comparingLong(order -> sign * order.price)
                                .thenComparingLong(order -> order.arrival))
                .orElse(null);
    }

    /** All that a taker could meet, an order before a level at the same price. */
    List<Offered> offers(Side taker) {
        var offers = new ArrayList<Offered>();
        orders.stream()
                .filter(order -> holds(order) && order.rests() && order.terms.side() != taker)
                .forEach(order -> offers.add(new Offered(this, order.price, order, null)));
        levels(taker).forEach(level -> offers.add(new Offered(this, level.price, null, level)));
        return offers;
    }

    /** The price that is {@code behind} the best one that a taker can see, 0 if there is none. */
    long seen(Side taker, int behind) {
        var prices = new TreeSet<Long>();
        levels(taker).forEach(level -> prices.add(level.price));
        for (var offer : offers(taker)) {
            var reached = taker == Side.SELL ? offer.price >= ask : offer.price <= bid;
            if (offer.maker != null && !reached) {
                prices.add(offer.price);
            }
        }
        var best = taker == Side.BUY ? prices : prices.descendingSet();
        return best.stream().skip(behind).findFirst().orElse(0L);
    }
}

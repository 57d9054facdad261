package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The book of one symbol: synthetic offers around the last trade, and among them the orders of our
 * accounts. At the same price an account's order comes first, because the synthetic offers are
 * renewed with every trade of the market and so are younger.
 */
public final class Book {
    private final Offer bids;
    private final Offer asks;
    private final Ranks ranks;
    private final long tick;
    private final long spread;
    private long last;
    private long bid;
    private long ask;
    private long updates;

    Book(Instrument instrument, Ranks ranks) {
        this.ranks = ranks;
        bids = new Offer(Side.BUY, instrument);
        asks = new Offer(Side.SELL, instrument);
        tick = instrument.tick();
        spread = instrument.liquidity().spread();
    }

    /** A price and what is offered there, 1e-8. */
    public record Level(long price, long quantity) {}

    /** The market traded; the aggressor's side of the spread is where it did. */
    void traded(long price, boolean buyerMaker) {
        last = price;
        updates++;
        var width = Math.max(tick, Amounts.floorTo(Amounts.multiply(price, spread), tick));
        bid = buyerMaker ? price : Math.max(tick, price - width);
        ask = buyerMaker ? price + width : price;
        bids.renew(price, bid);
        asks.renew(price, ask);
    }

    /** A venue elsewhere says what its touch is. */
    void quoted(long bestBid, long bestAsk) {
        bid = bestBid;
        ask = bestAsk;
        bids.move(bid);
        asks.move(ask);
        updates++;
    }

    /** An account's order came, went or changed. */
    void touched() {
        updates++;
    }

    /** Whether there has been a price. */
    public boolean open() {
        return last > 0;
    }

    /** Price of the last market trade, 0 before the first. */
    public long last() {
        return last;
    }

    /** Grows with every change. */
    public long updates() {
        return updates;
    }

    /** The best price at which {@code taker} could trade now, 0 if there is none. */
    long best(Side taker) {
        var offered = offer(taker).price();
        var rests = ranks.best(taker.opposite());
        if (offered == 0 || rests == 0) {
            return Math.max(offered, rests);
        }
        return taker == Side.BUY ? Math.min(offered, rests) : Math.max(offered, rests);
    }

    /** Whether an order on {@code side} at {@code price} would trade at once. */
    boolean crosses(Side side, long price) {
        var best = best(side);
        return best > 0 && (side == Side.BUY ? price >= best : price <= best);
    }

    /** The synthetic side that {@code taker} takes from. */
    Offer offer(Side taker) {
        return taker == Side.BUY ? asks : bids;
    }

    /** What {@code taker}s can see, best first, at most {@code count} prices. */
    public List<Level> levels(Side taker, int count) {
        var levels = new ArrayList<Level>();
        var offer = offer(taker);
        var ahead = 0;
        for (var queue : ranks.shown(taker.opposite())) {
            var price = queue.getKey();
            var quantity = queue.getValue().stream().mapToLong(Order::visible).sum();
            if (reached(taker, price)) {
                continue;
            }
            while (levels.size() < count && before(taker, offer.priceAhead(ahead), price)) {
                levels.add(new Level(offer.priceAhead(ahead), offer.quantityAhead(ahead)));
                ahead++;
            }
            if (offer.priceAhead(ahead) == price) {
                quantity += offer.quantityAhead(ahead);
                ahead++;
            }
            if (levels.size() >= count) {
                return levels;
            }
            levels.add(new Level(price, quantity));
        }
        while (levels.size() < count && offer.priceAhead(ahead) > 0) {
            levels.add(new Level(offer.priceAhead(ahead), offer.quantityAhead(ahead)));
            ahead++;
        }
        return levels;
    }

    /** Whether the market has come to an order that it has not filled yet; it is not shown then. */
    private boolean reached(Side taker, long price) {
        return open() && (taker == Side.SELL ? price >= ask : price <= bid);
    }

    private static boolean before(Side taker, long offered, long price) {
        return offered > 0 && (taker == Side.BUY ? offered < price : offered > price);
    }
}

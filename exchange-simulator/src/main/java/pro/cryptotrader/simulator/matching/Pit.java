package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one symbol is traded: its rules, its book and the orders in it. */
final class Pit {
    private final Instrument instrument;
    private final Ranks ranks;
    private final Book book;
    private final AveragePrice average;
    private final int averageMinutes;
    private final long step;
    private List<Pit> route = List.of(this);

    Pit(Instrument instrument, Ranks ranks) {
        this.instrument = instrument;
        this.ranks = ranks;
        book = new Book(instrument, ranks);
        averageMinutes = instrument.averageMinutes();
        average = new AveragePrice(averageMinutes);
        step = instrument.step();
    }

    /** A part of what a taker would get; {@code maker} is -1 for the market. */
    record Slice(Pit place, long price, long quantity, long maker) {}

    /** Orders may be routed to these books too. */
    void route(List<Pit> others) {
        route =
                Stream.concat(Stream.of(this), others.stream().filter(each -> each != this))
                        .toList();
    }

    /** Whether orders can be routed from here. */
    boolean routes() {
        return route.size() > 1;
    }

    /** The book of a symbol that can be reached from here. */
    Pit peer(String symbol) {
        for (var each : route) {
            if (each.symbol().equals(symbol)) {
                return each;
            }
        }
        return this;
    }

    /** Where an order finds the best price; at the same price on its own book. */
    Pit best(OrderTerms taker) {
        var best = this;
        for (var other : taker.sor() ? route : List.<Pit>of()) {
            var price = other.book.best(taker.side());
            var here = best.book.best(taker.side());
            if (price > 0 && (here == 0 || worse(taker.side(), here, price))) {
                best = other;
            }
        }
        return best;
    }

    Instrument instrument() {
        return instrument;
    }

    String symbol() {
        return instrument.symbol();
    }

    Ranks ranks() {
        return ranks;
    }

    Book book() {
        return book;
    }

    long step() {
        return step;
    }

    void traded(long price, long quantity, boolean buyerMaker, long time) {
        book.traded(price, buyerMaker);
        average.traded(price, quantity, time);
    }

    /** Binance's price for market orders and percent filters. */
    long average(int minutes, long time) {
        return minutes == 0 || averageMinutes == 0 ? book.last() : average.at(time, book.last());
    }

    /**
     * What a taker would get if nobody refused to trade with him, best price first; changes
     * nothing.
     *
     * @param limit worst price, 0 for none
     * @param passedOver orders that he will not meet
     */
    List<Slice> plan(OrderTerms taker, long limit, long quantity, Predicate<Order> passedOver) {
        if (!taker.sor()) {
            return here(taker.side(), limit, quantity, passedOver);
        }
        var all = new ArrayList<Slice>();
        route.forEach(place -> all.addAll(place.here(taker.side(), limit, quantity, passedOver)));
        var cheapest = Comparator.comparingLong(Slice::price);
        all.sort(taker.side() == Side.BUY ? cheapest : cheapest.reversed());
        var wanted = new ArrayList<Slice>();
        var left = quantity;
        for (var slice : all) {
            var take = Math.min(left, slice.quantity());
            if (take > 0) {
                wanted.add(new Slice(slice.place(), slice.price(), take, slice.maker()));
                left -= take;
            }
        }
        return wanted;
    }

    private List<Slice> here(Side taker, long limit, long quantity, Predicate<Order> passedOver) {
        var slices = new ArrayList<Slice>();
        var makers = ranks.served(taker.opposite());
        var maker = next(makers, passedOver);
        var offer = book.offer(taker);
        var ahead = 0;
        var left = quantity;
        while (left > 0) {
            var offered = offer.priceAhead(ahead);
            var own =
                    maker != null
                            && (offered == 0 || !worse(taker, maker.terms().price(), offered));
            var price = own && maker != null ? maker.terms().price() : offered;
            if (price == 0 || (limit > 0 && worse(taker, price, limit))) {
                break;
            }
            var there = own && maker != null ? maker.remaining() : offer.quantityAhead(ahead);
            var take = Math.min(left, there);
            slices.add(new Slice(this, price, take, own && maker != null ? maker.id() : -1));
            left -= take;
            if (own) {
                maker = next(makers, passedOver);
            } else {
                ahead++;
            }
        }
        return slices;
    }

    private static @Nullable Order next(Iterator<Order> makers, Predicate<Order> passedOver) {
        while (makers.hasNext()) {
            var maker = makers.next();
            if (!passedOver.test(maker)) {
                return maker;
            }
        }
        return null;
    }

    /** What has to be locked for one of these orders, in the asset they pay with. */
    long lockFor(List<OrderTerms> orders, Predicate<Order> passedOver) {
        return orders.stream().mapToLong(terms -> lockFor(terms, passedOver)).max().orElseThrow();
    }

    /** What an order on these terms has to lock, in the asset it pays with. */
    long lockFor(OrderTerms terms, Predicate<Order> passedOver) {
        if (terms.side() == Side.SELL) {
            return terms.quantity();
        }
        return terms.type() == OrderType.MARKET
                ? cost(terms, terms.quantity(), passedOver)
                : Amounts.multiply(terms.worstPrice(book.last()), terms.quantity());
    }

    /** What a taker would pay, or get, for as much as there is. */
    long cost(OrderTerms taker, long quantity, Predicate<Order> passedOver) {
        return plan(taker, 0, quantity, passedOver).stream()
                .mapToLong(slice -> Amounts.multiply(slice.price(), slice.quantity()))
                .reduce(0, Math::addExact);
    }

    /** Whether {@code price} is worse for the taker than {@code limit}. */
    static boolean worse(Side taker, long price, long limit) {
        return taker == Side.BUY ? price > limit : price < limit;
    }

    /**
     * A market order by quote amount becomes one by quantity, as near to the amount as the lots
     * allow.
     */
    OrderTerms sized(OrderTerms terms, Predicate<Order> passedOver) {
        if (terms.quoteQuantity() == 0) {
            return terms;
        }
        if (book.best(terms.side()) == 0) {
            throw Refusal.engine("Order book liquidity is less than symbol minimum quantity.");
        }
        var quantity = 0L;
        var money = terms.quoteQuantity();
        for (var slice : plan(terms, 0, Long.MAX_VALUE, passedOver)) {
            var wanted = Amounts.floorTo(Amounts.divide(money, slice.price()), step);
            var taken = Math.min(wanted, slice.quantity());
            quantity = Math.addExact(quantity, taken);
            money -= Amounts.multiply(slice.price(), taken);
            if (taken < slice.quantity()) {
                break;
            }
        }
        return terms.withQuantity(quantity);
    }
}

package pro.cryptotrader.simulator.matching;

/**
 * Lets a taker trade: the best price first, and at the same price the order that waited longest.
 */
final class Matching {
    private final VenueState state;
    private final Settlement settlement;
    private final Pairs pairs;
    private final SelfTrades selfTrades;

    Matching(VenueState state, Settlement settlement, Pairs pairs, SelfTrades selfTrades) {
        this.state = state;
        this.selfTrades = selfTrades;
        this.settlement = settlement;
        this.pairs = pairs;
    }

    /** An order that came onto the book takes what it can and may, then rests or expires. */
    void work(Order order, Turn turn) {
        if (!order.onBook() || order.terms().type() == OrderType.LIMIT_MAKER) {
            return;
        }
        if (order.terms().timeInForce() == TimeInForce.FOK && !whole(order, turn)) {
            expire(order, "UNFILLED_FOK_ORDER_EXPIRED", turn);
            return;
        }
        var taken = take(order, turn);
        if (!taken.open()) {
            return;
        }
        if (!taken.terms().type().priced()) {
            expire(taken, "INSUFFICIENT_LIQUIDITY", turn);
        } else if (taken.terms().timeInForce() != TimeInForce.GTC) {
            expire(
                    taken,
                    taken.terms().timeInForce() == TimeInForce.IOC
                            ? "UNFILLED_IOC_QUANTITY_EXPIRED"
                            : "UNFILLED_FOK_ORDER_EXPIRED",
                    turn);
        }
    }

    private void expire(Order order, String reason, Turn turn) {
        settlement.end(order, OrderStatus.EXPIRED, reason, "", turn);
    }

    private Order take(Order taker, Turn turn) {
        var pit = turn.pit();
        var side = taker.terms().side();
        var reference = pit.average(pit.instrument().averageMinutes(), turn.time());
        var routed = routed(taker, pit);
        var now = taker;
        while (now.open()) {
            var place = pit.best(now.terms());
            var price = place.book().best(side);
            if (price == 0 || !reaches(now.terms(), price)) {
                return now;
            }
            var range = pit.instrument().priceRange();
            if (range.isPresent() && !range.get().allows(side, price, reference)) {
                return settlement.end(
                        now, OrderStatus.EXPIRED, "EXECUTION_RULE_PRICE_RANGE_EXCEEDED", "", turn);
            }
            now = trade(now, new Offered(place, price, routed || place != pit), turn);
        }
        return now;
    }

    /** Whether other books than its own will have a part in filling the order. */
    private boolean routed(Order taker, Pit pit) {
        var terms = taker.terms();
        if (!terms.sor()) {
            return false;
        }
        var limit = terms.type().priced() ? terms.price() : 0;
        var expired = selfTrades.expiredBy(taker.account(), terms);
        return pit.plan(terms, limit, taker.remaining(), expired).stream()
                .anyMatch(slice -> slice.place() != pit);
    }

    private static boolean reaches(OrderTerms taker, long price) {
        return !taker.type().priced() || !Pit.worse(taker.side(), price, taker.price());
    }

    /** What a taker takes next: where, at which price, and whether it is allocated to him. */
    private record Offered(Pit place, long price, boolean allocated) {}

    private Order trade(Order taker, Offered offered, Turn turn) {
        var side = taker.terms().side();
        var place = offered.place();
        var maker = place.ranks().first(side.opposite());
        place.book().touched();
        if (maker == null || maker.terms().price() != offered.price()) {
            var offer = place.book().offer(side);
            var quantity = Math.min(taker.remaining(), offer.quantity());
            offer.take(quantity);
            return settlement.fill(taker, deal(offered, quantity, -1, turn), turn);
        }
        var mode = selfTrades.between(taker.account(), taker.terms(), maker);
        return mode == StpMode.NONE
                ? meet(taker, maker, offered, turn)
                : prevent(taker, maker, mode, turn);
    }

    private Settlement.Deal deal(Offered offered, long quantity, long counter, Turn turn) {
        return offered.allocated()
                ? new Settlement.Deal(
                        -1,
                        offered.price(),
                        quantity,
                        false,
                        counter,
                        state.nextAllocation(turn.pit().symbol()))
                : Settlement.Deal.trade(
                        state.nextTrade(), offered.price(), quantity, false, counter);
    }

    private Order meet(Order taker, Order maker, Offered offered, Turn turn) {
        var quantity = Math.min(taker.remaining(), maker.visible());
        var there = turn.at(offered.place());
        var ready = pairs.alone(maker, there);
        var deal = deal(offered, quantity, maker.id(), turn);
        var tradeId = offered.allocated() ? state.nextTrade() : deal.tradeId();
        var taken = settlement.fill(taker, deal, turn);
        settlement.fill(
                ready,
                Settlement.Deal.trade(tradeId, offered.price(), quantity, true, taker.id()),
                there);
        return taken;
    }

    private Order prevent(Order taker, Order maker, StpMode wanted, Turn turn) {
        var sameAccount = taker.account().equals(maker.account());
        var mode = wanted == StpMode.TRANSFER && sameAccount ? StpMode.DECREMENT : wanted;
        var both = Math.min(taker.remaining(), maker.remaining());
        var prevention =
                new Prevention(
                        turn.pit().symbol(),
                        state.nextMatch(turn.pit().symbol()),
                        taker.id(),
                        maker.id(),
                        state.settings(taker.account()).tradeGroup(),
                        wanted,
                        maker.terms().price(),
                        both,
                        lost(mode, mode.expiresTaker(), taker, both),
                        lost(mode, mode.expiresMaker(), maker, both),
                        turn.time(),
                        maker.terms().symbol());
        var now = lose(taker, prevention, prevention.takerQuantity(), turn);
        lose(maker, prevention, prevention.makerQuantity(), turn.of(maker));
        return now;
    }

    private static long lost(StpMode mode, boolean expires, Order order, long both) {
        var shrinks = mode == StpMode.DECREMENT || mode == StpMode.TRANSFER;
        return shrinks ? both : expires ? order.remaining() : 0;
    }

    private Order lose(Order order, Prevention prevention, long quantity, Turn turn) {
        return quantity == 0 ? order : settlement.prevent(order, prevention, quantity, turn);
    }

    /** Whether a fill-or-kill order would get all it wants. */
    private boolean whole(Order order, Turn turn) {
        var terms = order.terms();
        var got = 0L;
        var expired = selfTrades.expiredBy(order.account(), terms);
        for (var slice : turn.pit().plan(terms, terms.price(), order.remaining(), expired)) {
            if (slice.maker() >= 0 && prevented(order, slice.maker())) {
                return false;
            }
            got += slice.quantity();
        }
        return got == order.remaining();
    }

    private boolean prevented(Order taker, long makerId) {
        var maker = state.order(makerId).orElseThrow();
        return selfTrades.between(taker.account(), taker.terms(), maker) != StpMode.NONE;
    }

    /** The market traded: what rests at a better price fills, then what rests at this one. */
    void marketTraded(long price, long quantity, boolean buyerMaker, Turn turn) {
        var volume = Amounts.floorTo(quantity, turn.pit().step());
        for (var side : Side.values()) {
            var atPrice = (side == Side.BUY) == buyerMaker ? volume : 0;
            fillResting(side, price, atPrice, turn);
        }
    }

    /**
     * A resting order fills wholly when the market trades beyond its price, and at its price up to
     * {@code volume}.
     */
    private void fillResting(Side side, long price, long volume, Turn turn) {
        var left = volume;
        for (var order = turn.pit().ranks().first(side);
                order != null && !Pit.worse(side.opposite(), order.terms().price(), price);
                order = turn.pit().ranks().first(side)) {
            var limit = order.terms().price();
            var amount = limit == price ? Math.min(left, order.visible()) : order.visible();
            if (amount == 0) {
                return;
            }
            left -= limit == price ? amount : 0;
            var deal = Settlement.Deal.trade(state.nextTrade(), limit, amount, true, -1);
            settlement.fill(pairs.alone(order, turn), deal, turn);
            turn.pit().book().touched();
        }
    }
}

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
        var now = taker;
        while (now.open()) {
            var price = pit.book().best(side);
            if (price == 0 || !reaches(now.terms(), price)) {
                return now;
            }
            var range = pit.instrument().priceRange();
            if (range.isPresent() && !range.get().allows(side, price, reference)) {
                return settlement.end(
                        now, OrderStatus.EXPIRED, "EXECUTION_RULE_PRICE_RANGE_EXCEEDED", "", turn);
            }
            now = trade(now, price, turn);
        }
        return now;
    }

    private static boolean reaches(OrderTerms taker, long price) {
        return !taker.type().priced() || !Pit.worse(taker.side(), price, taker.price());
    }

    private Order trade(Order taker, long price, Turn turn) {
        var pit = turn.pit();
        var side = taker.terms().side();
        var maker = pit.ranks().first(side.opposite());
        if (maker == null || maker.terms().price() != price) {
            var offer = pit.book().offer(side);
            var quantity = Math.min(taker.remaining(), offer.quantity());
            offer.take(quantity);
            pit.book().touched();
            var deal = new Settlement.Deal(state.nextTrade(), price, quantity, false, -1);
            return settlement.fill(taker, deal, turn);
        }
        pit.book().touched();
        var mode = selfTrades.between(taker.account(), taker.terms(), maker);
        return mode == StpMode.NONE ? meet(taker, maker, turn) : prevent(taker, maker, mode, turn);
    }

    private Order meet(Order taker, Order maker, Turn turn) {
        var quantity = Math.min(taker.remaining(), maker.visible());
        var tradeId = state.nextTrade();
        var price = maker.terms().price();
        var ready = pairs.alone(maker, turn);
        var taken =
                settlement.fill(
                        taker,
                        new Settlement.Deal(tradeId, price, quantity, false, maker.id()),
                        turn);
        settlement.fill(
                ready, new Settlement.Deal(tradeId, price, quantity, true, taker.id()), turn);
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
                        turn.time());
        var now = lose(taker, prevention, prevention.takerQuantity(), turn);
        lose(maker, prevention, prevention.makerQuantity(), turn);
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
        for (var slice : turn.pit().plan(terms.side(), terms.price(), order.remaining(), expired)) {
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
            var deal = new Settlement.Deal(state.nextTrade(), limit, amount, true, -1);
            settlement.fill(pairs.alone(order, turn), deal, turn);
            turn.pit().book().touched();
        }
    }
}

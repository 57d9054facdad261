package pro.cryptotrader.simulator.matching;

import java.util.Map;

/** Works out what an execution costs its order's owner, and in which asset. */
final class Cashier {
    private final VenueState state;
    private final Rules rules;
    private final Map<String, Pit> pits;

    Cashier(VenueState state, Rules rules, Map<String, Pit> pits) {
        this.state = state;
        this.rules = rules;
        this.pits = pits;
    }

    /**
     * A commission.
     *
     * @param fromFree paid from the free balance, otherwise withheld from what is received
     */
    record Fee(String asset, long amount, boolean fromFree) {}

    /**
     * The fee on what is received.
     *
     * @param keeps the proceeds are wanted whole by a pending order (OPO)
     */
    Fee fee(Order order, boolean maker, long received, boolean keeps, Turn turn) {
        var instrument = turn.pit().instrument();
        var asset = Settlement.receives(order.terms(), instrument);
        var side = order.terms().side();
        var commission = rules.commission(instrument.symbol());
        var account = order.account();
        if (commission.discount().enabledForSymbol()
                && state.settings(account).paysWithDiscount()) {
            var discountAsset = commission.discount().asset();
            var price = priceOf(discountAsset, asset, turn.pit());
            if (price > 0) {
                var fee = commission.discounted(received, side, maker, price);
                if (discountAsset.equals(asset)) {
                    return new Fee(asset, Math.min(fee, received), false);
                }
                if (state.free(account, discountAsset) >= fee) {
                    return new Fee(discountAsset, fee, true);
                }
            }
        }
        var full = commission.full(received, side, maker, instrument.decimals(asset));
        var fromFree =
                keeps
                        && !asset.equals(commission.discount().asset())
                        && state.free(account, asset) >= full;
        return new Fee(asset, full, fromFree);
    }

    /** What one unit of {@code wanted} costs in {@code money}, 0 if the venue cannot tell. */
    private long priceOf(String wanted, String money, Pit pit) {
        if (wanted.equals(money)) {
            return Amounts.ONE;
        }
        var direct = last(wanted + money);
        if (direct > 0) {
            return direct;
        }
        var inverse = last(money + wanted);
        if (inverse > 0) {
            return Amounts.divide(Amounts.ONE, inverse);
        }
        var instrument = pit.instrument();
        var inQuote = last(wanted + instrument.quote());
        return money.equals(instrument.base()) && inQuote > 0 && pit.book().last() > 0
                ? Amounts.divide(inQuote, pit.book().last())
                : 0;
    }

    private long last(String symbol) {
        var pit = pits.get(symbol);
        return pit == null ? 0 : pit.book().last();
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.function.Predicate;

/** Who must not trade with whom, and what happens instead. */
final class SelfTrades {
    private final VenueState state;

    SelfTrades(VenueState state) {
        this.state = state;
    }

    /** What happens instead of a trade between the two, {@link StpMode#NONE} if they may trade. */
    StpMode between(String account, OrderTerms taker, Order maker) {
        var mode = taker.stpMode().against(maker.terms().stpMode());
        return mode == StpMode.NONE || related(account, maker.account()) ? mode : StpMode.NONE;
    }

    private boolean related(String taker, String maker) {
        if (taker.equals(maker)) {
            return true;
        }
        var group = state.settings(taker).tradeGroup();
        return group >= 0 && group == state.settings(maker).tradeGroup();
    }

    /** Makers that only go away when this taker comes. */
    Predicate<Order> expiredBy(String account, OrderTerms taker) {
        return maker -> between(account, taker, maker) == StpMode.EXPIRE_MAKER;
    }
}

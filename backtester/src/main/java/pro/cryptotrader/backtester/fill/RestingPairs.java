package pro.cryptotrader.backtester.fill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.core.execution.VenueCommand;

/** All pairs that rest on one symbol. Most candles reach none of them: two comparisons tell. */
final class RestingPairs {
    private final List<RestingPair> pairs = new ArrayList<>();
    private long highestStop = Long.MIN_VALUE;
    private long lowestTarget = Long.MAX_VALUE;

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** Whether a market that stands at {@code price} may have passed a stop. */
    boolean mayStop(long price) {
        return price <= highestStop;
    }

    /** Whether a market that has been between {@code low} and {@code high} may have met one. */
    boolean mayMeet(long low, long high) {
        return low <= highestStop || high >= lowestTarget;
    }

    /** As they are now, whatever happens to them meanwhile. */
    List<RestingPair> all() {
        return List.copyOf(pairs);
    }

    void add(RestingPair pair) {
        pairs.add(pair);
        bound();
    }

    void remove(RestingPair pair) {
        pairs.remove(pair);
        bound();
    }

    private void bound() {
        highestStop = Long.MIN_VALUE;
        lowestTarget = Long.MAX_VALUE;
        for (int i = 0; i < pairs.size(); i++) {
            highestStop = Math.max(highestStop, pairs.get(i).stop());
            lowestTarget = Math.min(lowestTarget, pairs.get(i).target());
        }
    }

    /** The pair that is to be canceled; null when it has gone. */
    @Nullable RestingPair find(AccountId account, VenueCommand.Cancel cancel) {
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            boolean isIt =
                    pair.list().equals(cancel.list())
                            || pair.stopLoss().equals(cancel.order())
                            || pair.takeProfit().equals(cancel.order());
            if (isIt && pair.account().equals(account)) {
                return pair;
            }
        }
        return null;
    }
}

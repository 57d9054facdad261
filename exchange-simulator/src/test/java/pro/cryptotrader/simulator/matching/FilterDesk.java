package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.simulator.matching.Desk.amount;
import static pro.cryptotrader.simulator.matching.Desk.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks whether orders pass filters. */
final class FilterDesk {
    private FilterDesk() {}

    static void check(Filter filter, Terms terms, boolean passes) {
        var desk = desk(filter);
        try {
            desk.engine.check("ann", terms.terms(), desk.now());
            assertThat(passes).as("passes " + filter).isTrue();
        } catch (Refusal refusal) {
            if (passes) {
                // Something else may be wrong with it, but not this.
                assertThat(refusal.text()).isNotEqualTo("Filter failure: " + filter.name());
            } else {
                assertThat(refusal.text()).isEqualTo("Filter failure: " + filter.name());
                assertThat(refusal.code()).isEqualTo(-1013);
            }
        }
    }

    static void check(Desk desk, Terms terms, String name, boolean passes) {
        if (passes) {
            desk.enter(terms);
        } else {
            refused(() -> desk.enter(terms), -1013, "Filter failure: " + name);
        }
    }

    static Desk desk(Filter filter) {
        var filters = new ArrayList<Filter>();
        filters.add(filter);
        filters.addAll(lax());
        return new Desk(symbol(filters));
    }

    static Instrument symbol(List<Filter> filters) {
        return Instrument.of(Desk.SYMBOL, "BTC", "USDT", filters, Desk.BTC.liquidity());
    }

    static List<Filter> lax() {
        return List.of(new Filter.PriceFilter(0, 0, 1), new Filter.LotSize(1, amount("90000"), 1));
    }

    static Rules rules(List<Filter> exchange, Map<String, Long> assets) {
        return new Rules(
                Commission.flat(0),
                Map.of(),
                exchange,
                assets,
                Rules.ClientIds.AFTER_ANY_END,
                List.of());
    }
}

package pro.cryptotrader.simulator.market;

import java.util.List;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;

/** The filters that almost every symbol had in August 2025, with the amendments since. */
final class SpotFilters {
    private static final int MINUTES = 5;
    private static final long UP = Amounts.ONE * 5;
    private static final long DOWN = Amounts.ONE / 5;

    private SpotFilters() {}

    static List<Filter> of(
            Filter.PriceFilter prices, Filter.LotSize lots, long marketMost, long minNotional) {
        return List.of(
                prices,
                lots,
                new Filter.IcebergParts(100),
                new Filter.MarketLotSize(0, marketMost, 0),
                new Filter.TrailingDelta(10, 2000, 10, 2000),
                new Filter.PercentPriceBySide(UP, DOWN, UP, DOWN, MINUTES),
                new Filter.Notional(minNotional, true, Amounts.ONE * 9_000_000, false, MINUTES),
                new Filter.MaxNum(Filter.Kind.ORDERS, 200),
                new Filter.MaxNum(Filter.Kind.ORDER_LISTS, 20),
                new Filter.MaxNum(Filter.Kind.ALGO_ORDERS, 5),
                new Filter.MaxNumOrderAmends(10));
    }
}

package pro.cryptotrader.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Money;

/**
 * What came of a backtest, in short.
 *
 * @param figures by name; those that could not be computed are missing
 * @param values of the parameters that were found to be the best; empty when none were varied
 * @param curve equity over time, some hundreds of points
 */
public record BacktestOutcome(
        SortedMap<String, BigDecimal> figures,
        SortedMap<String, String> values,
        List<EquityPoint> curve) {
    public BacktestOutcome {
        var canonical = new TreeMap<String, BigDecimal>();
        figures.forEach((name, figure) -> canonical.put(name, Decimals.canonical(figure)));
        figures = Collections.unmodifiableSortedMap(canonical);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        curve = List.copyOf(curve);
    }

    /** What the account was worth at a time of the market. */
    public record EquityPoint(Instant at, Money equity) {}
}

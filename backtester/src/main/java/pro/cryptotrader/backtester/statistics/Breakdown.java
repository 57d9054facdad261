package pro.cryptotrader.backtester.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/** The figures of those trades that have something in common, such as their symbol. */
public record Breakdown(String key, TradeFigures figures) {

    /** One for each key, in order of the keys. */
    public static List<Breakdown> of(
            List<BacktestTrade> trades, Function<BacktestTrade, String> key) {
        var groups = new TreeMap<String, List<BacktestTrade>>();
        for (var trade : trades) {
            groups.computeIfAbsent(key.apply(trade), _ -> new ArrayList<>()).add(trade);
        }
        var breakdowns = new ArrayList<Breakdown>();
        groups.forEach(
                (name, group) -> breakdowns.add(new Breakdown(name, TradeFigures.of(group))));
        return breakdowns;
    }
}

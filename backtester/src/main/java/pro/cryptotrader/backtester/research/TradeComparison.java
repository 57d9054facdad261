package pro.cryptotrader.backtester.research;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pro.cryptotrader.backtester.engine.BacktestResult;
import pro.cryptotrader.backtester.engine.BacktestTrade;

/**
 * Where two runs of the same account part.
 *
 * @param same trades that both made, entry and exit alike
 * @param different trades that one of them made otherwise or not at all
 * @param first the first of them in words; empty when there is none
 */
record TradeComparison(int same, int different, String first) {

    /**
     * Compares what happened before {@code end}: entries made and exits made by then.
     *
     * @param expected the run that is right
     */
    static TradeComparison until(Instant end, BacktestResult expected, BacktestResult actual) {
        var wanted = before(end, expected);
        var found = before(end, actual);
        int same = 0;
        int different = 0;
        var first = "";
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            var one = i < wanted.size() ? wanted.get(i) : "nothing";
            var other = i < found.size() ? found.get(i) : "nothing";
            if (Objects.equals(one, other)) {
                same++;
            } else {
                first = different == 0 ? "%s, but then %s".formatted(one, other) : first;
                different++;
            }
        }
        return new TradeComparison(same, different, first);
    }

    private static List<String> before(Instant end, BacktestResult run) {
        return run.accounts().getFirst().trades().stream()
                .filter(trade -> trade.openedAt().isBefore(end))
                .map(trade -> words(trade, end))
                .sorted()
                .toList();
    }

    private static String words(BacktestTrade trade, Instant end) {
        var entry =
                "%s bought %s of %s at %s"
                        .formatted(
                                trade.openedAt(),
                                trade.quantity(),
                                trade.symbol(),
                                trade.entryPrice());
        return trade.isOpen() || !trade.closedAt().isBefore(end)
                ? entry
                : entry + ", sold %s at %s".formatted(trade.closedAt(), trade.exitPrice());
    }
}

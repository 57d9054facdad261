package pro.cryptotrader.backtester.statistics;

import java.util.List;
import pro.cryptotrader.backtester.engine.MarketSummary;

/**
 * What the markets did meanwhile.
 *
 * @param changes of each symbol from its first open to its last close, in per cent, in the markets'
 *     order
 * @param marketChangePct their mean
 * @param finalEquity had the cash been spread evenly at the first open, with one commission for
 *     buying, and held
 */
public record BuyAndHold(List<Change> changes, double marketChangePct, double finalEquity) {
    public BuyAndHold {
        changes = List.copyOf(changes);
    }

    /**
     * What holding the markets would have brought.
     *
     * @param start cash at the start
     * @param feePct commission of one purchase
     */
    public static BuyAndHold of(List<MarketSummary> markets, double start, double feePct) {
        var changes =
                markets.stream()
                        .map(market ->
                                new Change(
                                        market.symbol().toString(),
                                        market.firstOpen()
                                                .percentTo(market.lastClose())
                                                .doubleValue()))
                        .toList();
        double mean = Moments.mean(changes.stream().mapToDouble(Change::changePct).toArray());
        return new BuyAndHold(changes, mean, start * (1 - feePct / 100) * (1 + mean / 100));
    }

    /** One symbol's way. */
    public record Change(String symbol, double changePct) {}
}

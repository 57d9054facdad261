package pro.cryptotrader.backtester.report;

import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.backtester.engine.ExitReason;
import pro.cryptotrader.backtester.statistics.RandomEntries;
import pro.cryptotrader.contracts.value.Price;

/**
 * How a random entry is left that stands for a real trade: at the same distance of stop-loss and
 * take-profit; and when neither ended the real one, after the time it was held.
 */
final class RandomExits {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private RandomExits() {}

    static RandomEntries.Exit of(BacktestTrade trade, LoadedBars bars) {
        boolean byPrice =
                trade.exitReason() == ExitReason.STOP_LOSS
                        || trade.exitReason() == ExitReason.TAKE_PROFIT;
        long held = Math.ceilDiv(trade.held().toMillis(), bars.intervalMillis());
        return new RandomEntries.Exit(
                bars,
                -distancePct(trade.entryPrice(), trade.stopLoss(), -100),
                distancePct(trade.entryPrice(), trade.takeProfit(), NEVER),
                byPrice ? bars.size() : Math.clamp(held, 1, bars.size()));
    }

    private static double distancePct(Price entry, @Nullable Price level, double without) {
        return level == null ? without : entry.percentTo(level).doubleValue();
    }
}

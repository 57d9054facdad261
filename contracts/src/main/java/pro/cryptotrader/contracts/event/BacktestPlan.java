package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What a backtest runs: the deciding part of an account's configuration, a time and a venue.
 *
 * @param interval the candles whose signals are traded
 * @param candles the candles that orders are filled on; those of {@code interval} are built from
 *     them
 * @param from open time of the first candle that may be traded
 * @param to where to stop, exclusive
 * @param cash what it starts with, in the symbols' quote asset
 */
public record BacktestPlan(
        List<Symbol> symbols,
        Interval interval,
        Interval candles,
        TradingMode mode,
        RiskConfig risk,
        Instant from,
        Instant to,
        Money cash,
        BacktestFills fills) {
    public static final int MOST_SYMBOLS = 50;

    public BacktestPlan {
        symbols = List.copyOf(symbols);
        if (symbols.isEmpty() || symbols.size() > MOST_SYMBOLS) {
            throw new IllegalArgumentException(
                    "a backtest trades 1 to %d symbols, not %d"
                            .formatted(MOST_SYMBOLS, symbols.size()));
        }
        if (new HashSet<>(symbols).size() < symbols.size()) {
            throw new IllegalArgumentException("a symbol is named twice in " + symbols);
        }
        if (symbols.stream().map(Symbol::quote).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "all symbols are against one quote asset, not " + symbols);
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a backtest ends after its start %s, not at %s".formatted(from, to));
        }
        if (interval.seconds() % candles.seconds() != 0) {
            throw new IllegalArgumentException(
                    "candles of %s cannot be built from candles of %s"
                            .formatted(interval.code(), candles.code()));
        }
        if (!cash.isPositive()) {
            throw new IllegalArgumentException("a backtest starts with money, not with " + cash);
        }
    }
}

package pro.cryptotrader.contracts.config;

import java.util.List;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Everything an account's owner decides. Only {@link ConfigRules} makes sure that it makes sense.
 *
 * @param enabled false switches all entries off
 * @param mode how sure a signal must be
 * @param interval the candles whose signals it trades
 * @param symbols what it trades, in the owner's order, each once, all against one quote asset
 */
public record TradingConfig(
        boolean enabled,
        TradingMode mode,
        Interval interval,
        List<Symbol> symbols,
        RiskConfig risk,
        NotificationConfig notifications) {
    public TradingConfig {
        symbols = List.copyOf(symbols);
    }
}

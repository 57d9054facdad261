package pro.cryptotrader.contracts.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Everything an account's owner decides. Only {@link ConfigRules} makes sure that it makes sense.
 *
 * @param enabled false switches all entries off
 * @param mode how sure a signal must be
 * @param paperTrading true trades on the simulator rather than at a real venue; while the simulator
 *     is the only venue, both values do
 * @param interval the candles whose signals it trades
 * @param symbols what it trades, in the owner's order, each once, all against one quote asset
 */
public record TradingConfig(
        boolean enabled,
        TradingMode mode,
        boolean paperTrading,
        Interval interval,
        List<Symbol> symbols,
        RiskConfig risk,
        NotificationConfig notifications) {
    public TradingConfig {
        symbols = List.copyOf(symbols);
    }

    /** What a new account starts with: everything is told on the dashboard and nowhere else. */
    public static TradingConfig defaults() {
        return new TradingConfig(
                true,
                TradingMode.BALANCED,
                false,
                Interval.M5,
                Stream.of("BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "XRP/USDT")
                        .map(Symbol::of)
                        .toList(),
                new RiskConfig(
                        new BigDecimal("3.0"),
                        5,
                        new BigDecimal("2.0"),
                        new BigDecimal("1.0"),
                        new BigDecimal("2.0"),
                        Money.of("10")),
                new NotificationConfig(
                        true,
                        Arrays.stream(NotificationType.values())
                                .collect(
                                        Collectors.toMap(
                                                type -> type,
                                                type -> Set.of(NotificationChannel.DASHBOARD))),
                        null,
                        null,
                        null,
                        null));
    }
}

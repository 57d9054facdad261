package pro.cryptotrader.core.risk;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The part of an account's configuration that risk judges by; notification addresses and their
 * secrets stay out.
 *
 * @param version of the whole configuration
 */
public record TradingTerms(
        long version,
        boolean enabled,
        TradingMode mode,
        Interval interval,
        SortedSet<Symbol> symbols,
        RiskConfig risk) {
    public TradingTerms {
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
    }

    static TradingTerms of(TradingConfigChanged changed) {
        var config = changed.config();
        return new TradingTerms(
                changed.version(),
                config.enabled(),
                config.mode(),
                config.interval(),
                new TreeSet<>(config.symbols()),
                config.risk());
    }
}

package pro.cryptotrader.gateway.backtest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.BacktestFills;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A backtest that is asked for; what is missing is as the account has it now.
 *
 * @param account may be missing when the caller has one only
 * @param kind RUN, OPTIMISE, WALK_FORWARD or MONTE_CARLO
 * @param candles what orders are filled on; one minute when missing
 * @param cash 10,000 when missing
 * @param fills as a careful person would assume when missing
 * @param study for every kind but RUN
 */
public record WantedBacktest(
        @Nullable String account,
        @Nullable String kind,
        @Nullable List<Symbol> symbols,
        @Nullable Interval interval,
        @Nullable Interval candles,
        @Nullable TradingMode mode,
        @Nullable RiskConfig risk,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Money cash,
        @Nullable BacktestFills fills,
        @Nullable BacktestStudy study) {}

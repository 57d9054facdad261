package pro.cryptotrader.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import pro.cryptotrader.contracts.value.AccountId;

/** About one account; keyed by it, so that everything that happens to an account has one order. */
public sealed interface AccountEvent extends Event
        permits RiskVerdict,
                OrderEvent,
                ForeignOrderSeen,
                FillEvent,
                PositionChanged,
                ExitRequested,
                AccountStateChanged,
                EngineCommand,
                EngineStateChanged,
                EpochConfirmed,
                TradingConfigChanged,
                NotificationChanged,
                TradingLog,
                BacktestRequested,
                BacktestCommand,
                BacktestChanged {
    AccountId account();

    @Override
    @JsonIgnore
    default String key() {
        return account().toString();
    }
}

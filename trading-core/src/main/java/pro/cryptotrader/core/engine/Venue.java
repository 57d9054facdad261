package pro.cryptotrader.core.engine;

import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.core.execution.TradeInput.Outcome;
import pro.cryptotrader.core.execution.VenueCommand;

/** Where orders go. */
public interface Venue {
    /**
     * Takes a command.
     *
     * @return its outcome; null when that comes later, through {@link TradingAccount#outcome}
     */
    @Nullable Outcome perform(AccountId account, VenueCommand command);
}

package pro.cryptotrader.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A position as it is now. Topic {@code positions} (compacted), keyed by account and symbol.
 *
 * @param positionId counts the account's positions in this symbol, from 1
 * @param quantity what is held, after commissions taken in the base asset; zero when closed
 * @param averageEntry what one held unit cost, commissions included, rounded half even to 8 digits
 * @param cost what the held quantity cost, exact
 * @param mark the price it is valued at, the latest bid
 * @param unrealised worth at {@code mark} less {@code cost}
 * @param realised result of what has been sold since it was opened, after all commissions
 * @param protection where it is left; null until known
 * @param dust true when what is left is too small to be sold
 */
public record PositionChanged(
        AccountId account,
        Symbol symbol,
        long positionId,
        Status status,
        Quantity quantity,
        Price averageEntry,
        Money cost,
        Price mark,
        Money unrealised,
        Money realised,
        @Nullable Protection protection,
        boolean dust,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable OrderRole closedBy,
        Instant at)
        implements AccountEvent {

    @Override
    @JsonIgnore
    public String key() {
        return account + "|" + symbol;
    }

    /** Whether anything is held that can be sold. */
    public enum Status {
        OPEN,
        CLOSED
    }
}

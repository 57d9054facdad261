package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;

/**
 * An order of the account that is none of ours, as it is now: shown, counted, never touched. Topic
 * {@code orders}. What it trades moves the funds, see {@link FillEvent.FundsChanged}.
 *
 * @param venueSymbol in the venue's spelling, since it may be one that we do not trade
 * @param clientOrderId whatever its maker called it
 * @param type the venue's word, such as LIMIT
 * @param status the venue's word, such as PARTIALLY_FILLED
 * @param quantity zero where it buys for an amount of money
 * @param at the venue's time
 */
public record ForeignOrderSeen(
        AccountId account,
        String venueSymbol,
        String venueOrderId,
        String clientOrderId,
        Origin origin,
        Side side,
        String type,
        String status,
        Quantity quantity,
        Quantity executed,
        Instant at)
        implements AccountEvent {

    /** Who made it, as far as its name tells. */
    public enum Origin {
        /** A person, in the venue's own web page or app. */
        PERSON,
        /** A program that names its orders as we do: another installation, or a lost database. */
        LIKE_OURS,
        /** Some other program. */
        PROGRAM
    }
}

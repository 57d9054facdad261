package pro.cryptotrader.core.risk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The slot and the cash that an approved entry holds until its fate is known, so that two approvals
 * cannot use the same.
 *
 * @param cash the most that the entry may cost
 * @param validUntil market time after which the executor does not send it
 * @param sent whether the executor has written down that it sends it; only the venue's answer frees
 *     it then
 * @param priorPosition the symbol's position number when it was approved; a higher one is its own
 * @param filledAt when its position was first seen; null before. From then on the position takes
 *     the slot, and only the cash stays reserved until the account's cash shows the purchase
 */
public record Reservation(
        Symbol symbol,
        Money cash,
        Instant validUntil,
        boolean sent,
        long priorPosition,
        @Nullable Instant filledAt) {
    /**
     * How long after its validity an entry that nobody has ever answered keeps its slot. The
     * executor answers every approval, so this is the way out of a bug, not of a delay.
     */
    static final Duration GRACE = Duration.ofHours(1);

    Reservation onItsWay() {
        return new Reservation(symbol, cash, validUntil, true, priorPosition, filledAt);
    }

    Reservation filled(Instant at) {
        return new Reservation(symbol, cash, validUntil, sent, priorPosition, at);
    }

    boolean isPending() {
        return filledAt == null;
    }

    boolean isPaidIn(@Nullable AccountStateChanged funds) {
        return filledAt != null && funds != null && !funds.at().isBefore(filledAt);
    }

    boolean hasLapsed(Instant now) {
        return (!sent || filledAt != null) && now.isAfter(validUntil.plus(GRACE));
    }
}

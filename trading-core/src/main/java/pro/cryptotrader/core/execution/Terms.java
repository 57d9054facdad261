package pro.cryptotrader.core.execution;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;

/**
 * The circumstances in which a decision is taken.
 *
 * @param instrument the venue's rules; null when they are not known
 * @param form the best form of entry that the symbol allows
 * @param abilities what else the venue can do with its orders
 * @param takerCommission the rate taken from what a purchase receives, such as 0.001
 * @param lastPrice the latest bid; null when it is not known
 * @param now market time
 * @param tellsOwner whether the trading log is written, which people read; it changes no decision
 */
public record Terms(
        @Nullable Instrument instrument,
        EntryForm form,
        Abilities abilities,
        BigDecimal takerCommission,
        @Nullable Price lastPrice,
        EntryConditions entries,
        Instant now,
        boolean tellsOwner) {

    /** Circumstances in which the owner is told what happens. */
    public Terms(
            @Nullable Instrument instrument,
            EntryForm form,
            Abilities abilities,
            BigDecimal takerCommission,
            @Nullable Price lastPrice,
            EntryConditions entries,
            Instant now) {
        this(instrument, form, abilities, takerCommission, lastPrice, entries, now, true);
    }

    /** At a venue that can only place and cancel. */
    public Terms(
            @Nullable Instrument instrument,
            EntryForm form,
            BigDecimal takerCommission,
            @Nullable Price lastPrice,
            EntryConditions entries,
            Instant now) {
        this(instrument, form, Abilities.NONE, takerCommission, lastPrice, entries, now);
    }
}

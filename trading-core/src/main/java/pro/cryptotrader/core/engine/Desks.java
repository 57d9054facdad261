package pro.cryptotrader.core.engine;

import java.math.BigDecimal;
import pro.cryptotrader.core.execution.Abilities;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.position.PositionDesk;
import pro.cryptotrader.core.risk.AccountFacts;
import pro.cryptotrader.core.risk.EngineDesk;
import pro.cryptotrader.core.risk.RiskDesk;

/**
 * Who decides, and what the venue's account allows.
 *
 * @param form the best form of entry that the venue allows
 * @param abilities what else the venue can do with its orders
 * @param tellsOwner whether the trading log is written, which people read
 * @param takerCommission the rate taken from what a purchase receives, such as 0.001
 */
public record Desks(
        RiskDesk risk,
        EngineDesk engine,
        AccountFacts facts,
        PositionDesk positions,
        boolean tellsOwner,
        EntryForm form,
        Abilities abilities,
        BigDecimal takerCommission) {

    /** Desks that decide as the services do. */
    public static Desks live(EntryForm form, Abilities abilities, BigDecimal takerCommission) {
        return of(new RiskDesk(), new PositionDesk(), true, form, abilities, takerCommission);
    }

    /**
     * Desks that decide as the services do and write no trading log.
     *
     * @param mostSlippagePct how far above the reference price an entry may be filled, in per cent
     */
    public static Desks silent(
            BigDecimal mostSlippagePct, EntryForm form, BigDecimal takerCommission) {
        return of(
                new RiskDesk(mostSlippagePct, false),
                new PositionDesk(false),
                false,
                form,
                Abilities.NONE,
                takerCommission);
    }

    private static Desks of(
            RiskDesk risk,
            PositionDesk positions,
            boolean tellsOwner,
            EntryForm form,
            Abilities abilities,
            BigDecimal takerCommission) {
        return new Desks(
                risk,
                new EngineDesk(),
                new AccountFacts(),
                positions,
                tellsOwner,
                form,
                abilities,
                takerCommission);
    }
}

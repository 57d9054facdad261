package pro.cryptotrader.contracts.config;

import java.math.BigDecimal;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Money;

/**
 * An account's limits. Percentages are per cent: 2 means 2 %.
 *
 * @param maxDailyLossPct entries end when equity has fallen this far since the start of the day
 * @param maxPositions most positions at once, entries on their way included
 * @param positionSizePct most that one position may be worth, of equity
 * @param stopLossPct distance of the stop-loss below the entry
 * @param takeProfitPct distance of the take-profit above the entry
 * @param minimumBalance cash that an entry must leave untouched
 */
public record RiskConfig(
        BigDecimal maxDailyLossPct,
        int maxPositions,
        BigDecimal positionSizePct,
        BigDecimal stopLossPct,
        BigDecimal takeProfitPct,
        Money minimumBalance) {
    public RiskConfig {
        maxDailyLossPct = Decimals.canonical(maxDailyLossPct);
        positionSizePct = Decimals.canonical(positionSizePct);
        stopLossPct = Decimals.canonical(stopLossPct);
        takeProfitPct = Decimals.canonical(takeProfitPct);
    }
}

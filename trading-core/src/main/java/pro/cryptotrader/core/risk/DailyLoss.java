package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.value.Money;

/** Entries end when equity, marked to market, has fallen too far since the start of the day. */
record DailyLoss() implements RiskRule<Entry> {
    @Override
    public boolean allows(Entry entry) {
        return !hasReached(entry.funds(), entry.limits().maxDailyLossPct());
    }

    @Override
    public Finding review(Entry entry) {
        var funds = entry.funds();
        var limit = entry.limits().maxDailyLossPct();
        return Finding.of(
                "daily-loss",
                allows(entry),
                () -> percentText(lossPct(funds)),
                () -> "less than " + percentText(limit),
                () ->
                        new Denial(
                                Denial.Code.DAILY_LOSS,
                                "equity has fallen %s since the start of the day, from %s to %s; at %s entries end"
                                        .formatted(
                                                percentText(lossPct(funds)),
                                                funds.dayStartEquity(),
                                                funds.equity(),
                                                percentText(limit)),
                                Map.of(
                                        "lossPct",
                                        lossPct(funds).toPlainString(),
                                        "limitPct",
                                        limit.toPlainString(),
                                        "equity",
                                        funds.equity().toString(),
                                        "dayStartEquity",
                                        funds.dayStartEquity().toString())));
    }

    /** Whether the day's loss is {@code percent} of the day's first equity or more, exactly. */
    static boolean hasReached(AccountStateChanged funds, BigDecimal percent) {
        var loss = loss(funds);
        return loss.isPositive() && loss.compareTo(funds.dayStartEquity().percent(percent)) >= 0;
    }

    /** The day's loss in per cent of the day's first equity; a gain is negative. */
    static BigDecimal lossPct(AccountStateChanged funds) {
        return funds.dayStartEquity().isPositive()
                ? loss(funds).percentOf(funds.dayStartEquity())
                : BigDecimal.ZERO;
    }

    static String percentText(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private static Money loss(AccountStateChanged funds) {
        return funds.dayStartEquity().minus(funds.equity());
    }
}

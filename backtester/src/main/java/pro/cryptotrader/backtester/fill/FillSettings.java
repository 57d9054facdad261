package pro.cryptotrader.backtester.fill;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import pro.cryptotrader.contracts.value.Decimals;

/**
 * How the venue of a backtest treats orders. Percentages are per cent: 0.1 means 0.1 %.
 *
 * @param spreadPct distance from bid to ask, of the price
 * @param slippagePct how much worse than bid or ask a market order or a triggered stop fills
 * @param makerFeePct commission on what a resting order receives
 * @param takerFeePct commission on what any other order receives
 * @param feeAsset what commissions are taken in
 * @param participationPct the most of a candle's volume that one order gets
 * @param latency from the decision to the matching engine
 * @param assumptions what flatters the result, by name
 */
public record FillSettings(
        BigDecimal spreadPct,
        BigDecimal slippagePct,
        BigDecimal makerFeePct,
        BigDecimal takerFeePct,
        FeeAsset feeAsset,
        BigDecimal participationPct,
        Duration latency,
        Set<Assumption> assumptions) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public FillSettings {
        spreadPct = share("spread", spreadPct);
        slippagePct = share("slippage", slippagePct);
        makerFeePct = share("maker fee", makerFeePct);
        takerFeePct = share("taker fee", takerFeePct);
        participationPct = share("participation", participationPct);
        if (latency.isNegative()) {
            throw new IllegalArgumentException(
                    "the latency is zero or more, not %s".formatted(latency));
        }
        assumptions =
                assumptions.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(assumptions));
    }

    private static BigDecimal share(String what, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "the %s is 0 to 100 per cent, not %s".formatted(what, percent.toPlainString()));
        }
        return Decimals.canonical(percent);
    }

    /**
     * What a careful person assumes of a liquid pair: two hundredths of a per cent between bid and
     * ask, as much slippage again, Binance's 0.1 % on either side, a tenth of the volume, half a
     * second.
     */
    public static FillSettings honest() {
        return new FillSettings(
                new BigDecimal("0.02"),
                new BigDecimal("0.02"),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                FeeAsset.RECEIVED,
                BigDecimal.TEN,
                Duration.ofMillis(500),
                Set.of());
    }

    public boolean assumes(Assumption assumption) {
        return assumptions.contains(assumption);
    }

    /** What commissions are taken in. */
    public enum FeeAsset {
        /** As at the venue: a purchase pays in the base asset, a sale in the quote asset. */
        RECEIVED,
        /** Always in the quote asset, as most backtesters count. */
        QUOTE
    }
}

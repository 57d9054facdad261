package pro.cryptotrader.contracts.event;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import pro.cryptotrader.contracts.value.Decimals;

/**
 * How the venue of a backtest treats orders. Percentages are per cent: 0.1 means 0.1 %.
 *
 * @param spreadPct distance from bid to ask
 * @param slippagePct how much worse than bid or ask a market order or a triggered stop fills
 * @param makerFeePct commission of a resting order
 * @param takerFeePct commission of any other order
 * @param feeAsset what commissions are taken in
 * @param participationPct the most of a candle's volume that one order gets
 * @param latencyMillis from the decision to the matching engine
 * @param assumptions what flatters the result, asked for by name
 */
public record BacktestFills(
        BigDecimal spreadPct,
        BigDecimal slippagePct,
        BigDecimal makerFeePct,
        BigDecimal takerFeePct,
        FeeAsset feeAsset,
        BigDecimal participationPct,
        long latencyMillis,
        Set<Assumption> assumptions) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long LONGEST_LATENCY = 60_000;

    public BacktestFills {
        spreadPct = share("spreadPct", spreadPct);
        slippagePct = share("slippagePct", slippagePct);
        makerFeePct = share("makerFeePct", makerFeePct);
        takerFeePct = share("takerFeePct", takerFeePct);
        participationPct = share("participationPct", participationPct);
        if (latencyMillis < 0 || latencyMillis > LONGEST_LATENCY) {
            throw new IllegalArgumentException(
                    "latencyMillis is 0 to %d, not %d".formatted(LONGEST_LATENCY, latencyMillis));
        }
        assumptions =
                assumptions.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(assumptions));
    }

    private static BigDecimal share(String what, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(
                    "%s is 0 to 100, not %s".formatted(what, percent.toPlainString()));
        }
        return Decimals.canonical(percent);
    }

    /** What a careful person assumes of a liquid pair. */
    public static BacktestFills honest() {
        return new BacktestFills(
                new BigDecimal("0.02"),
                new BigDecimal("0.02"),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                FeeAsset.RECEIVED,
                BigDecimal.TEN,
                500,
                Set.of());
    }

    /** What commissions are taken in. */
    public enum FeeAsset {
        RECEIVED,
        QUOTE
    }

    /** What flatters a backtest; none holds unless somebody asks for it. */
    public enum Assumption {
        TARGET_FIRST,
        FILL_ON_TOUCH,
        UNLIMITED_VOLUME,
        NO_SPREAD,
        NO_SLIPPAGE
    }
}

package pro.cryptotrader.backtester.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.fill.Assumption;
import pro.cryptotrader.backtester.fill.FillSettings;

/** How the venue treats orders; what is not said is as a careful person would assume. */
final class FillOptions {
    @Option(names = "--spread", description = "Bid to ask, in per cent of the price.")
    private @Nullable BigDecimal spread;

    @Option(names = "--slippage", description = "How much worse than bid or ask, in per cent.")
    private @Nullable BigDecimal slippage;

    @Option(names = "--maker-fee", description = "Commission of resting orders, in per cent.")
    private @Nullable BigDecimal makerFee;

    @Option(names = "--taker-fee", description = "Commission of all other orders, in per cent.")
    private @Nullable BigDecimal takerFee;

    @Option(names = "--fee-asset", description = "What commissions are taken in: RECEIVED, QUOTE.")
    private FillSettings.@Nullable FeeAsset feeAsset;

    @Option(names = "--participation", description = "Most of a candle's volume, in per cent.")
    private @Nullable BigDecimal participation;

    @Option(names = "--latency", description = "From decision to venue, such as PT0.5S.")
    private @Nullable Duration latency;

    @Option(
            names = "--assume",
            split = ",",
            description = "Something that flatters the result: ${COMPLETION-CANDIDATES}.")
    private List<Assumption> assumptions = List.of();

    FillSettings settings() {
        var honest = FillSettings.honest();
        Set<Assumption> asked = EnumSet.noneOf(Assumption.class);
        asked.addAll(assumptions);
        return new FillSettings(
                or(spread, honest.spreadPct()),
                or(slippage, honest.slippagePct()),
                or(makerFee, honest.makerFeePct()),
                or(takerFee, honest.takerFeePct()),
                or(feeAsset, honest.feeAsset()),
                or(participation, honest.participationPct()),
                or(latency, honest.latency()),
                asked);
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}

package pro.cryptotrader.backtester.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.core.execution.OrderStatus;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** What the venue of a backtest does with orders, one candle at a time. Prices are in cents. */
class CandleVenueTest {
    private static final FillSettings BARE =
            new FillSettings(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    new BigDecimal("0.1"),
                    new BigDecimal("0.1"),
                    FillSettings.FeeAsset.RECEIVED,
                    BigDecimal.TEN,
                    Duration.ZERO,
                    EnumSet.noneOf(Assumption.class));

    @Test
    void anEntryFillsAtTheOpenPrice() {
        var desk = new VenueBench(BARE).candle(100_00, 101_00, 99_50, 100_50);

        var done = desk.buys("2", "100.20", "99", "102");

        assertThat(done).containsExactly("ENTRY FILLED 2 at 100, fee 0.002 BTC");
    }

    @Test
    void spreadAndSlippageMakeItDearerAndAreRoundedAgainstUs() {
        var settings =
                new FillSettings(
                        new BigDecimal("0.02"),
                        new BigDecimal("0.025"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        FillSettings.FeeAsset.RECEIVED,
                        BigDecimal.TEN,
                        Duration.ZERO,
                        EnumSet.noneOf(Assumption.class));
        var desk = new VenueBench(settings).candle(100_00, 101_00, 99_50, 100_50);

        // Half of the spread is 0.01 and the slippage 0.025: 100.035, rounded up.
        assertThat(desk.buys("2", "100.20", "99", "102"))
                .containsExactly("ENTRY FILLED 2 at 100.04, fee 0 BTC");
        assertThat(desk.sells("1")).containsExactly("EXIT FILLED 1 at 99.96, fee 0 USDT");
    }

    @Test
    void anEntryWhosePriceHasRunAwayExpiresWithItsProtection() {
        var desk = new VenueBench(BARE).candle(100_21, 101_00, 99_50, 100_50);

        assertThat(desk.buys("2", "100.20", "99", "102")).containsExactly("ENTRY EXPIRED 0");
        assertThat(desk.next(98_00, 103_00, 97_00, 98_00)).isEmpty();
    }

    @Test
    void anEntryForMoreThanItsShareOfTheVolumeExpires() {
        var desk = new VenueBench(BARE).candle(100_00, 101_00, 99_50, 100_50);

        // 30 were traded, a tenth of that is 3.
        assertThat(desk.buys("3", "100.20", "99", "102"))
                .hasSize(1)
                .first()
                .asString()
                .contains("FILLED");
        assertThat(
                        new VenueBench(BARE)
                                .candle(100_00, 101_00, 99_50, 100_50)
                                .buys("3.00001", "100.20", "99", "102"))
                .containsExactly("ENTRY EXPIRED 0");
    }

    @Test
    void aStopThatThePriceWalksThroughFillsAtTheStop() {
        var desk = bought(BARE);

        assertThat(desk.next(100_00, 101_00, 98_50, 99_50))
                .containsExactly(
                        "STOP_LOSS FILLED 1.998 at 99, fee 0.197802 USDT", "TAKE_PROFIT EXPIRED 0");
    }

    @Test
    void aGapThroughTheStopFillsAtTheGapsPrice() {
        var desk = bought(BARE);

        assertThat(desk.next(95_00, 96_00, 94_00, 95_50))
                .containsExactly(
                        "STOP_LOSS FILLED 1.998 at 95, fee 0.18981 USDT", "TAKE_PROFIT EXPIRED 0");
    }

    @Test
    void ofACandleThatReachesBothTheStopIsBelieved() {
        var desk = bought(BARE);

        assertThat(desk.next(100_00, 103_00, 98_50, 102_50))
                .first()
                .asString()
                .startsWith("STOP_LOSS FILLED");
    }

    @Test
    void theTargetIsBelievedWhenSomebodyAsksForItByName() {
        var desk = bought(with(Assumption.TARGET_FIRST));

        assertThat(desk.next(100_00, 103_00, 98_50, 102_50))
                .containsExactly(
                        "TAKE_PROFIT FILLED 1.998 at 102, fee 0.203796 USDT",
                        "STOP_LOSS EXPIRED 0");
    }

    @Test
    void theMarketMustTradeBeyondATargetUnlessTouchingItIsAskedFor() {
        assertThat(bought(BARE).next(100_00, 102_00, 99_50, 101_00)).isEmpty();
        assertThat(bought(with(Assumption.FILL_ON_TOUCH)).next(100_00, 102_00, 99_50, 101_00))
                .first()
                .asString()
                .startsWith("TAKE_PROFIT FILLED");
    }

    @Test
    void aGapAboveTheTargetFillsAtTheTargetAndNoBetter() {
        assertThat(bought(BARE).next(105_00, 106_00, 104_00, 105_00))
                .first()
                .asString()
                .startsWith("TAKE_PROFIT FILLED 1.998 at 102,");
    }

    @Test
    void aTargetFillsNoMoreThanItsShareOfTheVolumeAndTheRestLater() {
        var desk = bought(BARE).volume("10");

        assertThat(desk.next(101_00, 103_00, 100_50, 101_00))
                .containsExactly(
                        "TAKE_PROFIT OPEN 1 at 102, fee 0.102 USDT", "STOP_LOSS EXPIRED 0");
        assertThat(desk.next(101_00, 103_00, 100_50, 101_00))
                .containsExactly("TAKE_PROFIT FILLED 0.998 at 102, fee 0.101796 USDT");
    }

    @Test
    void aSaleLargerThanItsShareIsCutAndExpires() {
        var desk = new VenueBench(BARE).volume("10").candle(100_00, 101_00, 99_50, 100_50);

        assertThat(desk.sells("2.5")).containsExactly("EXIT EXPIRED 1 at 100, fee 0.1 USDT");
    }

    @Test
    void nothingFillsWhileNobodyTrades() {
        var desk = bought(BARE).volume("0");

        assertThat(desk.next(90_00, 110_00, 90_00, 100_00)).isEmpty();
        assertThat(desk.candle(100_00, 100_00, 100_00, 100_00).sells("1"))
                .containsExactly("EXIT EXPIRED 0");
    }

    @Test
    void aCanceledProtectionRestsNoMore() {
        var desk = bought(BARE);

        assertThat(desk.cancels())
                .containsExactly("STOP_LOSS CANCELED 0", "TAKE_PROFIT CANCELED 0");
        assertThat(desk.next(95_00, 110_00, 94_00, 95_50)).isEmpty();
        assertThat(desk.cancel()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void latencyMeetsThePriceThatTheCandleHasWalkedToByThen() {
        // From 100 down to 99, up to 102, down to 101: five in a minute, so 98 % of one in 12 s.
        var desk =
                new VenueBench(late(Duration.ofSeconds(12))).candle(100_00, 102_00, 99_00, 101_00);

        assertThat(desk.buys("2", "100.20", "98", "103"))
                .containsExactly("ENTRY FILLED 2 at 99, fee 0.002 BTC");
    }

    @Test
    void latencyBeyondTheCandleArrivesInALaterOne() {
        var desk =
                new VenueBench(late(Duration.ofSeconds(61))).candle(100_00, 100_10, 99_90, 100_00);

        assertThat(desk.buys("2", "100.20", "99", "102")).isEmpty();
        assertThat(desk.next(100_10, 100_10, 100_10, 100_10))
                .containsExactly(
                        "ENTRY FILLED 2 at 100.1, fee 0.002 BTC",
                        "STOP_LOSS OPEN 0",
                        "TAKE_PROFIT OPEN 0");
    }

    @Test
    void whatIsDecidedWhileACandleWalksArrivesInTheNextOne() {
        var desk = bought(BARE);
        var _ = desk.next(100_00, 101_00, 99_50, 100_00);

        assertThat(desk.sells("1")).isEmpty();
        assertThat(desk.next(101_00, 101_50, 100_00, 101_00))
                .containsExactly("EXIT FILLED 1 at 101, fee 0.101 USDT");
    }

    @Test
    void protectionOnTheWrongSideOfThePriceIsRefused() {
        var desk = new VenueBench(BARE).candle(98_00, 98_50, 97_00, 98_00);

        assertThat(desk.protects("1", "99", "102")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoCannotPayIsRefused() {
        var desk = new VenueBench(BARE).cash("199.99").candle(100_00, 101_00, 99_50, 100_50);

        assertThat(desk.buyOutcome("2", "100.20", "99", "102")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anOrderCanBeAskedFor() {
        var desk = bought(BARE);
        var _ = desk.next(95_00, 96_00, 94_00, 95_50);

        assertThat(desk.lookUp("stop-loss")).isEqualTo(OrderStatus.FILLED);
        assertThat(desk.lookUp("take-profit")).isEqualTo(OrderStatus.EXPIRED);
    }

    private static VenueBench bought(FillSettings settings) {
        var desk = new VenueBench(settings).candle(100_00, 100_50, 99_50, 100_00);
        var _ = desk.buys("2", "100.20", "99", "102");
        return desk;
    }

    private static FillSettings with(Assumption assumption) {
        return new FillSettings(
                BARE.spreadPct(),
                BARE.slippagePct(),
                BARE.makerFeePct(),
                BARE.takerFeePct(),
                BARE.feeAsset(),
                BARE.participationPct(),
                BARE.latency(),
                EnumSet.of(assumption));
    }

    private static FillSettings late(Duration latency) {
        return new FillSettings(
                BARE.spreadPct(),
                BARE.slippagePct(),
                BARE.makerFeePct(),
                BARE.takerFeePct(),
                BARE.feeAsset(),
                BARE.participationPct(),
                latency,
                BARE.assumptions());
    }
}

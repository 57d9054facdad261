package pro.cryptotrader.backtester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.backtester.engine.BacktestTrade;
import pro.cryptotrader.backtester.engine.EquityCurve;
import pro.cryptotrader.backtester.engine.ExitReason;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

class TradeFiguresTest {
    private static final Instant START = Instant.parse("2024-01-31T22:00:00Z");

    /** Bought at 100, one unit, entered and left at these hours after the start. */
    private static BacktestTrade trade(int entered, int left, String result) {
        var profit = Money.of(result);
        return new BacktestTrade(
                new AccountId("main"),
                Symbol.of("BTC/USDT"),
                entered,
                new UUID(0, entered),
                "trend",
                START.plus(Duration.ofHours(entered)),
                START.plus(Duration.ofHours(left)),
                Price.of("100"),
                new Price(Money.of("100.2").plus(profit).value()),
                Quantity.of("1"),
                Money.of("100.1"),
                Money.of("0.2"),
                Money.of("0.05"),
                profit,
                profit.isPositive() ? ExitReason.TAKE_PROFIT : ExitReason.STOP_LOSS,
                null,
                null);
    }

    private static final List<BacktestTrade> TRADES =
            List.of(
                    trade(0, 1, "3"),
                    trade(1, 5, "-1"),
                    trade(4, 6, "-2"),
                    trade(8, 9, "0"),
                    trade(9, 13, "6"));

    @Test
    void figuresOfFiveTradesByHand() {
        var figures = TradeFigures.of(TRADES);
        assertThat(figures.trades()).isEqualTo(5);
        assertThat(figures.wins()).isEqualTo(2);
        assertThat(figures.losses()).isEqualTo(2);
        assertThat(figures.winRatePct()).isEqualTo(40);
        assertThat(figures.profit()).isEqualTo(6);
        assertThat(figures.profitFactor()).isEqualTo(3);
        assertThat(figures.expectancy()).isCloseTo(1.2, within(1e-12));
        assertThat(figures.averageWin()).isEqualTo(4.5);
        assertThat(figures.averageLoss()).isEqualTo(-1.5);
        assertThat(figures.payoff()).isEqualTo(3);
        assertThat(figures.best()).isEqualTo(6);
        assertThat(figures.worst()).isEqualTo(-2);
        assertThat(figures.longestWinStreak()).isEqualTo(1);
        assertThat(figures.longestLossStreak()).isEqualTo(2);
        assertThat(figures.fees()).isCloseTo(1, within(1e-12));
        assertThat(figures.slippage()).isCloseTo(0.25, within(1e-12));
        assertThat(figures.turnover()).isCloseTo(500 + 500 + 6 + 1, within(1e-9));
        assertThat(figures.holding()).isEqualTo(new TradeFigures.HoldingTimes(144, 120, 60, 240));
        assertThat(figures.holdingOfWins().mean()).isEqualTo(150);
        assertThat(figures.holdingOfLosses().mean()).isEqualTo(180);
    }

    @Test
    void withoutTradesOrLossesAFigureIsUnknownRatherThanZero() {
        assertThat(TradeFigures.of(List.of()).winRatePct()).isNaN();
        assertThat(TradeFigures.of(List.of()).expectancy()).isNaN();
        assertThat(TradeFigures.of(List.of(trade(0, 1, "3"))).profitFactor()).isNaN();
    }

    @Test
    void exposureCountsOverlappingPositionsOnce() {
        var exposure = Exposure.of(TRADES, START, START.plus(Duration.ofHours(20)), halfInvested());
        // 0-6 and 8-13 of 20 hours
        assertThat(exposure.timeInMarketPct()).isCloseTo(55, within(1e-9));
        assertThat(exposure.averageInvestedPct()).isCloseTo(25, within(1e-9));
        assertThat(exposure.mostPositions()).isEqualTo(2);
    }

    private static EquityCurve halfInvested() {
        var curve = new EquityCurve(2);
        curve.add(0, 1_000, 0);
        curve.add(1, 1_000, 500);
        return curve;
    }

    @Test
    void periodsFollowTheCalendar() {
        var curve = DailyEquity.of(1_000, LocalDate.parse("2024-01-31"), 1_010, 1_000, 990, 1_089);
        assertThat(PeriodReturn.of(curve, TRADES, Period.MONTH))
                .containsExactly(
                        new PeriodReturn(LocalDate.parse("2024-01-01"), 1_010, 10, 1, 1),
                        new PeriodReturn(
                                LocalDate.parse("2024-02-01"), 1_089, 79, 100 * 79.0 / 1_010, 4));
        assertThat(PeriodReturn.of(curve, TRADES, Period.WEEK))
                .extracting(PeriodReturn::start)
                .containsExactly(LocalDate.parse("2024-01-29"));
        assertThat(PeriodReturn.of(curve, TRADES, Period.DAY))
                .extracting(PeriodReturn::change)
                .containsExactly(10.0, -10.0, -10.0, 99.0);
    }
}

package pro.cryptotrader.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Money;

/** All expected values were worked out by hand. */
class PerformanceTest {

    @Test
    void countsWinsAndLossesAndTheirAverages() {
        var figures = Performance.of(trades("30", "-10", "20", "-15", "0"), List.of());

        assertThat(figures.trades()).isEqualTo(5);
        assertThat(figures.wins()).isEqualTo(2);
        assertThat(figures.losses()).isEqualTo(2);
        assertThat(figures.winRatePct()).isEqualByComparingTo("40");
        assertThat(figures.netProfit()).isEqualTo(Money.of("25"));
        assertThat(figures.profitFactor()).isEqualByComparingTo("2");
        assertThat(figures.expectancy()).isEqualTo(Money.of("5"));
        assertThat(figures.averageWin()).isEqualTo(Money.of("25"));
        assertThat(figures.averageLoss()).isEqualTo(Money.of("-12.5"));
        assertThat(figures.payoff()).isEqualByComparingTo("2");
        assertThat(figures.best()).isEqualTo(Money.of("30"));
        assertThat(figures.worst()).isEqualTo(Money.of("-15"));
    }

    @Test
    void saysNothingAboutTradesThatThereWereNot() {
        var figures = Performance.of(List.of(), List.of());

        assertThat(
                        Stream.of(
                                figures.winRatePct(),
                                figures.profitFactor(),
                                figures.expectancy(),
                                figures.averageWin(),
                                figures.averageLoss(),
                                figures.payoff(),
                                figures.best(),
                                figures.worst(),
                                figures.sharpe(),
                                figures.sortino()))
                .containsOnlyNulls();
        assertThat(figures.netProfit()).isEqualTo(Money.ZERO);
        assertThat(figures.maxDrawdown()).isEqualTo(Money.ZERO);
    }

    @Test
    void aProfitFactorNeedsALoss() {
        assertThat(Performance.of(trades("30"), List.of()).profitFactor()).isNull();
    }

    @Test
    void theDeepestFallInMoneyNeedNotBeTheDeepestInPercent() {
        var figures =
                Performance.of(
                        List.of(),
                        List.of(
                                point("2026-03-01T00:00:00Z", "1000", "1000"),
                                point("2026-03-01T01:00:00Z", "800", "1000"),
                                point("2026-03-01T02:00:00Z", "2000", "1000"),
                                point("2026-03-01T03:00:00Z", "1700", "1000")));

        assertThat(figures.maxDrawdown()).isEqualTo(Money.of("300"));
        assertThat(figures.maxDrawdownPct()).isEqualByComparingTo("20");
    }

    @Test
    void aWithdrawalIsNoDrawdownAndADepositNoReturn() {
        var figures =
                Performance.of(
                        List.of(),
                        List.of(
                                point("2026-03-01T12:00:00Z", "1000", "1000"),
                                point("2026-03-02T12:00:00Z", "600", "600"),
                                point("2026-03-03T12:00:00Z", "1600", "1600")));

        assertThat(figures.maxDrawdown()).isEqualTo(Money.ZERO);
        assertThat(figures.returnPct()).isEqualByComparingTo("0");
    }

    @Test
    void returnCompoundsTheDays() {
        var figures =
                Performance.of(
                        List.of(),
                        List.of(
                                point("2026-03-01T12:00:00Z", "1100", "1000"),
                                point("2026-03-02T12:00:00Z", "990", "1000")));

        assertThat(figures.returnPct()).isEqualByComparingTo("-1");
    }

    @Test
    void sharpeIsMeanOverDeviationOfDailyReturns() {
        // Returns +2 %, -1 %, +2 %: mean 1 %, sample deviation sqrt(0.0006 / 2) = 1.7320508 %.
        var figures = Performance.of(List.of(), threeDays());

        assertThat(figures.sharpe()).isCloseTo(11.030261, within(1e-6));
    }

    @Test
    void sortinoCountsOnlyTheLosingDays() {
        // Downside deviation sqrt(0.0001 / 3) = 0.57735027 %.
        var figures = Performance.of(List.of(), threeDays());

        assertThat(figures.sortino()).isCloseTo(33.090784, within(1e-6));
    }

    @Test
    void daysWithoutARecordCountAsDaysWithoutReturn() {
        var figures =
                Performance.of(
                        List.of(),
                        List.of(
                                point("2026-03-01T12:00:00Z", "1020", "1000"),
                                point("2026-03-03T12:00:00Z", "1009.8", "1000")));

        // +2 %, 0, -1 %: mean 1/3 %, downside deviation sqrt(0.0001 / 3).
        assertThat(figures.sortino()).isCloseTo(11.030261, within(1e-6));
    }

    @Test
    void ratiosNeedTwoDays() {
        var oneDay =
                Performance.of(
                        List.of(),
                        List.of(
                                point("2026-03-01T00:00:00Z", "1000", "1000"),
                                point("2026-03-01T23:00:00Z", "1010", "1000")));

        assertThat(oneDay.sharpe()).isNull();
        assertThat(oneDay.sortino()).isNull();
    }

    private static List<EquityPoint> threeDays() {
        return List.of(
                point("2026-03-01T12:00:00Z", "1020", "1000"),
                point("2026-03-02T12:00:00Z", "1009.8", "1000"),
                point("2026-03-03T12:00:00Z", "1029.996", "1000"));
    }

    private static List<Money> trades(String... results) {
        return Stream.of(results).map(Money::of).toList();
    }

    private static EquityPoint point(String at, String equity, String contributed) {
        return new EquityPoint(Instant.parse(at), Money.of(equity), Money.of(contributed));
    }
}

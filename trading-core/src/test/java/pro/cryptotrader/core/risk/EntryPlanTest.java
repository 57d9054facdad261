package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;

class EntryPlanTest {

    @Test
    void roundsTheStopDownTheTargetUpAndTheWorstPriceDown() {
        var plan = plan(funds(), "10.00", "10.03", "0.05", "1");

        // 10.03 less 1 % is 9.9297, plus 2 % is 10.2306, plus 0.2 % is 10.05006.
        assertThat(plan.protection()).isEqualTo(new Protection(Price.of("9.9"), Price.of("10.25")));
        assertThat(plan.worst()).isEqualTo(Price.of("10.05"));
        assertThat(plan.reference()).isEqualTo(Price.of("10.03"));
    }

    @Test
    void makesThePositionSmallerWhenTheStopLiesFurtherAway() {
        // One tick is 10 %: a stop at 9 instead of 9.9 makes a tenth of the size.
        var plan = plan(funds(), "10", "10", "1", "0.001");

        assertThat(plan.protection().stopLoss()).isEqualTo(Price.of("9"));
        assertThat(plan.wanted()).isEqualTo(Money.of("20"));
        assertThat(plan.quantity()).isEqualTo(Quantity.of("2"));
    }

    /** 0.5 % below 10 is 9.95, and 1 % above it is 10.1. */
    @Test
    void aStopThatFollowsBeginsAtItsOwnDistanceAndAPartIsSoldOnTheWay() {
        var limits =
                new RiskConfig(
                        new BigDecimal("3"),
                        5,
                        new BigDecimal("2"),
                        new BigDecimal("1"),
                        new BigDecimal("2"),
                        Money.of("10"),
                        new BigDecimal("0.5"),
                        new BigDecimal("1"),
                        null);

        var plan = plan(config(1, true, limits), funds(), "10", "10", "0.01", "0.1");

        assertThat(plan.protection())
                .isEqualTo(
                        new Protection(
                                Price.of("9.95"),
                                Price.of("10.2"),
                                50,
                                new Protection.Part(Price.of("10.1"), new BigDecimal("50"))));
    }

    @Test
    void spendsNoMoreThanTheCashAboveTheMinimumThatIsNotReserved() {
        var plan = plan(funds("110", "10000", "10000", 0), "10", "10", "0.01", "0.1");

        assertThat(plan.wanted()).isEqualTo(Money.of("200"));
        assertThat(plan.affordable()).isEqualTo(Money.of("100"));
        // 100 at 10.02 a piece is 9.98.
        assertThat(plan.quantity()).isEqualTo(Quantity.of("9.9"));
    }

    @Test
    void isOfSizeZeroWithoutCashOrEquity() {
        assertThat(plan(funds("9", "10000", "10000", 0), "10", "10", "0.01", "0.1").quantity())
                .isEqualTo(Quantity.ZERO);
        assertThat(plan(funds("0", "0", "0", 0), "10", "10", "0.01", "0.1").quantity())
                .isEqualTo(Quantity.ZERO);
    }

    private static EntryPlan plan(
            AccountStateChanged funds, String bid, String ask, String tickSize, String step) {
        return plan(config(), funds, bid, ask, tickSize, step);
    }

    private static EntryPlan plan(
            TradingConfigChanged config,
            AccountStateChanged funds,
            String bid,
            String ask,
            String tickSize,
            String step) {
        var market =
                SymbolMarket.UNKNOWN
                        .with(tick(ETH, bid, ask, NOW))
                        .with(new InstrumentListed(instrument(ETH, tickSize, step, "5"), NOW));
        var account = running(config, funds);
        var candidate =
                Candidate.of(
                        account,
                        Objects.requireNonNull(account.terms()),
                        SIGNAL,
                        buy(ETH, ask, 80),
                        market);
        return EntryPlan.of(candidate.entry(), RiskDesk.MOST_SLIPPAGE_PCT);
    }
}

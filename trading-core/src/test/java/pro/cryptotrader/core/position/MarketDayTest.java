package pro.cryptotrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.position.Tape.BTC_USDT;
import static pro.cryptotrader.core.position.Tape.USDT;
import static pro.cryptotrader.core.position.Tape.funds;
import static pro.cryptotrader.core.position.Tape.market;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Side;

/** Days, weeks and months begin at midnight UTC of the market, whatever the wall clock says. */
class MarketDayTest {
    private final PositionDesk desk = new PositionDesk();

    /** Bought 0.1 BTC for 5000 on Saturday, 28 February 2026; equity was 10000 then. */
    private final AccountLedger saturday = boughtAt("2026-02-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T23:59:59.999Z, 10000, 10000, 10000",
        "2026-03-01T00:00:00Z,     10000, 10000, 10000",
        "2026-03-02T00:00:00Z,     10000, 10000, 10000"
    })
    void theFirstTickOfAPeriodDoesNotYetBelongToItsStart(
            Instant at, String day, String week, String month) {
        assertStarts(saturday.marked(BTC_USDT, Price.of("60000"), at), day, week, month);
    }

    @Test
    void anAccountWhoseFundsAreUnknownIsNotMarkedAndStartsNoDay() {
        var unknown = AccountLedger.empty(new AccountId("main"), USDT);

        var marked =
                unknown.marked(BTC_USDT, Price.of("60000"), Instant.parse("2026-02-28T10:00:00Z"));

        assertThat(marked).isEqualTo(unknown);
    }

    @Test
    void aDayStartsWithTheEquityOfTheLastTickBeforeMidnight() {
        var late =
                saturday.marked(BTC_USDT, Price.of("60000"), Instant.parse("2026-02-28T23:59:59Z"));
        var sunday =
                late.marked(BTC_USDT, Price.of("50000"), Instant.parse("2026-03-01T00:00:00Z"));

        assertStarts(sunday, "11000", "10000", "11000");
        assertThat(sunday.equity()).isEqualByComparingTo("10000");
    }

    @Test
    void aWeekStartsOnMonday() {
        var sunday =
                saturday.marked(BTC_USDT, Price.of("60000"), Instant.parse("2026-03-01T23:59:59Z"));
        var monday =
                sunday.marked(BTC_USDT, Price.of("61000"), Instant.parse("2026-03-02T00:00:00Z"));

        assertStarts(monday, "11000", "11000", "10000");
    }

    @Test
    void aDayBeginsForAnAccountThatHoldsNothing() {
        var flat = Tape.opened("10000");
        var next = flat.marked(BTC_USDT, Price.of("50000"), Instant.parse("2026-03-05T00:00:01Z"));

        assertThat(next.periods().epochDay()).isEqualTo(flat.periods().epochDay() + 1);
    }

    @Test
    void aLateEventDoesNotTurnTheClockBack() {
        var monday =
                saturday.marked(BTC_USDT, Price.of("60000"), Instant.parse("2026-03-02T00:00:00Z"));
        var again =
                monday.marked(BTC_USDT, Price.of("61000"), Instant.parse("2026-02-28T13:00:00Z"));

        assertThat(again.periods()).isEqualTo(monday.periods());
        assertThat(again.at()).isEqualTo(monday.at());
    }

    @Test
    void depositsAndWithdrawalsMoveTheStartsAndThePeak() {
        var noon = Instant.parse("2026-02-28T13:00:00Z");
        var richer =
                desk.decide(
                                saturday,
                                funds(USDT, "500", FundsChanged.Cause.DEPOSIT, noon),
                                market("50000"))
                        .state();
        var poorer =
                desk.decide(
                                richer,
                                funds(USDT, "-1000", FundsChanged.Cause.WITHDRAWAL, noon),
                                market("50000"))
                        .state();

        assertStarts(richer, "10500", "10500", "10500");
        assertStarts(poorer, "9500", "9500", "9500");
        assertThat(poorer.statement().peakEquity()).isEqualTo(Money.of("9500"));
        assertThat(poorer.drawdownPct()).isZero();
    }

    @Test
    void drawdownIsMeasuredFromThePeak() {
        var up =
                saturday.marked(BTC_USDT, Price.of("70000"), Instant.parse("2026-02-28T13:00:00Z"));
        var down = up.marked(BTC_USDT, Price.of("58000"), Instant.parse("2026-02-28T14:00:00Z"));

        assertThat(down.statement().peakEquity()).isEqualTo(Money.of("12000"));
        assertThat(down.drawdownPct()).isEqualByComparingTo("10");
    }

    private AccountLedger boughtAt(String at) {
        var when = Instant.parse(at);
        var opened =
                desk.decide(
                                AccountLedger.empty(Tape.MAIN, USDT),
                                funds(USDT, "10000", FundsChanged.Cause.OPENING, when),
                                market("50000"))
                        .state();
        return desk.decide(
                        opened,
                        Tape.fill(
                                Side.BUY,
                                OrderRole.ENTRY,
                                BTC_USDT,
                                "0.1",
                                "50000",
                                "0",
                                USDT,
                                when),
                        market("50000"))
                .state();
    }

    private static void assertStarts(AccountLedger ledger, String day, String week, String month) {
        var statement = ledger.statement();
        assertThat(statement.dayStartEquity()).isEqualTo(Money.of(day));
        assertThat(statement.weekStartEquity()).isEqualTo(Money.of(week));
        assertThat(statement.monthStartEquity()).isEqualTo(Money.of(month));
    }
}

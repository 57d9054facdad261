package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.event.TradingLog.Level;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.Decision;

class AccountFactsTest {
    private final AccountFacts facts = new AccountFacts();

    @Test
    void theFirstConfigurationBringsAStoppedEngine() {
        var decision = facts.learn(AccountRisk.unknown(MAIN), config(), WALL);

        assertThat(decision.events().getFirst())
                .isEqualTo(
                        new EngineStateChanged(
                                MAIN,
                                EngineState.STOPPED,
                                1,
                                0,
                                false,
                                null,
                                "The account is new",
                                WALL));
    }

    @Test
    void aNewerConfigurationReplacesAnOlderOneAndNeverTheOtherWayRound() {
        var second = config(2, true, limits("3", 9, "10"));
        var account = learning(running(), second);

        assertThat(account.terms()).isEqualTo(TradingTerms.of(second));
        assertThat(facts.learn(account, config(), WALL)).isEqualTo(Decision.quiet(account));
        assertThat(account.engine().epoch()).isEqualTo(2);
    }

    @Test
    void aClosedPositionDoesNotComeBack() {
        var account = learning(running(), open(BTC, 1, "1"), closed(BTC, 1), open(BTC, 2, "1"));

        assertThat(learning(account, closed(BTC, 1)).holds(BTC)).isTrue();
        assertThat(learning(account, closed(BTC, 2)).openPositions()).isZero();
    }

    @Test
    void anEntryThatWasNeverSentRefusedOrExpiredUnfilledGivesItsSlotAndCashBack() {
        var account = entering();
        var order = order(account);

        assertThat(learning(account, notSent(order)).reservations()).isEmpty();
        assertThat(learning(account, rejected(order)).reservations()).isEmpty();
        assertThat(learning(account, expired(order, "0")).reservations()).isEmpty();
    }

    @Test
    void anEntryThatIsSentOrPartlyFilledKeepsItsSlot() {
        var account = entering();
        var order = order(account);

        var sent = learning(account, intended(order));

        assertThat(sent.pendingEntries()).isEqualTo(1);
        assertThat(sent.reservations().get(order)).matches(Reservation::sent);
        assertThat(learning(sent, expired(order, "0.001")).pendingEntries()).isEqualTo(1);
    }

    @Test
    void ordersOfOthersChangeNothing() {
        var account = entering();

        assertThat(learning(account, notSent(OrderId.from(SIGNAL, "another")))).isEqualTo(account);
    }

    @Test
    void thePositionTakesTheSlotAndTheCashIsFreedOnceTheBalanceSheetShowsThePurchase() {
        var account = entering();
        var cash = account.reservedCash();

        var seen = learning(account, open(BTC, 1, "0.00398"));
        var stale = learning(seen, funds("10000", "10000", "10000", 0, NOW.minusMillis(1)));
        var paid = learning(stale, funds("9800", "10000", "10000", 1, NOW));

        assertThat(seen.openPositions() + seen.pendingEntries()).isEqualTo(1);
        assertThat(stale.reservedCash()).isEqualTo(cash).isEqualTo(Money.of("199.899"));
        assertThat(paid.reservations()).isEmpty();
    }

    @Test
    void aPositionThatHasComeAndGoneFreesTheSlotToo() {
        assertThat(learning(entering(), closed(BTC, 1)).pendingEntries()).isZero();
    }

    @Test
    void theEndOfAnEarlierPositionFreesNothing() {
        var before = learning(running(), open(BTC, 4, "1"), closed(BTC, 4));
        var account = enter(before);

        assertThat(learning(account, closed(BTC, 4)).pendingEntries()).isEqualTo(1);
    }

    @Test
    void anEntryThatNobodyEverAnsweredIsForgottenLongAfterItsValidity() {
        var validUntil = EXPIRY.plus(Reservation.GRACE);
        var account = entering();

        assertThat(account.at(validUntil).reservations()).hasSize(1);
        assertThat(account.at(validUntil.plusNanos(1)).reservations()).isEmpty();
        assertThat(
                        learning(account, intended(order(account)))
                                .at(validUntil.plus(Duration.ofDays(9)))
                                .reservations())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"9760.00000001, 0", "9760, 1", "9700, 1", "9000, 1", "10001, 0"})
    void warnsFromFourFifthsOfTheDailyLossLimitOn(String equity, int warnings) {
        var decision = facts.learn(running(), funds("9000", equity, "10000", 0), WALL);

        assertThat(decision.events()).hasSize(warnings);
    }

    @Test
    void warnsOncePerDayThatTheLimitIsNearAndOnceThatItIsReached() {
        var near = funds("9000", "9750", "10000", 0);
        var reached = funds("9000", "9700", "10000", 0);
        var tomorrow = funds("9000", "9750", "10000", 0, NOW.plus(Duration.ofDays(1)));

        var first = facts.learn(running(), near, WALL);
        var again = facts.learn(first.state(), near, WALL);
        var limit = facts.learn(again.state(), reached, WALL);
        var back = facts.learn(limit.state(), near, WALL);
        var nextDay = facts.learn(back.state(), tomorrow, WALL);

        assertThat(first.events())
                .containsExactly(
                        warning(
                                "Today's loss of 2.50 % is near the limit of 3.00 %",
                                "near", "2.5"));
        assertThat(again.events()).isEmpty();
        assertThat(limit.events())
                .containsExactly(
                        warning(
                                "Today's loss of 3.00 % has reached the limit of 3.00 %: no more entries today",
                                "reached", "3"));
        assertThat(back.events()).isEmpty();
        assertThat(nextDay.events()).hasSize(1);
    }

    private static Event warning(String message, String stage, String loss) {
        var equity = loss.equals("3") ? "9700" : "9750";
        return new TradingLog(
                MAIN,
                Level.WARNING,
                "risk-service",
                message,
                Map.of(
                        "type",
                        "DAILY_LOSS_WARNING",
                        "stage",
                        stage,
                        "lossPct",
                        loss,
                        "limitPct",
                        "3",
                        "equity",
                        equity,
                        "dayStartEquity",
                        "10000"),
                CANDLE_CLOSE);
    }

    private static AccountRisk entering() {
        return enter(running());
    }

    private static AccountRisk enter(AccountRisk account) {
        return new RiskDesk().decide(account, market(), SIGNAL, buy(BTC, "50000", 80)).state();
    }

    private static OrderId order(AccountRisk account) {
        return account.reservations().firstKey();
    }

    private static OrderEvent notSent(OrderId order) {
        return new OrderEvent.OrderNotSent(
                MAIN, order, SIGNAL, BTC, OrderRole.ENTRY, "lapsed", NOW);
    }

    private static OrderEvent rejected(OrderId order) {
        return new OrderEvent.OrderRejected(
                MAIN, order, BTC, OrderRole.ENTRY, -2010, "insufficient balance", NOW);
    }

    private static OrderEvent intended(OrderId order) {
        return new OrderEvent.OrderIntended(
                MAIN,
                order,
                SIGNAL,
                BTC,
                OrderRole.ENTRY,
                Side.BUY,
                Quantity.of("0.00399"),
                null,
                null,
                NOW);
    }

    private static OrderEvent expired(OrderId order, String executed) {
        return new OrderEvent.OrderClosed(
                MAIN,
                order,
                BTC,
                OrderRole.ENTRY,
                OrderEvent.OrderClosed.Outcome.EXPIRED,
                Quantity.of(executed),
                Money.ZERO,
                "executionReport 1",
                NOW);
    }
}

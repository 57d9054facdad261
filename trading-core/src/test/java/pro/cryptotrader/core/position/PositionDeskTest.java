package pro.cryptotrader.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.core.position.Tape.BNB;
import static pro.cryptotrader.core.position.Tape.BTC;
import static pro.cryptotrader.core.position.Tape.BTC_USDT;
import static pro.cryptotrader.core.position.Tape.MAIN;
import static pro.cryptotrader.core.position.Tape.NOON;
import static pro.cryptotrader.core.position.Tape.USDT;
import static pro.cryptotrader.core.position.Tape.buy;
import static pro.cryptotrader.core.position.Tape.closed;
import static pro.cryptotrader.core.position.Tape.engine;
import static pro.cryptotrader.core.position.Tape.funds;
import static pro.cryptotrader.core.position.Tape.market;
import static pro.cryptotrader.core.position.Tape.opened;
import static pro.cryptotrader.core.position.Tape.opening;
import static pro.cryptotrader.core.position.Tape.resting;
import static pro.cryptotrader.core.position.Tape.sell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed.Outcome;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.PositionChanged.Status;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.core.Decision;

class PositionDeskTest {
    private final PositionDesk desk = new PositionDesk();

    @Test
    void buyingOpensPositionOneLessTheCommissionInCoins() {
        var decision =
                desk.decide(
                        opened("10000"),
                        buy(BTC_USDT, "0.1", "50000", "0.0001", BTC),
                        market("49990"));

        assertThat(decision.events().subList(0, 2))
                .containsExactly(
                        new PositionChanged(
                                MAIN,
                                BTC_USDT,
                                1,
                                Status.OPEN,
                                Quantity.of("0.0999"),
                                Price.of("50050.05005005"),
                                Money.of("5000"),
                                Price.of("49990"),
                                Money.of("-5.999"),
                                Money.ZERO,
                                null,
                                false,
                                NOON,
                                null,
                                null,
                                NOON),
                        new AccountStateChanged(
                                MAIN,
                                USDT,
                                new TreeMap<>(
                                        Map.of(
                                                BTC,
                                                new BigDecimal("0.0999"),
                                                USDT,
                                                new BigDecimal("5000"))),
                                Money.of("5000"),
                                Money.of("9994.001"),
                                Money.of("10000"),
                                Money.of("10000"),
                                Money.of("10000"),
                                Money.of("10000"),
                                Money.ZERO,
                                new BigDecimal("0.05999"),
                                1,
                                NOON));
        assertThat(messages(decision)).containsExactly("Bought 0.1 BTC/USDT at 50,000.00");
    }

    @Test
    void commissionInMoneyAddsToTheCostAndReducesTheProceeds() {
        var bought = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "5", USDT));
        var sold =
                desk.decide(
                        bought,
                        sell(OrderRole.TAKE_PROFIT, BTC_USDT, "0.1", "51000", "5.1"),
                        market("50990"));

        assertThat(bought.cash()).isEqualByComparingTo("4995");
        var position = position(sold);
        assertThat(position.status()).isEqualTo(Status.CLOSED);
        assertThat(position.closedBy()).isEqualTo(OrderRole.TAKE_PROFIT);
        assertThat(position.realised()).isEqualTo(Money.of("89.9"));
        assertThat(sold.state().equity()).isEqualByComparingTo("10089.9");
        assertThat(messages(sold))
                .containsExactly(
                        "Sold 0.1 BTC/USDT at 51,000.00",
                        "Take-profit reached: +89.90 USDT (+1.8 %)");
    }

    @Test
    void commissionInAThirdAssetIsChargedAtItsMark() {
        var ledger = withBnb("2").marked(Tape.BNB_USDT, Price.of("600"), NOON);
        var decision =
                desk.decide(ledger, buy(BTC_USDT, "0.1", "50000", "0.006", BNB), market("50000"));

        assertThat(position(decision).cost()).isEqualTo(Money.of("5003.6"));
        assertThat(decision.state().cash()).isEqualByComparingTo("5000");
        assertThat(decision.state().equity()).isEqualByComparingTo("11196.4");
        assertThat(decision.state().realised()).isZero();
    }

    @Test
    void commissionInAnAssetWithoutAPriceCostsNothingAndSaysSo() {
        var decision =
                desk.decide(
                        withBnb("2"), buy(BTC_USDT, "0.1", "50000", "0.006", BNB), market("50000"));

        assertThat(position(decision).cost()).isEqualTo(Money.of("5000"));
        assertThat(messages(decision))
                .containsExactly(
                        "Bought 0.1 BTC/USDT at 50,000.00 (commission of 0.006 BNB not valued: no price known)");
    }

    @Test
    void anAssetThatGetsItsFirstPriceIsNoProfit() {
        var priced = withBnb("2").marked(Tape.BNB_USDT, Price.of("600"), NOON);

        assertThat(priced.equity()).isEqualByComparingTo("11200");
        assertThat(priced.statement().dayStartEquity()).isEqualTo(Money.of("11200"));
        assertThat(priced.contributed()).isEqualByComparingTo("11200");
        assertThat(priced.unrealised()).isZero();
    }

    @Test
    void partOfAPositionLeavesAtItsAverageCost() {
        var ledger = run(opened("20000"), buy(BTC_USDT, "0.1", "50000", "0", USDT));
        ledger = run(ledger, buy(BTC_USDT, "0.1", "52000", "0", USDT));
        var decision =
                desk.decide(
                        ledger,
                        sell(OrderRole.EXIT, BTC_USDT, "0.05", "53000", "0"),
                        market("53000"));

        var position = position(decision);
        assertThat(position.status()).isEqualTo(Status.OPEN);
        assertThat(position.averageEntry()).isEqualTo(Price.of("51000"));
        assertThat(position.realised()).isEqualTo(Money.of("100"));
        assertThat(position.cost()).isEqualTo(Money.of("7650"));
    }

    @Test
    void whatIsTooSmallToBeSoldClosesThePositionAndStaysInTheBalances() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0.0000955", BTC));
        var decision =
                desk.decide(
                        ledger,
                        sell(OrderRole.STOP_LOSS, BTC_USDT, "0.0999", "49000", "0"),
                        market("49000"));

        var position = position(decision);
        assertThat(position.status()).isEqualTo(Status.CLOSED);
        assertThat(position.dust()).isTrue();
        assertThat(position.quantity()).isEqualTo(Quantity.ZERO);
        assertThat(state(decision).openPositions()).isZero();
        assertThat(state(decision).balances()).containsEntry(BTC, new BigDecimal("0.0000045"));
    }

    @Test
    void theNextPositionDoesNotCountTheDustOfTheLastOne() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0.0000955", BTC));
        ledger = run(ledger, sell(OrderRole.STOP_LOSS, BTC_USDT, "0.0999", "49000", "0"));
        var decision =
                desk.decide(ledger, buy(BTC_USDT, "0.1", "49000", "0", USDT), market("49000"));

        assertThat(position(decision).positionId()).isEqualTo(2);
        assertThat(position(decision).quantity()).isEqualTo(Quantity.of("0.1"));
        assertThat(position(decision).cost()).isEqualTo(Money.of("4900"));
        assertThat(state(decision).balances()).containsEntry(BTC, new BigDecimal("0.1000045"));
    }

    @Test
    void aLateFillOfTheClosingOrderBelongsToTheClosedPosition() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0", USDT));
        ledger = run(ledger, sell(OrderRole.STOP_LOSS, BTC_USDT, "0.09995", "49000", "0"));
        var decision =
                desk.decide(
                        ledger,
                        sell(OrderRole.STOP_LOSS, BTC_USDT, "0.00005", "48990", "0"),
                        market("49000"));

        assertThat(position(decision).positionId()).isEqualTo(1);
        assertThat(position(decision).status()).isEqualTo(Status.CLOSED);
        assertThat(position(decision).dust()).isFalse();
        assertThat(position(decision).realised()).isEqualTo(Money.of("-100.0005"));
        assertThat(messages(decision)).containsExactly("Sold 0.00005 BTC/USDT at 48,990.00");
    }

    @Test
    void sellingMoreThanIsHeldBreaksTheLedger() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0", USDT));

        assertThatThrownBy(
                        () -> run(ledger, sell(OrderRole.EXIT, BTC_USDT, "0.10001", "50000", "0")))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("sells 0.10001 BTC, but only 0.1 is held");
    }

    @Test
    void buyingForMoreThanThereIsBreaksTheLedger() {
        assertThatThrownBy(() -> run(opened("100"), buy(BTC_USDT, "0.1", "50000", "0", USDT)))
                .isInstanceOf(BrokenLedger.class)
                .hasMessageContaining("costs 5000 USDT, 4900 more than there is");
    }

    @Test
    void sellingFromWhatLiesBesideThePositionIsToldAsAWarning() {
        var ledger = run(opened("10000"), opening(BTC, "1"));
        ledger = run(ledger, buy(BTC_USDT, "0.1", "50000", "0", USDT));
        var decision =
                desk.decide(
                        ledger,
                        sell(OrderRole.EXIT, BTC_USDT, "0.2", "50000", "0"),
                        market("50000"));

        assertThat(messages(decision))
                .contains(
                        "Sold 0.1 BTC more than the position held; taken from what lay beside it");
        assertThat(state(decision).balances()).containsEntry(BTC, new BigDecimal("0.9"));
    }

    @Test
    void protectionIsWhatRestsAtTheVenue() {
        var ledger =
                run(
                        opened("10000"),
                        resting(OrderRole.STOP_LOSS, BTC_USDT, null, "49500"),
                        market("50000"));
        ledger = run(ledger, buy(BTC_USDT, "0.1", "50000", "0", USDT));
        var decision =
                desk.decide(
                        ledger,
                        resting(OrderRole.TAKE_PROFIT, BTC_USDT, "51000", null),
                        market("50000"));

        assertThat(position(decision).protection())
                .isEqualTo(new Protection(Price.of("49500"), Price.of("51000")));

        var canceled =
                desk.decide(
                        decision.state(),
                        closed(OrderRole.STOP_LOSS, BTC_USDT, Outcome.CANCELED),
                        market("50000"));
        assertThat(position(canceled).protection()).isNull();
    }

    @Test
    void anEntryThatBoughtTooLittleToSellEndsAsDust() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.00005", "50000", "0", USDT));
        assertThat(ledger.openPositions()).isOne();

        var decision =
                desk.decide(
                        ledger,
                        closed(OrderRole.ENTRY, BTC_USDT, Outcome.EXPIRED),
                        market("50000"));

        assertThat(position(decision).status()).isEqualTo(Status.CLOSED);
        assertThat(position(decision).dust()).isTrue();
        assertThat(position(decision).closedBy()).isEqualTo(OrderRole.ENTRY);
    }

    @Test
    void liquidationTellsEachOpenPositionToGoOncePerEpoch() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0", USDT));
        var first = desk.decide(ledger, engine(EngineState.STOPPING, 7, true), market("50000"));
        var confirmed =
                desk.decide(first.state(), engine(EngineState.STOPPING, 7, true), market("50000"));
        var next =
                desk.decide(
                        confirmed.state(),
                        engine(EngineState.EMERGENCY_STOPPED, 8, true),
                        market("50000"));

        var exit = new ExitRequested(MAIN, BTC_USDT, 1, ExitRequested.Reason.LIQUIDATION, NOON);
        assertThat(first.events()).containsExactly(exit);
        assertThat(confirmed.events()).isEmpty();
        assertThat(next.events()).containsExactly(exit);
    }

    @Test
    void aPositionThatOpensWhileTheEngineLiquidatesIsToldToGo() {
        var ledger =
                desk.decide(opened("10000"), engine(EngineState.STOPPING, 7, true), market("50000"))
                        .state();
        var tiny =
                desk.decide(ledger, buy(BTC_USDT, "0.00005", "50000", "0", USDT), market("50000"));
        var enough =
                desk.decide(
                        tiny.state(), buy(BTC_USDT, "0.1", "50000", "0", USDT), market("50000"));
        var more =
                desk.decide(
                        enough.state(), buy(BTC_USDT, "0.01", "50000", "0", USDT), market("50000"));

        assertThat(exits(tiny)).isEmpty();
        assertThat(exits(enough)).hasSize(1);
        assertThat(exits(more)).isEmpty();
    }

    @Test
    void stoppingWithoutLiquidationAndOldEpochsLeavePositionsAlone() {
        var ledger = run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0", USDT));
        var paused = desk.decide(ledger, engine(EngineState.PAUSED, 8, false), market("50000"));

        assertThat(paused.events()).isEmpty();
        assertThat(
                        desk.decide(
                                        paused.state(),
                                        engine(EngineState.STOPPING, 7, true),
                                        market("50000"))
                                .events())
                .isEmpty();
    }

    @Test
    void coinsSoldByHandLeaveThePositionWithoutProfit() {
        var ledger =
                run(opened("10000"), buy(BTC_USDT, "0.1", "50000", "0", USDT))
                        .marked(BTC_USDT, Price.of("51000"), NOON);
        var at = NOON.plus(Duration.ofMinutes(1));
        var decision =
                desk.decide(
                        ledger,
                        funds(BTC, "-0.1", FundsChanged.Cause.FOREIGN_TRADE, at),
                        market("51000"));
        var after =
                run(
                        decision.state(),
                        funds(USDT, "5100", FundsChanged.Cause.FOREIGN_TRADE, at),
                        market("51000"));

        assertThat(position(decision).status()).isEqualTo(Status.CLOSED);
        assertThat(position(decision).closedBy()).isEqualTo(OrderRole.FOREIGN);
        assertThat(after.equity()).isEqualByComparingTo("10100");
        assertThat(after.equity().subtract(after.contributed())).isEqualByComparingTo("100");
        assertThat(after.contributed()).isEqualByComparingTo("10000");
    }

    private AccountLedger withBnb(String amount) {
        return run(opened("10000"), opening(BNB, amount));
    }

    private AccountLedger run(AccountLedger ledger, Event event) {
        return run(ledger, event, market("50000"));
    }

    private AccountLedger run(AccountLedger ledger, Event event, MarketView market) {
        return switch (event) {
            case FillEvent fill -> desk.decide(ledger, fill, market).state();
            case OrderEvent order -> desk.decide(ledger, order, market).state();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    private static PositionChanged position(Decision<AccountLedger> decision) {
        return only(decision, PositionChanged.class);
    }

    private static AccountStateChanged state(Decision<AccountLedger> decision) {
        return only(decision, AccountStateChanged.class);
    }

    private static <E> E only(Decision<AccountLedger> decision, Class<E> type) {
        var found = decision.events().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<ExitRequested> exits(Decision<AccountLedger> decision) {
        return decision.events().stream()
                .filter(ExitRequested.class::isInstance)
                .map(ExitRequested.class::cast)
                .toList();
    }

    private static List<String> messages(Decision<AccountLedger> decision) {
        return decision.events().stream()
                .filter(TradingLog.class::isInstance)
                .map(event -> ((TradingLog) event).message())
                .toList();
    }
}

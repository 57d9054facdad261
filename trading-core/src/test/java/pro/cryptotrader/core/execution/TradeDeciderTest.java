package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.TradeInput.Outcome;

/** One trade at a time, told step by step. */
class TradeDeciderTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SIGNAL = new UUID(1, 1);
    private static final Permit PERMIT = new Permit(new UUID(1, 2), SIGNAL);
    private static final OrderId ENTRY = OrderId.from(SIGNAL, "main");
    private static final OrderId STOP = ENTRY.leg("stop-loss");
    private static final OrderId TARGET = ENTRY.leg("take-profit");
    private static final Protection BAND = new Protection(Price.of("49500"), Price.of("51000"));
    private static final Instrument RULES =
            new Instrument(
                    BTC,
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00001"),
                    Quantity.of("0.00001"),
                    Quantity.of("9000"),
                    Money.of("5"),
                    true);

    private final List<Event> said = new ArrayList<>();
    private Trade trade = new Trade(MAIN, BTC);
    private EntryForm form = EntryForm.OPOCO;
    private EntryConditions engine = new EntryConditions(EngineState.RUNNING, 7, false, true, NOW);

    @Test
    void anEntryBringsItsProtection() {
        var command = give(buy("0.01"));

        assertThat(command)
                .isEqualTo(
                        new VenueCommand.PlaceEntry(
                                BTC,
                                EntryForm.OPOCO,
                                ENTRY,
                                ENTRY.leg("list"),
                                STOP,
                                TARGET,
                                Quantity.of("0.01"),
                                Quantity.of("0.00999"),
                                Price.of("50010"),
                                BAND,
                                verdict("0.01")));
        assertThat(told(OrderEvent.OrderIntended.class))
                .extracting(OrderEvent.OrderIntended::role)
                .containsExactly(OrderRole.ENTRY, OrderRole.STOP_LOSS, OrderRole.TAKE_PROFIT);
    }

    @Test
    void aFilledEntryIsProtectedByItsLegs() {
        assertThat(buyAndFill()).isNull();
        assertThat(trade.phase()).isEqualTo(Trade.Phase.PROTECTED);
        assertThat(trade.held()).isEqualByComparingTo("0.00999");
        assertThat(told(OrderEvent.OrderClosed.class))
                .extracting(OrderEvent.OrderClosed::orderId)
                .containsExactly(ENTRY);
    }

    @Test
    void aPartlyFilledEntryGetsAnOcoForWhatIsHeld() {
        assertThat(buyAPart())
                .isEqualTo(
                        new VenueCommand.PlaceProtection(
                                BTC,
                                ENTRY.leg("list-1"),
                                ENTRY.leg("stop-loss-1"),
                                ENTRY.leg("take-profit-1"),
                                Quantity.of("0.00399"),
                                BAND));
    }

    @Test
    void whatCannotBeProtectedBecauseThePriceHasLeftTheBandIsSold() {
        buyAPart();

        var next =
                give(
                        new Outcome.Refused(
                                -2010,
                                "The relationship of the prices for the orders is not correct."));

        assertThat(next).isInstanceOf(VenueCommand.SellMarket.class);
    }

    @Test
    void noReplyIsNeitherSuccessNorFailure() {
        give(buy("0.01"));

        var next = give(new Outcome.Unsure("timeout", NOW.plusSeconds(2)));

        assertThat(next).isInstanceOf(VenueCommand.LookUp.class);
        assertThat(trade.phase()).isEqualTo(Trade.Phase.UNSETTLED);
        assertThat(told(OrderEvent.OrderRejected.class)).isEmpty();
        assertThat(told(OrderEvent.OrderOutcomeUnknown.class)).hasSize(3);
    }

    /** The request could enter until +2 s; the engine may take 12 s more. */
    @ParameterizedTest
    @CsvSource({"13, 20, false", "14, 20, false", "15, 15, true", "15, 20, true"})
    void doesNotExistCountsTwiceAndOnlyWhenItCanNoLongerArrive(
            int first, int second, boolean proven) {
        buyAndLookInVain(first, second);

        assertThat(told(OrderEvent.OrderRejected.class)).hasSize(proven ? 3 : 0);
    }

    @Test
    void anOrderThatWasBelievedAbsentAndTradesAfterAllIsProtected() {
        buyAndLookInVain(15, 20);

        var next =
                give(
                        new TradeInput.Reported(
                                report(
                                        ENTRY,
                                        OrderStatus.FILLED,
                                        "0.01",
                                        fill(1, "0.01", "0.00001"))));

        assertThat(next).isInstanceOf(VenueCommand.PlaceProtection.class);
        assertThat(told(Fill.class)).hasSize(1);
    }

    @Test
    void anExitCancelsTheProtectionAndSellsWhatIsFree() {
        buyAndFill();

        var cancel = give(leave(9));
        var sale = cancelProtection();

        assertThat(cancel).isEqualTo(new VenueCommand.Cancel(BTC, ENTRY.leg("list"), STOP));
        assertThat(sale)
                .isEqualTo(new VenueCommand.SellMarket(BTC, exit(9), Quantity.of("0.00999")));
    }

    @Test
    void anExitSellsOnlyWhatALegHasLeft() {
        buyAndFill();
        give(leave(9));

        var sale =
                give(
                        done(
                                report(STOP, OrderStatus.CANCELED, "0"),
                                report(
                                        TARGET,
                                        OrderStatus.CANCELED,
                                        "0.004",
                                        fill(2, "0.004", "0"))));

        assertThat(sale)
                .isEqualTo(new VenueCommand.SellMarket(BTC, exit(9), Quantity.of("0.00599")));
    }

    @Test
    void anExitWaitsForTheExecutionsOfALegThatItMeets() {
        buyAndFill();
        give(leave(9));

        var next =
                give(
                        done(
                                report(STOP, OrderStatus.CANCELED, "0"),
                                report(TARGET, OrderStatus.CANCELED, "0.004")));

        assertThat(next)
                .as("nothing is sold before it is known what was")
                .isEqualTo(
                        new VenueCommand.LookUp(
                                BTC, List.of(new VenueCommand.LookUp.Item(TARGET, Quantity.ZERO))));
    }

    @Test
    void anExitThatComesTooLateSellsNothing() {
        buyAndFill();
        give(leave(9));
        give(new Outcome.Refused(-2011, "Unknown order sent."));

        var next =
                give(
                        new Outcome.Found(
                                List.of(
                                        report(
                                                STOP,
                                                OrderStatus.FILLED,
                                                "0.00999",
                                                fill(2, "0.00999", "0")),
                                        report(TARGET, OrderStatus.EXPIRED, "0")),
                                Set.of(),
                                NOW));

        assertThat(next).isNull();
        assertThat(trade.phase()).isEqualTo(Trade.Phase.IDLE);
        assertThat(told(OrderEvent.OrderNotSent.class))
                .extracting(OrderEvent.OrderNotSent::orderId)
                .containsExactly(exit(9));
    }

    @Test
    void aSecondExitIsNotASecondSale() {
        buyAndFill();
        give(leave(9));

        var next = give(leave(10));

        assertThat(next).isNull();
        assertThat(told(OrderEvent.OrderNotSent.class))
                .extracting(OrderEvent.OrderNotSent::reason)
                .containsExactly("it is being sold already");
    }

    @Test
    void aFillAfterACancelCounts() {
        buyAndFill();
        give(leave(9));
        cancelProtection();

        give(
                new TradeInput.Reported(
                        report(TARGET, OrderStatus.FILLED, "0.00999", fill(5, "0.00999", "0"))));

        var order = trade.order(TARGET);
        assertThat(order == null ? null : order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(trade.held()).isEqualByComparingTo("0");
    }

    @Test
    void theSameExecutionCountsOnceWhicheverWayItComes() {
        buyAndFill();

        give(
                new TradeInput.Reported(
                        report(ENTRY, OrderStatus.FILLED, "0.01", fill(1, "0.01", "0.00001"))));

        assertThat(told(Fill.class)).hasSize(1);
        assertThat(told(OrderEvent.OrderClosed.class)).hasSize(1);
    }

    @Test
    void aRestartNeverSendsWhatWasInFlight() {
        give(buy("0.01"));

        var next = give(new TradeInput.Revived(NOW.plusSeconds(5)));

        assertThat(next).isInstanceOf(VenueCommand.LookUp.class);
        assertThat(told(OrderEvent.OrderOutcomeUnknown.class)).hasSize(3);
    }

    @Test
    void whatIsHeldBackAtTheGateEndsAsNotSent() {
        give(buy("0.01"));

        give(new Outcome.Withheld("entries are halted"));

        assertThat(told(OrderEvent.OrderNotSent.class)).hasSize(3);
        give(new TradeInput.Check());
        assertThat(trade.isIdle()).isTrue();
    }

    @Test
    void aPurchaseIsRefusedWhileSomethingSpeaksAgainstIt() {
        assertRefused(new EntryConditions(null, -1, false, true, NOW), "state is not known");
        assertRefused(
                new EntryConditions(EngineState.PAUSED, 7, false, true, NOW), "engine is PAUSED");
        assertRefused(new EntryConditions(EngineState.RUNNING, 8, false, true, NOW), "in epoch 8");
        assertRefused(
                new EntryConditions(EngineState.RUNNING, 7, true, true, NOW), "entries are halted");
        assertRefused(
                new EntryConditions(EngineState.RUNNING, 7, false, false, NOW), "being reconciled");
        assertRefused(
                new EntryConditions(EngineState.RUNNING, 7, false, true, null),
                "time is not known");
        assertRefused(
                new EntryConditions(EngineState.RUNNING, 7, false, true, NOW.plusSeconds(61)),
                "valid until");
    }

    @Test
    void aPurchaseWhoseProtectionWouldBeTooSmallIsNotSent() {
        assertThat(give(buy("0.0001"))).isNull();

        assertThat(told(OrderEvent.OrderNotSent.class).getFirst().reason())
                .contains("less than the venue's minimum of 5");
    }

    private @Nullable VenueCommand buyAndFill() {
        give(buy("0.01"));
        return give(
                done(
                        report(ENTRY, OrderStatus.FILLED, "0.01", fill(1, "0.01", "0.00001")),
                        report(STOP, OrderStatus.OPEN, "0"),
                        report(TARGET, OrderStatus.OPEN, "0")));
    }

    private @Nullable VenueCommand buyAPart() {
        form = EntryForm.OTOCO;
        give(buy("0.01"));
        return give(
                done(
                        report(ENTRY, OrderStatus.EXPIRED, "0.004", fill(1, "0.004", "0.000004")),
                        report(STOP, OrderStatus.EXPIRED, "0"),
                        report(TARGET, OrderStatus.EXPIRED, "0")));
    }

    private void buyAndLookInVain(int first, int second) {
        give(buy("0.01"));
        give(new Outcome.Unsure("timeout", NOW.plusSeconds(2)));
        give(absentAt(first));
        give(new TradeInput.Check());
        give(absentAt(second));
    }

    private @Nullable VenueCommand cancelProtection() {
        return give(
                done(
                        report(STOP, OrderStatus.CANCELED, "0"),
                        report(TARGET, OrderStatus.CANCELED, "0")));
    }

    private void assertRefused(EntryConditions conditions, String reason) {
        engine = conditions;
        trade = new Trade(MAIN, BTC);
        said.clear();
        assertThat(give(buy("0.01"))).isNull();
        assertThat(told(OrderEvent.OrderNotSent.class).getFirst().reason()).contains(reason);
    }

    private @Nullable VenueCommand give(TradeInput input) {
        var terms = new Terms(RULES, form, new BigDecimal("0.001"), Price.of("50000"), engine, NOW);
        var step = TradeDecider.decide(trade, input, terms);
        trade = step.trade();
        said.addAll(step.events());
        return step.command();
    }

    private <E extends Event> List<E> told(Class<E> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static TradeInput buy(String quantity) {
        return new TradeInput.Buy(verdict(quantity), PERMIT);
    }

    private static RiskVerdict.Approved verdict(String quantity) {
        return new RiskVerdict.Approved(
                MAIN,
                SIGNAL,
                ENTRY,
                BTC,
                Side.BUY,
                Quantity.of(quantity),
                Price.of("50000"),
                Price.of("50010"),
                BAND,
                NOW.plusSeconds(60),
                7,
                1,
                List.of());
    }

    private static TradeInput leave(long id) {
        var event = new UUID(9, id);
        return new TradeInput.Leave(exit(id), new Permit(event, event), "MANUAL", NOW);
    }

    private static OrderId exit(long id) {
        return OrderId.from(new UUID(9, id), "exit");
    }

    private static Outcome done(VenueReport... reports) {
        return new Outcome.Done(List.of(reports));
    }

    private static Outcome absentAt(int seconds) {
        return new Outcome.Found(List.of(), Set.of(ENTRY, STOP, TARGET), NOW.plusSeconds(seconds));
    }

    private static VenueReport report(
            OrderId id, OrderStatus status, String executed, Execution... executions) {
        return new VenueReport(
                id, "1", status, Quantity.of(executed), List.of(executions), "test", NOW);
    }

    private static Execution fill(long tradeId, String quantity, String commission) {
        return new Execution(
                tradeId,
                Price.of("50000"),
                Quantity.of(quantity),
                new BigDecimal(commission),
                new Asset("BTC"),
                false,
                NOW);
    }
}

package pro.cryptotrader.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.OrderEvent;
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

/** A protected position that something happens to while nobody asked for it. */
class TradeWatchTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final AccountId MAIN = new AccountId("main");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SIGNAL = new UUID(1, 1);
    private static final OrderId ENTRY = OrderId.from(SIGNAL, "main");
    private static final OrderId STOP = ENTRY.leg("stop-loss");
    private static final OrderId TARGET = ENTRY.leg("take-profit");
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
    private Price bid = Price.of("50000");

    @BeforeEach
    void holdSomethingProtected() {
        give(
                new TradeInput.Buy(
                        new RiskVerdict.Approved(
                                MAIN,
                                SIGNAL,
                                ENTRY,
                                BTC,
                                Side.BUY,
                                Quantity.of("0.01"),
                                Price.of("50000"),
                                Price.of("50010"),
                                new Protection(Price.of("49000"), Price.of("52000")),
                                NOW.plusSeconds(60),
                                1,
                                1,
                                List.of()),
                        new Permit(SIGNAL, SIGNAL)));
        give(
                new Outcome.Done(
                        List.of(
                                report(ENTRY, OrderStatus.FILLED, "0.01"),
                                report(STOP, OrderStatus.OPEN, "0"),
                                report(TARGET, OrderStatus.OPEN, "0"))));
        assertThat(trade.phase()).isEqualTo(Trade.Phase.PROTECTED);
        said.clear();
    }

    @Test
    void aStopThatTheMarketHasPassedAndThatDoesNotSellIsSoldAtTheMarketWithinABound() {
        bid = Price.of("48999");
        for (int check = 1; check < PassedStop.CHECKS; check++) {
            assertThat(give(new TradeInput.Check())).isNull();
        }

        assertThat(give(new TradeInput.Check())).isInstanceOf(VenueCommand.Cancel.class);
        assertThat(
                        give(
                                new Outcome.Done(
                                        List.of(
                                                report(STOP, OrderStatus.CANCELED, "0"),
                                                report(TARGET, OrderStatus.CANCELED, "0")))))
                .isInstanceOf(VenueCommand.SellMarket.class);
    }

    @Test
    void aMarketThatComesBackAboveTheStopIsNotEscalated() {
        for (int i = 0; i < 3 * PassedStop.CHECKS; i++) {
            bid = Price.of(i % (PassedStop.CHECKS - 1) == 0 ? "49000" : "48999");
            assertThat(give(new TradeInput.Check())).isNull();
        }
    }

    @Test
    void aBalanceThatExplainsWhatIsHeldSaysNothing() {
        assertThat(give(new TradeInput.Owned(new BigDecimal("0.01")))).isNull();
        assertThat(give(new TradeInput.Owned(new BigDecimal("7")))).isNull();
        assertThat(said).isEmpty();
    }

    @Test
    void aShortageIsBelievedOnlyAfterTheRestingOrdersWereLookedAt() {
        assertThat(give(new TradeInput.Owned(new BigDecimal("0.004"))))
                .isInstanceOf(VenueCommand.LookUp.class);
        assertThat(
                        give(
                                new Outcome.Found(
                                        List.of(
                                                report(STOP, OrderStatus.OPEN, "0"),
                                                report(TARGET, OrderStatus.OPEN, "0")),
                                        Set.of(),
                                        NOW)))
                .isEqualTo(new VenueCommand.AskBalance(BTC));

        give(new Outcome.Balance(new BigDecimal("0.004")));

        assertThat(trade.held()).isEqualByComparingTo("0.004");
    }

    @Test
    void aSaleThatIsHeardOfAfterTheBalanceLeavesNothingNegative() {
        give(new TradeInput.Owned(BigDecimal.ZERO));
        give(new Outcome.Found(List.of(), Set.of(), NOW));
        give(new Outcome.Balance(BigDecimal.ZERO));

        give(new TradeInput.Reported(report(STOP, OrderStatus.FILLED, "0.01")));

        assertThat(trade.held()).isEqualByComparingTo("0");
    }

    @Test
    void aQuestionThatWasHeldBackEndsNoOrder() {
        give(new TradeInput.Gap());

        give(new Outcome.Withheld("the venue's limit is near"));

        assertThat(said).noneMatch(OrderEvent.OrderNotSent.class::isInstance);
        assertThat(trade.phase()).isEqualTo(Trade.Phase.PROTECTED);
    }

    @Test
    void afterAGapTheVenueIsAskedEvenIfSomethingFailedAMomentAgo() {
        give(new TradeInput.Gap());
        give(new Outcome.Withheld("there is no connection to the venue"));

        assertThat(give(new TradeInput.Gap())).isInstanceOf(VenueCommand.LookUp.class);
    }

    @Test
    void aReplyThatDoesNotNameALegIsAskedAboutAndAHeldBackQuestionDoesNotEndTheLeg() {
        trade = new Trade(MAIN, BTC);
        holdSomethingWithoutHearingOfItsTarget();

        give(new Outcome.Withheld("the venue's limit is near"));

        assertThat(said).noneMatch(OrderEvent.OrderNotSent.class::isInstance);
        assertThat(give(new TradeInput.Check())).isInstanceOf(VenueCommand.LookUp.class);
    }

    private void holdSomethingWithoutHearingOfItsTarget() {
        give(
                new TradeInput.Buy(
                        new RiskVerdict.Approved(
                                MAIN,
                                SIGNAL,
                                ENTRY,
                                BTC,
                                Side.BUY,
                                Quantity.of("0.01"),
                                Price.of("50000"),
                                Price.of("50010"),
                                new Protection(Price.of("49000"), Price.of("52000")),
                                NOW.plusSeconds(60),
                                1,
                                1,
                                List.of()),
                        new Permit(SIGNAL, SIGNAL)));
        assertThat(
                        give(
                                new Outcome.Done(
                                        List.of(
                                                report(ENTRY, OrderStatus.FILLED, "0.01"),
                                                report(STOP, OrderStatus.OPEN, "0")))))
                .isInstanceOf(VenueCommand.LookUp.class);
    }

    private @Nullable VenueCommand give(TradeInput input) {
        var terms =
                new Terms(
                        RULES,
                        EntryForm.OPOCO,
                        BigDecimal.ZERO,
                        bid,
                        new EntryConditions(EngineState.RUNNING, 1, false, true, NOW),
                        NOW);
        var step = TradeDecider.decide(trade, input, terms);
        trade = step.trade();
        said.addAll(step.events());
        return step.command();
    }

    private static VenueReport report(OrderId id, OrderStatus status, String executed) {
        var quantity = Quantity.of(executed);
        var executions =
                quantity.isZero()
                        ? List.<Execution>of()
                        : List.of(
                                new Execution(
                                        id.value().getLeastSignificantBits(),
                                        Price.of("50000"),
                                        quantity,
                                        BigDecimal.ZERO,
                                        new Asset("USDT"),
                                        false,
                                        NOW));
        return new VenueReport(id, "1", status, quantity, executions, "test", NOW);
    }
}

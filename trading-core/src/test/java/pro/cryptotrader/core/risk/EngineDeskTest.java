package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.event.TradingLog.Level;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.core.Decision;

class EngineDeskTest {
    private static final UUID COMMAND = new UUID(2, 2);

    private final EngineDesk desk = new EngineDesk();
    private final AccountFacts facts = new AccountFacts();

    @Test
    void announcesEveryChangeAndTellsTheOwner() {
        var decision = desk.decide(running(), COMMAND, command(Action.PAUSE));

        assertThat(decision.events())
                .containsExactly(
                        new EngineStateChanged(
                                MAIN,
                                EngineState.PAUSED,
                                3,
                                0,
                                false,
                                COMMAND,
                                "PAUSE by admin",
                                WALL),
                        new TradingLog(
                                MAIN,
                                Level.INFO,
                                "risk-service",
                                "The engine is PAUSED. PAUSE by admin",
                                Map.of("state", "PAUSED", "epoch", "3"),
                                WALL));
    }

    @Test
    void tellsTheOwnerWhyACommandChangedNothing() {
        var account = running();

        var decision = desk.decide(account, COMMAND, command(Action.RESUME));

        assertThat(decision.state().engine().epoch()).isEqualTo(2);
        assertThat(decision.events())
                .containsExactly(
                        new TradingLog(
                                MAIN,
                                Level.WARNING,
                                "risk-service",
                                "RESUME is not possible while the engine is RUNNING; possible now: PAUSE, STOP, EMERGENCY_STOP",
                                Map.of(
                                        "commandId", COMMAND.toString(),
                                        "action", "RESUME",
                                        "issuedBy", "admin"),
                                WALL));
        assertThat(desk.decide(decision.state(), COMMAND, command(Action.RESUME)))
                .isEqualTo(Decision.quiet(decision.state()));
    }

    @Test
    void ignoresACommandForAnAccountWithoutAnEngine() {
        var unknown = AccountRisk.unknown(MAIN);

        assertThat(desk.decide(unknown, COMMAND, command(Action.START)))
                .isEqualTo(Decision.quiet(unknown));
    }

    @Test
    void stopsAtOnceWhenThereIsNothingToSell() {
        var decision = desk.decide(running(), COMMAND, command(Action.STOP));

        assertThat(decision.events())
                .filteredOn(EngineStateChanged.class::isInstance)
                .containsExactly(
                        new EngineStateChanged(
                                MAIN,
                                EngineState.STOPPING,
                                3,
                                0,
                                true,
                                COMMAND,
                                "STOP by admin",
                                WALL),
                        new EngineStateChanged(
                                MAIN,
                                EngineState.STOPPED,
                                4,
                                0,
                                false,
                                null,
                                "All positions are closed",
                                WALL));
    }

    @Test
    void staysStoppingUntilPositionsEntriesAndTheBalanceSheetSayThatNothingIsLeft() {
        var holding = learning(running(), open(ETH, 1, "1"), funds("9800", "10000", "10000", 1));
        var entering =
                new RiskDesk().decide(holding, market(), SIGNAL, buy(BTC, "50000", 80)).state();
        var orderId = entering.reservations().firstKey();

        var stopping = desk.decide(entering, COMMAND, command(Action.STOP)).state();
        var sold = learning(stopping, closed(ETH, 1));
        var counted = learning(sold, funds());
        var refused = learning(counted, notSent(orderId));

        assertThat(stopping.engine().state()).isEqualTo(EngineState.STOPPING);
        assertThat(sold.engine().state()).isEqualTo(EngineState.STOPPING);
        assertThat(counted.engine().state()).isEqualTo(EngineState.STOPPING);
        assertThat(refused.engine().state()).isEqualTo(EngineState.STOPPED);
        assertThat(refused.engine().epoch()).isEqualTo(4);
    }

    @Test
    void raisesTheConfirmedEpochWithoutANewEpoch() {
        var account = running();

        var decision = facts.learn(account, ack(2), WALL);

        assertThat(decision.events())
                .containsExactly(
                        new EngineStateChanged(
                                MAIN,
                                EngineState.RUNNING,
                                2,
                                2,
                                false,
                                new UUID(0, 1),
                                "START by admin",
                                WALL));
        assertThat(facts.learn(decision.state(), ack(2), WALL))
                .isEqualTo(Decision.quiet(decision.state()));
        assertThat(facts.learn(decision.state(), ack(1), WALL))
                .isEqualTo(Decision.quiet(decision.state()));
    }

    @Test
    void ignoresTheConfirmationOfAnEpochThatNeverWas() {
        var account = running();

        assertThat(facts.learn(account, ack(3), WALL)).isEqualTo(Decision.quiet(account));
    }

    private static EpochConfirmed ack(long epoch) {
        return new EpochConfirmed(MAIN, epoch, "executor-0", Instant.EPOCH);
    }

    private static OrderEvent notSent(OrderId orderId) {
        return new OrderEvent.OrderNotSent(
                MAIN, orderId, SIGNAL, BTC, OrderRole.ENTRY, "void epoch", NOW);
    }
}

package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.wire.Topic;

/** Each command of an operator does what it says, judged by the venue. */
@Order(2)
@ExtendWith(GeneratedMarket.class)
class CommandsST {
    private static final Duration BOUND = Duration.ofSeconds(90);

    @BeforeEach
    void tradeAndHoldSomething(TradingPlatform platform) {
        platform.operator().ensureRunning();
        platform.operator().tradeOften();
        platform.awaitPosition();
    }

    @Test
    void pauseKeepsPositionsAndBuysNothingUntilResumed(TradingPlatform platform) {
        var operator = platform.operator();

        operator.commandUntil("PAUSE", false, "PAUSED");
        var paused = platform.venue().time();
        awaitDeniedEntries(platform, paused);

        assertThat(platform.book().entriesAfter(paused)).isEmpty();
        assertThat(platform.book().orders())
                .as("nothing is sold on command")
                .noneMatch(order -> order.type().equals("MARKET") && order.time().isAfter(paused));

        operator.commandUntil("RESUME", false, "RUNNING");
        awaitEntryAfter(platform, paused);
    }

    @Test
    void stopThatClosesPositionsLeavesNothingHeldUntilStarted(TradingPlatform platform) {
        var operator = platform.operator();

        operator.commandUntil("STOP", true, "STOPPED");
        var stopped = platform.venue().time();

        assertThat(platform.openPositions()).isZero();
        assertThat(platform.book().orders()).noneMatch(VenueBook.Order::isOpen);
        awaitDeniedEntries(platform, stopped);
        assertThat(platform.book().entriesAfter(stopped)).isEmpty();

        operator.commandUntil("START", false, "RUNNING");
        awaitEntryAfter(platform, stopped);
    }

    @Test
    void noEntryFollowsAnAcknowledgedEmergencyStop(TradingPlatform platform) {
        var operator = platform.operator();

        var receipt = operator.command("EMERGENCY_STOP", false, "system test");
        var acknowledged = platform.venue().time();

        assertThat(receipt.path("acknowledged").asBoolean()).as(receipt.toString()).isTrue();
        operator.awaitEngine("EMERGENCY_STOPPED");
        awaitDeniedEntries(platform, acknowledged);
        assertThat(platform.book().entriesAfter(acknowledged)).isEmpty();

        var start = operator.command("START", false, "too early");
        await("START is refused")
                .atMost(BOUND)
                .until(() -> operator.statusOf(start.path("commandId").asText()).equals("REFUSED"));
        assertThat(operator.engine().path("state").asText()).isEqualTo("EMERGENCY_STOPPED");

        operator.commandUntil("RESET", false, "STOPPED");
        operator.commandUntil("START", false, "RUNNING");
        awaitEntryAfter(platform, acknowledged);
    }

    @Test
    void anEmergencyStopThatClosesPositionsSellsThem(TradingPlatform platform) {
        var operator = platform.operator();

        operator.command("EMERGENCY_STOP", true, "system test");

        await("nothing is held").atMost(BOUND).until(() -> platform.openPositions() == 0);
        assertThat(platform.book().orders()).noneMatch(VenueBook.Order::isOpen);
    }

    /** Waits until risk has refused a purchase only because the engine does not run. */
    private static void awaitDeniedEntries(TradingPlatform platform, Instant since) {
        try (var tape = platform.tape(Topic.RISK_VERDICTS)) {
            platform.awaitWithRallies(
                    "entries are denied",
                    () ->
                            tape.eventsOf(RiskVerdict.Denied.class).stream()
                                    .map(verdict -> verdict.data())
                                    .anyMatch(denied ->
                                            denied.side() == Side.BUY
                                                    && denied.at().isAfter(since)
                                                    && denied.reason().code()
                                                            == Denial.Code.ENGINE_NOT_RUNNING));
        }
    }

    private static void awaitEntryAfter(TradingPlatform platform, Instant moment) {
        platform.awaitWithRallies(
                "an entry", () -> !platform.book().entriesAfter(moment).isEmpty());
    }
}

package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.outbound.EmergencyLine;
import pro.cryptotrader.gateway.outbound.EmergencyLine.Answer;

/** Sends commands: through Kafka, and an emergency stop straight to its two addressees as well. */
@ApplicationScoped
public class CommandPost {
    private static final Logger LOG = Logger.getLogger(CommandPost.class);
    private static final String SOURCE = "dashboard-gateway";

    private final EngineDesk desk;
    private final EmergencyLine line;
    private final LiveFeed feed;
    private final InstantSource clock;

    CommandPost(EngineDesk desk, EmergencyLine line, LiveFeed feed, InstantSource clock) {
        this.desk = desk;
        this.line = line;
        this.feed = feed;
        this.clock = clock;
    }

    /** Gives the command and answers which ways it went; waits at most two seconds. */
    public Receipt give(
            AccountId account,
            EngineCommand.Action action,
            boolean closePositions,
            String reason,
            Caller caller) {
        var now = clock.instant();
        var command =
                Envelope.root(
                        UUID.randomUUID(),
                        SOURCE,
                        now,
                        new EngineCommand(
                                account, action, closePositions, caller.name(), reason, now));
        if (action != EngineCommand.Action.EMERGENCY_STOP) {
            desk.send(command, caller);
            return new Receipt(command.id(), action, queued(), null, null, false);
        }
        return emergency(command, caller);
    }

    private Receipt emergency(Envelope<EngineCommand> command, Caller caller) {
        // The row first, so that the confirmation finds it; but nothing holds the stop up.
        var kafka = queue(command, caller);
        var risk = line.tellRisk(command);
        var executor = line.tellExecutor(command);
        var halted = executor.join();
        if (halted.succeeded() && kafka.succeeded()) {
            desk.confirmedByExecutor(command.id()).ifPresent(feed::publish);
        }
        return new Receipt(
                command.id(),
                command.data().action(),
                kafka,
                risk.join(),
                halted,
                halted.succeeded());
    }

    private Answer queue(Envelope<EngineCommand> command, Caller caller) {
        try {
            desk.send(command, caller);
            return queued();
        } catch (RuntimeException e) {
            LOG.errorf(e, "emergency stop %s is not in the database", command.id());
            return new Answer(false, "the database did not take it");
        }
    }

    private static Answer queued() {
        return new Answer(true, "on its way");
    }

    /**
     * What became of a command so far.
     *
     * @param kafka the usual way
     * @param risk the answer over HTTP; null when it was not asked
     * @param executor the same
     * @param acknowledged whether it holds already; otherwise the engine's state will tell
     */
    public record Receipt(
            UUID commandId,
            EngineCommand.Action action,
            Answer kafka,
            @Nullable Answer risk,
            @Nullable Answer executor,
            boolean acknowledged) {}
}

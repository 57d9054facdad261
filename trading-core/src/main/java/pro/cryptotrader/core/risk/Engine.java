package pro.cryptotrader.core.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.value.AccountId;

/**
 * An account's trading engine; {@link EngineMachine} holds its legal moves.
 *
 * @param epoch grows by one with every change; 0 before the account has a configuration
 * @param confirmedEpoch the highest epoch that the executor has confirmed
 * @param liquidate whether open positions are to be sold
 * @param commandId the command that led here; null when it changed by itself
 * @param at wall time of the latest change of state
 * @param answered the latest commands and what became of them, oldest first
 */
public record Engine(
        EngineState state,
        long epoch,
        long confirmedEpoch,
        boolean liquidate,
        @Nullable UUID commandId,
        String reason,
        Instant at,
        List<Answer> answered) {
    /** Commands that are remembered so that a second delivery changes nothing. */
    static final int REMEMBERED_COMMANDS = 64;

    /** The engine of an account that has no configuration yet. */
    public static final Engine UNBORN =
            new Engine(EngineState.STOPPED, 0, 0, false, null, "", Instant.EPOCH, List.of());

    public Engine {
        answered = List.copyOf(answered);
    }

    /**
     * What became of a command.
     *
     * @param refusal why it changed nothing; null when it was obeyed
     */
    public record Answer(UUID commandId, @Nullable String refusal) {}

    /** What became of this command; null for one that is new or long forgotten. */
    public @Nullable Answer answerTo(UUID command) {
        for (var answer : answered) {
            if (answer.commandId().equals(command)) {
                return answer;
            }
        }
        return null;
    }

    /** The announcement of this engine as it is. */
    public EngineStateChanged announced(AccountId account) {
        return new EngineStateChanged(
                account, state, epoch, confirmedEpoch, liquidate, commandId, reason, at);
    }

    Engine moved(
            EngineState to,
            boolean sells,
            @Nullable UUID command,
            String because,
            Instant wallTime) {
        return new Engine(
                to, epoch + 1, confirmedEpoch, sells, command, because, wallTime, answered);
    }

    Engine confirmed(long confirmation) {
        return new Engine(state, epoch, confirmation, liquidate, commandId, reason, at, answered);
    }

    Engine answering(UUID command, @Nullable String refusal) {
        var all = new ArrayList<>(answered);
        all.add(new Answer(command, refusal));
        var latest = all.subList(Math.max(0, all.size() - REMEMBERED_COMMANDS), all.size());
        return new Engine(state, epoch, confirmedEpoch, liquidate, commandId, reason, at, latest);
    }
}

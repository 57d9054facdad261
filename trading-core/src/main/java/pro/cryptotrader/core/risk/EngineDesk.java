package pro.cryptotrader.core.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.core.Decision;

/** Answers operators. A command that is not possible is told to the owner and changes nothing. */
public final class EngineDesk {

    /**
     * What the engine does about a command; silence when the account has no engine yet or the
     * command was answered before.
     *
     * @param commandId the command's event id
     */
    public Decision<AccountRisk> decide(
            AccountRisk account, UUID commandId, EngineCommand command) {
        var engine = account.engine();
        if (account.terms() == null || engine.answerTo(commandId) != null) {
            return Decision.quiet(account);
        }
        var next = EngineMachine.after(engine, commandId, command);
        var answer = next.answerTo(commandId);
        if (answer != null && answer.refusal() != null) {
            return new Decision<>(
                    account.with(next),
                    List.of(RiskLog.refused(commandId, command, answer.refusal())));
        }
        return settled(announced(account.with(next)), command.issuedAt());
    }

    /** The decision that says how the engine stands now, and the owner's line about it. */
    static Decision<AccountRisk> announced(AccountRisk account) {
        var engine = account.engine();
        return new Decision<>(
                account,
                List.of(
                        engine.announced(account.account()),
                        RiskLog.engineMoved(account.account(), engine)));
    }

    /** {@code decision}, and the end of a liquidation when nothing is left to sell. */
    static Decision<AccountRisk> settled(Decision<AccountRisk> decision, Instant wallTime) {
        var account = decision.state();
        if (account.engine().state() != EngineState.STOPPING || !account.hasNothingToSell()) {
            return decision;
        }
        var end =
                announced(account.with(EngineMachine.afterLiquidation(account.engine(), wallTime)));
        var events = new ArrayList<Event>(decision.events());
        events.addAll(end.events());
        return new Decision<>(end.state(), events);
    }
}

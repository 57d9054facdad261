package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.access.AuditLog;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.engine.CommandRow;
import pro.cryptotrader.gateway.engine.CommandView;
import pro.cryptotrader.gateway.engine.Commands;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.readmodel.EngineStateRow;
import pro.cryptotrader.gateway.readmodel.EngineStates;
import pro.cryptotrader.gateway.readmodel.Json;
import pro.cryptotrader.messaging.Outbox;

/** Passes operators' commands on and follows them until the executor has confirmed them. */
@ApplicationScoped
@Transactional
public class EngineDesk {
    private final Commands commands;
    private final EngineStates states;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Json json;
    private final SimulatedStart simulatedStart;

    EngineDesk(
            Commands commands,
            EngineStates states,
            Outbox outbox,
            AuditLog audit,
            Json json,
            SimulatedStart simulatedStart) {
        this.commands = commands;
        this.states = states;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.simulatedStart = simulatedStart;
    }

    /** Writes the command down and, with the same commit, on its way to Kafka. */
    public CommandView send(Envelope<EngineCommand> command, Caller caller) {
        return send(command, caller.name(), caller.address());
    }

    private CommandView send(Envelope<EngineCommand> command, String by, String from) {
        var asked = command.data();
        var row = new CommandRow();
        row.id = command.id();
        row.accountId = asked.account().toString();
        row.action = asked.action();
        row.closePositions = asked.closePositions();
        row.issuedBy = asked.issuedBy();
        row.reason = asked.reason();
        row.issuedAt = asked.issuedAt();
        row.status = CommandRow.Status.SENT;
        commands.persist(row);
        outbox.append(command);
        audit.record(
                by,
                from,
                "ENGINE_" + asked.action(),
                row.accountId,
                Map.of(
                        "commandId", command.id(),
                        "closePositions", asked.closePositions(),
                        "reason", asked.reason()),
                "SENT");
        return CommandView.of(row);
    }

    /** The executor has answered that it sends no entries any more. */
    public Optional<Push> confirmedByExecutor(UUID commandId) {
        return commands.forUpdate(commandId)
                .map(row -> confirm(row, "the executor answered over HTTP"));
    }

    /** Keeps the engine's state and moves the commands that led to it on. */
    public List<Push> stateSeen(EngineStateChanged state) {
        var id = state.account().toString();
        if (simulatedStart.isDue(state) && commands.latest(state.account(), 1).isEmpty()) {
            send(simulatedStart.command(state), SimulatedStart.ISSUER, SimulatedStart.ISSUER);
        }
        var row = states.findByIdOptional(id).orElseGet(EngineStateRow::new);
        row.accountId = id;
        row.state = state.state().name();
        row.epoch = state.epoch();
        row.confirmedEpoch = state.confirmedEpoch();
        row.commandId = state.commandId();
        row.at = state.at();
        row.data = json.write(state);
        states.persist(row);

        var pushes = new ArrayList<Push>();
        pushes.add(new Push("engine", state.account(), json.write(row.document())));
        Optional.ofNullable(state.commandId())
                .flatMap(commands::forUpdate)
                .filter(command -> command.epoch == null)
                .ifPresent(command -> pushes.add(applied(command, state)));
        commands.unconfirmed(state.account(), state.confirmedEpoch())
                .forEach(command ->
                        pushes.add(
                                confirm(command, "the executor confirmed epoch " + command.epoch)));
        return pushes;
    }

    /** Risk tells in the trading log why a command was not possible, naming it in the data. */
    public List<Push> lineSeen(TradingLog line) {
        var commandId = line.data().get("commandId");
        if (commandId == null || line.level() == TradingLog.Level.INFO) {
            return List.of();
        }
        return commands
                .forUpdate(UUID.fromString(commandId))
                .filter(command -> command.accountId.equals(line.account().toString()))
                .filter(command -> command.status == CommandRow.Status.SENT)
                .map(command -> {
                    command.status = CommandRow.Status.REFUSED;
                    command.answer = line.message();
                    return push(command);
                })
                .stream()
                .toList();
    }

    private Push applied(CommandRow command, EngineStateChanged state) {
        command.epoch = state.epoch();
        if (command.status == CommandRow.Status.SENT) {
            command.status = CommandRow.Status.APPLIED;
        }
        return push(command);
    }

    private Push confirm(CommandRow command, String by) {
        command.status = CommandRow.Status.CONFIRMED;
        command.answer = by;
        return push(command);
    }

    private Push push(CommandRow command) {
        return new Push(
                "command", new AccountId(command.accountId), json.write(CommandView.of(command)));
    }
}

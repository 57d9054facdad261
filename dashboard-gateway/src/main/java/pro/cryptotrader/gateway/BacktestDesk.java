package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestCommand;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.access.AuditLog;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.backtest.BacktestRow;
import pro.cryptotrader.gateway.backtest.BacktestView;
import pro.cryptotrader.gateway.backtest.Backtests;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.readmodel.Json;
import pro.cryptotrader.messaging.Outbox;

/** Passes backtests on and follows them. Each account has a bounded queue and history. */
@ApplicationScoped
@Transactional
public class BacktestDesk {
    private static final String SOURCE = "dashboard-gateway";
    static final int MOST_UNFINISHED = 5;
    static final int KEPT = 50;

    private final Backtests backtests;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Json json;
    private final InstantSource clock;

    BacktestDesk(
            Backtests backtests, Outbox outbox, AuditLog audit, Json json, InstantSource clock) {
        this.backtests = backtests;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Takes a backtest on, or says why not. */
    public BacktestView request(
            AccountId account,
            BacktestRequested.Kind kind,
            BacktestPlan plan,
            @Nullable BacktestStudy study,
            Caller caller) {
        BacktestLimits.check(kind, plan, study);
        if (backtests.unfinished(account) >= MOST_UNFINISHED) {
            throw new Refusal(
                    429,
                    "Too many",
                    "%d backtests of this account are not finished: wait for one or cancel one"
                            .formatted(MOST_UNFINISHED));
        }
        backtests.outdated(account, KEPT - 1).forEach(row -> forget(row, caller));
        var request =
                new BacktestRequested(
                        account,
                        kind,
                        plan,
                        kind == BacktestRequested.Kind.RUN ? null : study,
                        caller.name(),
                        clock.instant());
        var message = Envelope.root(UUID.randomUUID(), SOURCE, request.at(), request);
        var row = row(message.id(), request);
        backtests.persist(row);
        outbox.append(message);
        record(caller, "BACKTEST_REQUEST", row);
        return BacktestView.of(row, json);
    }

    private BacktestRow row(UUID id, BacktestRequested request) {
        var row = new BacktestRow();
        row.id = id;
        row.accountId = request.account().toString();
        row.kind = request.kind();
        row.plan = json.write(request.plan());
        row.study = request.study() == null ? null : json.write(request.study());
        row.requestedBy = request.requestedBy();
        row.requestedAt = request.at();
        row.state = BacktestChanged.State.QUEUED;
        row.note = "";
        row.changedAt = request.at();
        return row;
    }

    private void forget(BacktestRow row, Caller caller) {
        command(row, BacktestCommand.Action.FORGET, caller);
        backtests.delete(row);
    }

    private void command(BacktestRow row, BacktestCommand.Action action, Caller caller) {
        var command =
                new BacktestCommand(
                        new AccountId(row.accountId),
                        row.id,
                        action,
                        caller.name(),
                        clock.instant());
        outbox.append(Envelope.root(UUID.randomUUID(), SOURCE, command.at(), command));
    }

    /** Asks for its end; it is told when it has ended. */
    public Push cancel(UUID id, Caller caller) {
        var row = owned(backtests.forUpdate(id).orElse(null), caller);
        if (row.state.isEnd()) {
            throw new Refusal(
                    409, "Too late", "This backtest has ended: it is %s".formatted(row.state));
        }
        if (!row.cancelling) {
            row.cancelling = true;
            command(row, BacktestCommand.Action.CANCEL, caller);
            record(caller, "BACKTEST_CANCEL", row);
        }
        return push(row);
    }

    private void record(Caller caller, String action, BacktestRow row) {
        audit.record(
                caller.name(),
                caller.address(),
                action,
                row.accountId,
                Map.of("backtest", row.id, "kind", row.kind),
                "SENT");
    }

    /** The newest of the caller's own. */
    public List<BacktestView> list(Caller caller) {
        return backtests.newest(caller.accounts(), KEPT + MOST_UNFINISHED).stream()
                .map(row -> BacktestView.of(row, json))
                .toList();
    }

    /** One of the caller's own. */
    public BacktestView.WithCurve find(UUID id, Caller caller) {
        return BacktestView.WithCurve.of(owned(backtests.findById(id), caller), json);
    }

    private static BacktestRow owned(@Nullable BacktestRow row, Caller caller) {
        if (row == null || !caller.owns(new AccountId(row.accountId))) {
            throw Refusal.notFound("This backtest");
        }
        return row;
    }

    /** Keeps what backtest-service says, unless it has said something newer already. */
    public List<Push> changed(BacktestChanged change) {
        return backtests
                .forUpdate(change.jobId())
                .filter(row -> row.revision < change.revision())
                .filter(row -> row.accountId.equals(change.account().toString()))
                .map(row -> {
                    row.revision = change.revision();
                    row.state = change.state();
                    row.done = change.done();
                    row.total = change.total();
                    row.note = change.note();
                    row.outcome = change.outcome() == null ? null : json.write(change.outcome());
                    row.changedAt = change.at();
                    return push(row);
                })
                .stream()
                .toList();
    }

    /** What its owner's screens show. */
    public Push push(BacktestRow row) {
        return new Push(
                "backtest", new AccountId(row.accountId), json.write(BacktestView.of(row, json)));
    }
}

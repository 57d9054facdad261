package pro.cryptotrader.gateway.readmodel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.access.Accounts;
import pro.cryptotrader.gateway.live.Push;

/** Keeps positions, money, notifications, logs and health; runs in its caller's transaction. */
@ApplicationScoped
public class AccountProjection {
    private final Positions positions;
    private final AccountStates states;
    private final Performances performances;
    private final Notifications notifications;
    private final Logs logs;
    private final Statuses statuses;
    private final Accounts accounts;
    private final Json json;

    AccountProjection(
            Positions positions,
            AccountStates states,
            Performances performances,
            Notifications notifications,
            Logs logs,
            Statuses statuses,
            Accounts accounts,
            Json json) {
        this.positions = positions;
        this.states = states;
        this.performances = performances;
        this.notifications = notifications;
        this.logs = logs;
        this.statuses = statuses;
        this.accounts = accounts;
        this.json = json;
    }

    public List<Push> position(PositionChanged position) {
        var id = position.key() + "|" + position.positionId();
        var row = positions.findByIdOptional(id).orElseGet(PositionRow::new);
        row.id = id;
        row.accountId = position.account().toString();
        row.symbol = position.symbol().toString();
        row.positionId = position.positionId();
        row.status = position.status().name();
        row.quantity = position.quantity().value();
        row.cost = position.cost().value();
        row.unrealised = position.unrealised().value();
        row.realised = position.realised().value();
        row.openedAt = position.openedAt();
        row.closedAt = position.closedAt();
        row.at = position.at();
        row.data = json.write(position);
        positions.persist(row);
        return List.of(new Push("position", position.account(), json.write(row.document())));
    }

    public List<Push> state(AccountStateChanged state) {
        var id = state.account().toString();
        var row = states.findByIdOptional(id).orElseGet(AccountStateRow::new);
        row.accountId = id;
        row.cash = state.cash().value();
        row.equity = state.equity().value();
        row.at = state.at();
        row.data = json.write(state);
        states.persist(row);
        performance(state);
        return List.of(new Push("account", state.account(), json.write(row.document())));
    }

    private void performance(AccountStateChanged state) {
        var minute = state.at().truncatedTo(ChronoUnit.MINUTES);
        var row = performances.of(state.account(), minute).orElseGet(PerformanceRow::new);
        row.accountId = state.account().toString();
        row.at = minute;
        row.equity = state.equity().value();
        row.cash = state.cash().value();
        row.realised = state.realised().value();
        row.drawdownPct = state.drawdownPct();
        row.openPositions = state.openPositions();
        row.metrics =
                json.write(
                        Map.of(
                                "dayStartEquity", state.dayStartEquity(),
                                "weekStartEquity", state.weekStartEquity(),
                                "monthStartEquity", state.monthStartEquity(),
                                "peakEquity", state.peakEquity()));
        performances.persist(row);
    }

    public List<Push> notification(Envelope<Event> event, NotificationChanged notification) {
        var row =
                notifications
                        .findByIdOptional(notification.notificationId())
                        .orElseGet(NotificationRow::new);
        row.id = notification.notificationId();
        row.accountId = notification.account().toString();
        row.type = notification.type().name();
        row.at = notification.at();
        row.data = json.write(notification);
        notifications.persist(row);
        return List.of(
                new Push(
                        "notification",
                        notification.account(),
                        json.write(row.document("notification"))));
    }

    public List<Push> log(Envelope<Event> event, TradingLog line) {
        var row = new LogRow();
        row.userId = accounts.ownerOf(line.account());
        row.accountId = line.account().toString();
        row.eventId = event.id();
        row.timestamp = line.at();
        row.logLevel = line.level().name();
        row.component = line.component();
        row.message = line.message();
        row.data = json.write(line.data());
        logs.persist(row);
        return List.of(new Push("log", line.account(), json.write(LogView.of(row))));
    }

    public List<Push> heartbeat(Heartbeat heartbeat) {
        var id = heartbeat.key();
        var row = statuses.findByIdOptional(id).orElseGet(StatusRow::new);
        row.id = id;
        row.component = heartbeat.component();
        row.instance = heartbeat.instance();
        row.state = heartbeat.status().name();
        row.health = json.write(heartbeat.details());
        row.facts = json.write(heartbeat.facts());
        row.startedAt = heartbeat.startedAt();
        row.heartbeatAt = heartbeat.at();
        statuses.persist(row);
        return List.of(new Push("system", null, json.write(StatusView.of(row))));
    }
}

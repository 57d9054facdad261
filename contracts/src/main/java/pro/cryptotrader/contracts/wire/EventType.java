package pro.cryptotrader.contracts.wire;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestCommand;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.ForeignOrderSeen;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.event.TrialEvent;

/**
 * The CloudEvents type of every event and the topic it travels on. A type's meaning never changes;
 * a new one is added.
 */
public enum EventType {
    TICK("market.tick.v1", Tick.class, Topic.MARKET_TICKS),
    CANDLE_CLOSED("market.candle-closed.v1", CandleClosed.class, Topic.MARKET_CANDLES),
    INSTRUMENT_LISTED(
            "market.instrument-listed.v1", InstrumentListed.class, Topic.MARKET_INSTRUMENTS),
    MARKET_ALERT("market.alert.v1", MarketAlert.class, Topic.MARKET_ALERTS),
    SIGNAL("signal.v1", Signal.class, Topic.SIGNALS),
    VERDICT_APPROVED("risk.approved.v1", RiskVerdict.Approved.class, Topic.RISK_VERDICTS),
    VERDICT_DENIED("risk.denied.v1", RiskVerdict.Denied.class, Topic.RISK_VERDICTS),
    ORDER_INTENDED("order.intended.v1", OrderEvent.OrderIntended.class, Topic.ORDERS),
    ORDER_NOT_SENT("order.not-sent.v1", OrderEvent.OrderNotSent.class, Topic.ORDERS),
    ORDER_ACCEPTED("order.accepted.v1", OrderEvent.OrderAccepted.class, Topic.ORDERS),
    ORDER_REJECTED("order.rejected.v1", OrderEvent.OrderRejected.class, Topic.ORDERS),
    ORDER_OUTCOME_UNKNOWN(
            "order.outcome-unknown.v1", OrderEvent.OrderOutcomeUnknown.class, Topic.ORDERS),
    ORDER_CLOSED("order.closed.v1", OrderEvent.OrderClosed.class, Topic.ORDERS),
    FOREIGN_ORDER_SEEN("order.foreign-seen.v1", ForeignOrderSeen.class, Topic.ORDERS),
    FILL("fill.v1", FillEvent.Fill.class, Topic.FILLS),
    FUNDS_CHANGED("fill.funds-changed.v1", FillEvent.FundsChanged.class, Topic.FILLS),
    POSITION_CHANGED("position.changed.v1", PositionChanged.class, Topic.POSITIONS),
    EXIT_REQUESTED("position.exit-requested.v1", ExitRequested.class, Topic.POSITION_EXITS),
    ACCOUNT_STATE_CHANGED(
            "account.state-changed.v1", AccountStateChanged.class, Topic.ACCOUNT_STATE),
    ENGINE_COMMAND("engine.command.v1", EngineCommand.class, Topic.ENGINE_COMMANDS),
    ENGINE_STATE_CHANGED("engine.state-changed.v1", EngineStateChanged.class, Topic.ENGINE_STATE),
    EPOCH_CONFIRMED("engine.epoch-confirmed.v1", EpochConfirmed.class, Topic.ENGINE_ACKS),
    TRADING_CONFIG_CHANGED("config.changed.v1", TradingConfigChanged.class, Topic.TRADING_CONFIG),
    NOTIFICATION_CHANGED("notification.changed.v1", NotificationChanged.class, Topic.NOTIFICATIONS),
    TRADING_LOG("log.v1", TradingLog.class, Topic.TRADING_LOGS),
    BACKTEST_REQUESTED("backtest.requested.v1", BacktestRequested.class, Topic.BACKTEST_JOBS),
    BACKTEST_COMMAND("backtest.command.v1", BacktestCommand.class, Topic.BACKTEST_JOBS),
    BACKTEST_CHANGED("backtest.changed.v1", BacktestChanged.class, Topic.BACKTEST_PROGRESS),
    TRIAL_REQUESTED(
            "backtest.trial-requested.v1", TrialEvent.TrialRequested.class, Topic.BACKTEST_TRIALS),
    TRIAL_FINISHED(
            "backtest.trial-finished.v1", TrialEvent.TrialFinished.class, Topic.BACKTEST_RESULTS),
    HEARTBEAT("system.heartbeat.v1", Heartbeat.class, Topic.SYSTEM_HEARTBEATS);

    private static final Map<String, EventType> BY_NAME = index(false);
    private static final Map<String, EventType> BY_CLASS = index(true);

    private final String typeName;
    private final Class<? extends Event> eventClass;
    private final Topic topic;

    EventType(String typeName, Class<? extends Event> eventClass, Topic topic) {
        this.typeName = typeName;
        this.eventClass = eventClass;
        this.topic = topic;
    }

    /** The CloudEvents {@code type}. */
    public String typeName() {
        return typeName;
    }

    public Class<? extends Event> eventClass() {
        return eventClass;
    }

    public Topic topic() {
        return topic;
    }

    /** The type of {@code event}. */
    public static EventType of(Event event) {
        var type = BY_CLASS.get(event.getClass().getName());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " has no event type");
        }
        return type;
    }

    /** The type called {@code typeName}; null for one that this version does not know. */
    public static @Nullable EventType named(String typeName) {
        return BY_NAME.get(typeName);
    }

    private static Map<String, EventType> index(boolean byClass) {
        var index = new HashMap<String, EventType>();
        Arrays.stream(values())
                .forEach(type ->
                        index.put(byClass ? type.eventClass.getName() : type.typeName, type));
        return Collections.unmodifiableMap(index);
    }
}

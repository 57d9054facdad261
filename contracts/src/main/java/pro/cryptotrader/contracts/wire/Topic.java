package pro.cryptotrader.contracts.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Every topic of the house: the one place where names, partitions, retention and compaction are
 * declared.
 */
public enum Topic {
    MARKET_TICKS("market.ticks", Cleanup.DELETE, Duration.ofHours(6)),
    MARKET_CANDLES("market.candles", Cleanup.DELETE, Duration.ofDays(30)),
    MARKET_INSTRUMENTS("market.instruments", Cleanup.COMPACT, Duration.ZERO),
    MARKET_ALERTS("market.alerts", Cleanup.DELETE, Duration.ofDays(30)),
    SIGNALS("signals", Cleanup.DELETE, Duration.ofDays(90)),
    RISK_VERDICTS("risk.verdicts", Cleanup.DELETE, Duration.ofDays(90)),
    ORDERS("orders", Cleanup.DELETE, Duration.ofDays(365)),
    FILLS("fills", Cleanup.DELETE, Duration.ofDays(3650)),
    POSITIONS("positions", Cleanup.COMPACT, Duration.ZERO),
    POSITION_EXITS("position.exits", Cleanup.DELETE, Duration.ofDays(365)),
    ACCOUNT_STATE("account.state", Cleanup.COMPACT, Duration.ZERO),
    ENGINE_COMMANDS("engine.commands", Cleanup.DELETE, Duration.ofDays(365)),
    ENGINE_STATE("engine.state", Cleanup.COMPACT, Duration.ZERO),
    ENGINE_ACKS("engine.acks", Cleanup.DELETE, Duration.ofDays(30)),
    TRADING_CONFIG("trading.config", Cleanup.COMPACT, Duration.ZERO),
    NOTIFICATIONS("notifications", Cleanup.DELETE, Duration.ofDays(90)),
    TRADING_LOGS("trading.logs", Cleanup.DELETE, Duration.ofDays(90)),
    BACKTEST_JOBS("backtest.jobs", Cleanup.DELETE, Duration.ofDays(30)),
    BACKTEST_PROGRESS("backtest.progress", Cleanup.DELETE, Duration.ofDays(30)),
    BACKTEST_TRIALS("backtest.trials", Cleanup.DELETE, Duration.ofDays(7)),
    BACKTEST_RESULTS("backtest.results", Cleanup.DELETE, Duration.ofDays(7)),
    SYSTEM_HEARTBEATS("system.heartbeats", Cleanup.COMPACT, Duration.ZERO),
    /** What could not be read, with the reason in the {@code reason} header. */
    DEAD_LETTERS("dead.letters", Cleanup.DELETE, Duration.ofDays(90));

    /** Enough for a dozen instances of a service per group, few enough for one small machine. */
    public static final int PARTITIONS = 6;

    private static final int TRIAL_PARTITIONS = 24;

    private final String topicName;
    private final Cleanup cleanup;
    private final Duration retention;

    Topic(String topicName, Cleanup cleanup, Duration retention) {
        this.topicName = topicName;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /** Trials are long and their workers many: as many as there are partitions work at once. */
    public int partitions() {
        return this == BACKTEST_TRIALS ? TRIAL_PARTITIONS : PARTITIONS;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /**
     * How long messages are kept; zero for a compacted topic, which keeps the latest of each key.
     */
    public Duration retention() {
        return retention;
    }

    /** The broker's settings for this topic. */
    public Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
        if (cleanup == Cleanup.DELETE) {
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return settings;
    }

    /** What the broker does with old messages. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }
}

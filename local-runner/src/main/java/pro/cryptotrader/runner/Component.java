package pro.cryptotrader.runner;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that runs, in the order in which it starts: the one table of processes, their ports,
 * schemas and memory.
 */
public enum Component {
    POSTGRESQL("PostgreSQL", 5433, "", 0),
    KAFKA("Kafka", 9092, "", 192),
    SIMULATOR("exchange-simulator", 9080, "", 256),
    MARKET_MONITOR("market-monitor-service", 8081, "market", 160),
    SIGNAL("signal-service", 8082, "signal", 160),
    RISK("risk-service", 8083, "risk", 128),
    EXECUTOR("executor-service", 8084, "executor", 128),
    POSITION("position-service", 8085, "position", 128),
    NOTIFICATION("notification-service", 8086, "notification", 128),
    BACKTEST("backtest-service", 8087, "backtest", 224),
    GATEWAY("dashboard-gateway", 8080, "gateway", 160);

    private final String label;
    private final int defaultPort;
    private final String schema;
    private final int heapMegabytes;

    Component(String label, int defaultPort, String schema, int heapMegabytes) {
        this.label = label;
        this.defaultPort = defaultPort;
        this.schema = schema;
        this.heapMegabytes = heapMegabytes;
    }

    /** What a person calls it; for what we build, its module. */
    public String label() {
        return label;
    }

    /** Its file names. */
    public String fileName() {
        return label.toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Its role and schema in PostgreSQL; empty for what has none. */
    public String schema() {
        return schema;
    }

    /** The most its Java heap may grow to. */
    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether it is one of the eight services. */
    public boolean isService() {
        return !schema.isEmpty();
    }

    /** Whether it is built by this project and answers health checks over HTTP. */
    public boolean isOurs() {
        return this != POSTGRESQL && this != KAFKA;
    }

    public static Set<Component> all() {
        return EnumSet.allOf(Component.class);
    }

    public static Set<Component> services() {
        var services = all();
        services.removeIf(component -> !component.isService());
        return services;
    }
}

package pro.cryptotrader.executor.crash;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.executor.Simulator;
import pro.cryptotrader.testing.Platform;

/** Something that goes wrong around the executor and comes right again. */
sealed interface Trouble {
    String REPLACE = "POST /api/v3/order/cancelReplace";

    List<String> FAULTS =
            List.of(
                    fault("DROP_REPLY", "POST /api/v3/orderList/*", "\"count\":2"),
                    fault("DROP_REPLY", "POST /api/v3/order", "\"count\":2"),
                    fault("DROP_REPLY", "DELETE /api/v3/*", "\"count\":2"),
                    fault("DROP_REPLY", REPLACE, "\"count\":2"),
                    fault("DROP_REQUEST", REPLACE, "\"count\":2"),
                    fault("TIMEOUT", REPLACE, "\"executed\":true,\"count\":2"),
                    fault("TIMEOUT", REPLACE, "\"executed\":false,\"count\":2"),
                    fault("SERVER_ERROR", REPLACE, "\"executed\":true,\"code\":0,\"count\":2"),
                    fault("REJECT", REPLACE, "\"count\":4"),
                    fault("DROP_REPLY", "PUT /api/v3/*", "\"count\":2"),
                    fault("DROP_REQUEST", "POST /api/v3/*", "\"count\":2"),
                    fault("DROP_REQUEST", "DELETE /api/v3/*", "\"count\":2"),
                    fault("TIMEOUT", "POST /api/v3/*", "\"executed\":true,\"count\":2"),
                    fault("TIMEOUT", "POST /api/v3/*", "\"executed\":false,\"count\":2"),
                    fault("SERVER_ERROR", "POST /api/v3/*", "\"executed\":true,\"count\":2"),
                    fault("SERVER_ERROR", "GET /api/v3/*", "\"code\":0,\"count\":5"),
                    fault("RATE_LIMIT", "POST /api/v3/*", "\"retryAfterSeconds\":3"),
                    fault("BAN", "/api/v3/*", "\"retryAfterSeconds\":4"),
                    fault("REJECT", "POST /api/v3/orderList/*", "\"count\":3"),
                    fault("REJECT", "POST /api/v3/order", "\"code\":-1013,\"count\":2"),
                    fault("SLOW", "POST /api/v3/*", "\"executed\":true,\"delayMillis\":2500"),
                    event("DELAY_EVENTS", "\"delayMillis\":2000"),
                    event("DUPLICATE_EVENTS", "\"copies\":2"),
                    event("REORDER_EVENTS", "\"probability\":0.5"),
                    event("DROP_EVENTS", "\"probability\":0.5"),
                    "{\"kind\":\"CUT_SOCKETS\",\"sockets\":\"API\",\"durationMillis\":3000}",
                    "{\"kind\":\"SILENCE_SOCKETS\",\"sockets\":\"API\",\"durationMillis\":4000}",
                    "{\"kind\":\"HALT_SYMBOL\",\"symbol\":\"BTCUSDT\",\"durationMillis\":4000}",
                    "{\"kind\":\"CLOCK_SKEW\",\"offsetMillis\":8000,\"durationMillis\":4000}",
                    "{\"kind\":\"CLOCK_SKEW\",\"offsetMillis\":-8000,\"durationMillis\":4000}",
                    "{\"kind\":\"PRICE_SHOCK\",\"symbol\":\"ETHUSDT\",\"percent\":-6}");

    static List<Trouble> all() {
        var all = new ArrayList<Trouble>();
        FAULTS.forEach(json -> all.add(new VenueFault(json)));
        all.add(new KilledBroker());
        all.add(new KilledDatabase());
        return all;
    }

    void begin(Simulator venue) throws Exception;

    void end(Simulator venue) throws Exception;

    default Duration lasts() {
        return Duration.ofSeconds(4);
    }

    /** Whether verdicts can be told while it lasts. */
    default boolean leavesTheBroker() {
        return true;
    }

    /** The venue does what it was told to do wrong. */
    record VenueFault(String json) implements Trouble {
        @Override
        public void begin(Simulator venue) {
            var answer = venue.fault(json);
            if (!answer.has("id")) {
                throw new AssertionError(
                        "the venue refuses the fault %s: %s".formatted(json, answer));
            }
        }

        @Override
        public void end(Simulator venue) {
            venue.heal();
        }
    }

    /** The broker is killed and started again. */
    record KilledBroker() implements Trouble {
        @Override
        public void begin(Simulator venue) {
            Platform.get().killBroker();
        }

        @Override
        public void end(Simulator venue) {
            Platform.get().restartBroker();
        }

        @Override
        public boolean leavesTheBroker() {
            return false;
        }
    }

    /** A process of the database is killed: it ends all others and recovers from its log. */
    record KilledDatabase() implements Trouble {
        @Override
        public void begin(Simulator venue) throws SQLException, IOException, InterruptedException {
            try (var connection =
                            DriverManager.getConnection(
                                    Platform.get().getJdbcUrl(), "executor", "for-tests-only");
                    var statement = connection.createStatement()) {
                var row =
                        statement.executeQuery(
                                "select pid from pg_stat_activity where usename = 'executor'"
                                        + " and pid <> pg_backend_pid() limit 1");
                if (!row.next()) {
                    throw new AssertionError("the executor has no connection to the database");
                }
                var kill = new ProcessBuilder("kill", "-9", row.getString(1)).start();
                if (kill.waitFor() != 0) {
                    throw new AssertionError("no process of the database was killed");
                }
            }
        }

        /** It comes back by itself. */
        @Override
        public void end(Simulator venue) {}
    }

    private static String fault(String kind, String endpoint, String more) {
        return "{\"kind\":\"%s\",\"endpoint\":\"%s\",%s}".formatted(kind, endpoint, more);
    }

    private static String event(String kind, String more) {
        return "{\"kind\":\"%s\",\"durationMillis\":4000,%s}".formatted(kind, more);
    }
}

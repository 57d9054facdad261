package pro.cryptotrader.system;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A person at the gateway: signed in as {@code admin}, in charge of the account {@code main}. */
final class Operator {
    static final String ACCOUNT = "main";
    private static final Duration BOUND = Duration.ofMinutes(1);

    private final JsonHttp http;

    private Operator(JsonHttp http) {
        this.http = http;
    }

    static Operator signIn(URI gateway, String password) {
        var http = new JsonHttp(gateway);
        var session =
                http.post(
                                "/api/session",
                                JsonHttp.object().put("name", "admin").put("password", password))
                        .expect(200);
        http.header("X-CSRF-Token", session.path("csrfToken").asText());
        return new Operator(http);
    }

    /** Asks for anything under {@code /api}. */
    JsonNode see(String path) {
        return http.get("/api" + path).expect(200);
    }

    /** Asks for something of the account. */
    JsonNode seeOwn(String path) {
        return see("/accounts/" + ACCOUNT + path);
    }

    /** The items of one page, newest first. */
    List<JsonNode> list(String path) {
        var items = new ArrayList<JsonNode>();
        seeOwn(path).path("items").forEach(items::add);
        return items;
    }

    /** Asks for a small search among configurations over the time {@code from} to {@code to}. */
    void optimise(Instant from, Instant to) {
        var wanted =
                JsonHttp.object()
                        .put("account", ACCOUNT)
                        .put("kind", "OPTIMISE")
                        .put("interval", "5m")
                        .put("candles", "5m")
                        .put("from", from.toString())
                        .put("to", to.toString());
        wanted.putArray("symbols").add("BTC/USDT");
        var study =
                wanted.putObject("study")
                        .put("way", "GRID")
                        .put("objective", "PROFIT")
                        .put("trials", 2)
                        .put("minTrades", 0)
                        .put("seed", 1)
                        .put("trainDays", 1)
                        .put("tradeDays", 1)
                        .put("samples", 100);
        study.putObject("parameters").put("stop_loss_pct", "1,2");
        http.post("/api/backtests", wanted).expect(202);
    }

    /** The engine's state as the gateway knows it; empty until risk has spoken. */
    JsonNode engine() {
        return seeOwn("/engine").path("state").path("data");
    }

    /** Gives a command and returns its receipt. */
    JsonNode command(String action, boolean closePositions, String reason) {
        return http.post(
                        "/api/accounts/" + ACCOUNT + "/engine",
                        JsonHttp.object()
                                .put("action", action)
                                .put("closePositions", closePositions)
                                .put("reason", reason))
                .expect(202);
    }

    /** Gives a command and waits until the engine is in {@code state}, the executor confirming. */
    JsonNode commandUntil(String action, boolean closePositions, String state) {
        var receipt = command(action, closePositions, "system test");
        awaitEngine(state);
        return receipt;
    }

    /** Waits until the engine is in {@code state} and the executor has confirmed that. */
    void awaitEngine(String state) {
        await("engine " + state)
                .atMost(BOUND)
                .ignoreExceptions()
                .until(() -> isConfirmed(engine(), state));
    }

    private static boolean isConfirmed(JsonNode engine, String state) {
        return engine.path("state").asText().equals(state)
                && engine.path("epoch").asLong() == engine.path("confirmedEpoch").asLong();
    }

    /** What became of a command: SENT, APPLIED, CONFIRMED or REFUSED. */
    String statusOf(String commandId) {
        for (var command : seeOwn("/engine").path("commands")) {
            if (command.path("id").asText(command.path("commandId").asText()).equals(commandId)) {
                return command.path("status").asText();
            }
        }
        return "UNKNOWN";
    }

    /** Brings the engine to RUNNING from wherever it is. */
    void ensureRunning() {
        await("engine RUNNING")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> {
                    switch (engine().path("state").asText()) {
                        case "STOPPED" -> commandUntil("START", false, "RUNNING");
                        case "PAUSED", "SAFE_MODE" -> commandUntil("RESUME", false, "RUNNING");
                        case "EMERGENCY_STOPPED" -> commandUntil("RESET", false, "STOPPED");
                        default -> {
                            // Running, on its way to STOPPED, or not known yet.
                        }
                    }
                    return isConfirmed(engine(), "RUNNING");
                });
    }

    JsonNode config() {
        return seeOwn("/config");
    }

    /** Asks to change the configuration; {@code change} edits what the form shows. */
    JsonHttp.Answer tryConfig(Consumer<ObjectNode> change) {
        var seen = config();
        var config = (ObjectNode) seen.path("config").deepCopy();
        change.accept(config);
        var form = JsonHttp.object().put("version", seen.path("version").asLong());
        form.set("config", config);
        return http.put("/api/accounts/" + ACCOUNT + "/config", form);
    }

    /** Changes the configuration and returns its new version. */
    long configure(Consumer<ObjectNode> change) {
        return tryConfig(change).expect(200).path("version").asLong();
    }

    /**
     * Trades {@code symbols} at five-minute candles, easily convinced, with near stops and targets:
     * as often as there can be. At 300 times real speed such a candle lasts a second; a signal of a
     * shorter one would expire on a slow machine before anybody could act on it.
     */
    long tradeOften(String... symbols) {
        return configure(config -> {
            ((ObjectNode) config.path("engine")).put("trading_interval", 300);
            ((ObjectNode) config.path("risk"))
                    .put("trading_mode", "AGGRESSIVE")
                    .put("max_daily_loss_pct", 20)
                    .put("stop_loss_pct", 0.5)
                    .put("take_profit_pct", 0.8);
            if (symbols.length > 0) {
                var traded = config.putArray("symbols");
                List.of(symbols).forEach(traded::add);
            }
        });
    }
}

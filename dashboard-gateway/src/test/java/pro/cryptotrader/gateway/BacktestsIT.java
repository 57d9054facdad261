package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.event.BacktestCommand;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.gateway.access.AccountRow;
import pro.cryptotrader.gateway.access.Accounts;
import pro.cryptotrader.gateway.access.Registration;
import pro.cryptotrader.gateway.access.Role;
import pro.cryptotrader.gateway.backtest.Backtests;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
@SuppressWarnings("NullAway.Init")
class BacktestsIT {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final String PASSWORD = "another long password";
    private static final String RUN =
            """
            {"kind": "RUN", "symbols": ["BTC/USDT"], "from": "2026-01-01T00:00:00Z",
             "to": "2026-02-01T00:00:00Z"}
            """;

    @Inject Registration registration;
    @Inject Accounts accounts;
    @Inject Backtests backtests;

    @GatewayPlatform.BacktestService StandIn service = new StandIn();

    @BeforeEach
    void begin() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    backtests.deleteAll();
                    if (accounts.findByIdOptional("carols").isEmpty()) {
                        open("carol", "carols", Role.TRADER);
                        open("victor", "victors", Role.VIEWER);
                    }
                });
    }

    private void open(String user, String account, Role role) {
        var row = new AccountRow();
        row.id = account;
        row.userId = registration.register(user, PASSWORD, role);
        row.createdAt = Instant.EPOCH;
        accounts.persist(row);
    }

    private static UUID request(String body) {
        var answer = Gateway.signedIn().post("/api/backtests", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return UUID.fromString(answer.path("id"));
    }

    @Test
    void passesABacktestOnWithWhatTheAccountHasConfigured() {
        var id = request(RUN);

        try (var jobs = TopicProbe.of(Topic.BACKTEST_JOBS)) {
            await().atMost(BOUND)
                    .until(() -> jobs.all().stream().anyMatch(message -> message.id().equals(id)));
            var message =
                    jobs.all(BacktestRequested.class).stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .data();
            assertThat(message.plan().symbols()).hasToString("[BTC/USDT]");
            assertThat(message.plan().interval().code()).isEqualTo("5m");
            assertThat(message.plan().candles().code()).isEqualTo("1m");
            assertThat(message.plan().risk().maxPositions()).isEqualTo(5);
            assertThat(message.requestedBy()).isEqualTo("admin");
        }
        assertThat(one(id).jsonPath().getString("backtest.state")).isEqualTo("QUEUED");
    }

    private static Response one(UUID id) {
        return Gateway.signedIn().get("/api/backtests/" + id);
    }

    @Test
    void followsItAndPushesHowFarItIs() {
        var id = request(RUN);
        try (var screen = Screen.open(Gateway.signedIn());
                var topics = TopicFeed.open()) {
            await().atMost(BOUND).until(() -> !screen.events("hello").isEmpty());

            topics.publish(
                    BacktestTape.running(id, 2, 40, 100),
                    BacktestTape.done(id, 4, 1.5),
                    // Said before, heard after: too late.
                    BacktestTape.running(id, 3, 60, 100));

            await().atMost(BOUND)
                    .untilAsserted(() ->
                            assertThat(screen.events("backtest").stream().map(Screen.Event::data))
                                    .anyMatch(json -> json.contains("\"done\":40"))
                                    .anyMatch(json -> json.contains("\"state\":\"DONE\"")));
            var known = one(id).jsonPath();
            assertThat(known.getString("backtest.state")).isEqualTo("DONE");
            assertThat(known.getString("backtest.figures.returnPct")).isEqualTo("1.5");
            assertThat(known.getList("curve")).hasSize(121);
            assertThat(Gateway.signedIn().get("/api/backtests").jsonPath().getList("id"))
                    .containsExactly(id.toString());
        }
    }

    @Test
    void cancelsOnceAndNotWhatHasEnded() {
        var id = request(RUN);
        var admin = Gateway.signedIn();

        assertThat(admin.request().delete("/api/backtests/" + id).statusCode()).isEqualTo(202);
        assertThat(admin.request().delete("/api/backtests/" + id).statusCode()).isEqualTo(202);

        try (var jobs = TopicProbe.of(Topic.BACKTEST_JOBS);
                var topics = TopicFeed.open()) {
            jobs.await(BacktestCommand.class, command -> command.jobId().equals(id), BOUND);
            assertThat(jobs.all(BacktestCommand.class))
                    .filteredOn(command -> command.data().jobId().equals(id))
                    .hasSize(1);
            topics.publish(BacktestTape.ended(id, 2, State.CANCELLED, "cancelled"));
        }
        await().atMost(BOUND)
                .until(() -> admin.request().delete("/api/backtests/" + id).statusCode() == 409);
    }

    @Test
    void comparesTwoToSix() {
        var one = request(RUN);
        var other = request(RUN);
        try (var topics = TopicFeed.open()) {
            topics.publish(BacktestTape.done(one, 2, 1.5), BacktestTape.done(other, 2, -3));
        }
        var admin = Gateway.signedIn();
        await().atMost(BOUND)
                .until(() ->
                        admin.get("/api/backtests/compare?ids=%s,%s".formatted(one, other))
                                .jsonPath()
                                .getList("backtest.figures.returnPct")
                                .toString()
                                .equals("[1.5, -3]"));
        assertThat(admin.get("/api/backtests/compare?ids=" + one).statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/backtests/compare").statusCode()).isEqualTo(400);
    }

    @Test
    void showsAReportWithoutAnyRightToTheSite() {
        var id = request(RUN);
        service.answer(200, "<html>report</html>");
        var admin = Gateway.signedIn();

        var html = admin.get("/api/backtests/%s/report.html".formatted(id));

        assertThat(html.asString()).isEqualTo("<html>report</html>");
        assertThat(html.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox allow-scripts");
        assertThat(service.requests().getLast().token()).isEqualTo("between-us");
        assertThat(admin.get("/api/backtests/%s/report.json".formatted(id)).contentType())
                .isEqualTo("application/json");
        assertThat(admin.get("/api/backtests/%s/secrets".formatted(id)).statusCode())
                .isEqualTo(404);
        service.answer(500, "");
        assertThat(admin.get("/api/backtests/%s/report.csv".formatted(id)).statusCode())
                .isEqualTo(503);
    }

    @Test
    void doesNotExistForAnybodyElse() {
        var id = request(RUN);
        var carol = Gateway.signedIn("carol", PASSWORD);

        assertThat(carol.get("/api/backtests").jsonPath().getList("id")).isEmpty();
        for (var path : new String[] {"", "/report.html", "/report.json", "/report.csv"}) {
            assertThat(carol.get("/api/backtests/" + id + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(
                        carol.get(
                                        "/api/backtests/compare?ids=%s,%s"
                                                .formatted(id, UUID.randomUUID()))
                                .statusCode())
                .isEqualTo(404);
        assertThat(carol.request().delete("/api/backtests/" + id).statusCode()).isEqualTo(404);
        assertThat(
                        carol.post(
                                        "/api/backtests",
                                        RUN.replace("{\"kind", "{\"account\": \"main\", \"kind"))
                                .statusCode())
                .isEqualTo(404);
        assertThat(Gateway.signedIn("victor", PASSWORD).post("/api/backtests", RUN).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | kind is one of RUN, OPTIMISE",
                "{\"kind\":\"RUN\"} | from and to are times such as",
                "{\"kind\":\"RUN\",\"from\":\"2026-02-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}"
                        + " | a backtest ends after its start",
                "{\"kind\":\"RUN\",\"from\":\"2016-01-01T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}"
                        + " | candles (symbols times time): 1 to 3000000, not",
                "{\"kind\":\"OPTIMISE\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"}"
                        + " | OPTIMISE needs a study",
                "{\"kind\":\"RUN\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\","
                        + "\"interval\":\"2m\"} | interval",
                "{\"kind\":\"RUN\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\","
                        + "\"interval\":\"1m\",\"candles\":\"5m\"} | candles of 1m cannot be built"
            })
    void saysWhatIsWrongWithARequest(String body, String reason) {
        var answer = Gateway.signedIn().post("/api/backtests", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("detail")).contains(reason);
    }

    @Test
    void boundsWhatWaitsAndWhatIsKept() {
        for (int i = 0; i < BacktestDesk.MOST_UNFINISHED; i++) {
            request(RUN);
        }
        var refused = Gateway.signedIn().post("/api/backtests", RUN);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("detail")).contains("5 backtests of this account");

        QuarkusTransaction.requiringNew().run(() -> backtests.update("state = ?1", State.DONE));
        for (int i = BacktestDesk.MOST_UNFINISHED; i <= BacktestDesk.KEPT; i++) {
            var id = request(RUN);
            QuarkusTransaction.requiringNew()
                    .run(() -> backtests.update("state = ?1 where id = ?2", State.DONE, id));
        }

        assertThat(Gateway.signedIn().get("/api/backtests").jsonPath().getList("id"))
                .hasSize(BacktestDesk.KEPT);
        try (var jobs = TopicProbe.of(Topic.BACKTEST_JOBS)) {
            jobs.await(
                    BacktestCommand.class,
                    command -> command.action() == BacktestCommand.Action.FORGET,
                    BOUND);
        }
    }
}

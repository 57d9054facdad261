package pro.cryptotrader.backtest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestChanged.State;
import pro.cryptotrader.contracts.event.BacktestCommand;
import pro.cryptotrader.contracts.event.BacktestFills;
import pro.cryptotrader.contracts.event.BacktestOutcome;
import pro.cryptotrader.contracts.event.BacktestPlan;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.contracts.event.BacktestRequested.Kind;
import pro.cryptotrader.contracts.event.BacktestStudy;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(BacktestPlatform.class)
class BacktestServiceIT {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final AccountId MAIN = new AccountId("main");
    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");

    @Inject DataSource dataSource;

    @Test
    void aRunIsDoneWithFiguresACurveAndReports() {
        var job = publish(Kind.RUN, plan(10, 14), null);

        var done = awaitEnd(job);

        assertThat(done.state()).as(done.note()).isEqualTo(State.DONE);
        assertThat(outcome(done).figures()).containsKeys("returnPct", "sharpe", "trades");
        assertThat(outcome(done).curve()).hasSizeBetween(50, 400);
        assertThat(report(job, "report.html", BacktestPlatform.TOKEN)).contains("<html");
        assertThat(report(job, "report.json", BacktestPlatform.TOKEN)).contains("\"ordersHash\"");
        assertThat(report(job, "report.csv", BacktestPlatform.TOKEN)).startsWith("account,symbol");
    }

    @Test
    void reportsAreForWhoKnowsTheTokenOnly() {
        var address = "/internal/backtests/%s/report.html".formatted(UUID.randomUUID());

        assertThat(given().get(address).statusCode()).isEqualTo(401);
        assertThat(given().header("X-Internal-Token", "wrong").get(address).statusCode())
                .isEqualTo(401);
        assertThat(
                        given().header("X-Internal-Token", BacktestPlatform.TOKEN)
                                .get(address)
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOptimisationMakesItsTrialsOverKafkaAndReportsTheBest() {
        var job = publish(Kind.OPTIMISE, plan(10, 14), study(0, 0));

        var done = awaitEnd(job);

        assertThat(done.state()).as(done.note()).isEqualTo(State.DONE);
        assertThat(outcome(done).values()).containsKeys("stop_loss_pct", "take_profit_pct");
        assertThat(report(job, "report.csv", BacktestPlatform.TOKEN).lines()).hasSize(1 + 4);
        assertThat(report(job, "report.html", BacktestPlatform.TOKEN)).contains("<html");
    }

    @Test
    void aWalkForwardAndAMonteCarloAreDone() {
        var walk = publish(Kind.WALK_FORWARD, plan(10, 16), study(2, 2));
        var others = publish(Kind.MONTE_CARLO, plan(10, 18), study(0, 0));

        var walked = awaitEnd(walk);
        assertThat(walked.state()).as(walked.note()).isEqualTo(State.DONE);
        assertThat(report(walk, "report.csv", BacktestPlatform.TOKEN).lines()).hasSize(1 + 2);
        assertThat(report(walk, "report.html", BacktestPlatform.TOKEN)).contains("Walk-forward");

        var drawn = awaitEnd(others);
        assertThat(drawn.state()).as(drawn.note()).isEqualTo(State.DONE);
        assertThat(report(others, "report.json", BacktestPlatform.TOKEN)).contains("drawnTrades");
    }

    @Test
    void whatTheMarketDoesNotHaveIsSaid() {
        var job = publish(Kind.RUN, plan(100, 110), null);

        var ended = awaitEnd(job);

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.note()).contains("the market has no 5m candles of BTC/USDT between");
    }

    @Test
    void aGridThatIsLargerThanAskedForIsRefused() {
        var asked = study(0, 0);
        var small =
                new BacktestStudy(
                        asked.parameters(), asked.way(), asked.objective(), 3, 0, 1, 0, 0, 0);

        var ended = awaitEnd(publish(Kind.OPTIMISE, plan(10, 14), small));

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.note()).contains("this grid has 4 points, but 3 trials were asked for");
    }

    @Test
    void aCancelledJobEnds() {
        var job = UUID.randomUUID();
        try (var feed = TopicFeed.open()) {
            feed.publish(request(job, Kind.WALK_FORWARD, plan(8, 18), manyTrials()));
            awaitChange(job, change -> change.state() == State.RUNNING && change.done() > 0);
            feed.publish(
                    Envelope.root(
                            UUID.randomUUID(),
                            "dashboard-gateway",
                            AT,
                            new BacktestCommand(
                                    MAIN, job, BacktestCommand.Action.CANCEL, "admin", AT)));
        }

        assertThat(awaitEnd(job).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aJobWhoseRunnerHasDiedIsTakenUpAndSaysSo() throws SQLException {
        var job = UUID.randomUUID();
        diedWith(job, 1);

        awaitChange(
                job, change -> change.note().contains("was interrupted and goes on (attempt 2)"));
        assertThat(awaitEnd(job).state()).isEqualTo(State.DONE);
    }

    @Test
    void aJobThatKilledThreeRunnersIsGivenUp() throws SQLException {
        var job = UUID.randomUUID();
        diedWith(job, 3);

        var ended = awaitEnd(job);

        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.note()).contains("interrupted 3 times");
    }

    /** A runner has left the job an hour ago, in its attempt of that number. */
    private void diedWith(UUID job, int attempts) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into jobs
                                  (id, account_id, request, state, attempts, runner, seen_at)
                                values (?, 'main', ?, 'RUNNING', ?, 'dead', now() - interval '1 hour')
                                """)) {
            insert.setObject(1, job);
            insert.setString(2, EventJson.write(request(job, Kind.RUN, plan(10, 12), null)));
            insert.setInt(3, attempts);
            insert.executeUpdate();
        }
    }

    private static BacktestPlan plan(int fromDay, int toDay) {
        var defaults = TradingConfig.defaults();
        return new BacktestPlan(
                List.of(Symbol.of("BTC/USDT")),
                Interval.M5,
                Interval.M5,
                defaults.mode(),
                defaults.risk(),
                VenueStandIn.START.plus(Duration.ofDays(fromDay)),
                VenueStandIn.START.plus(Duration.ofDays(toDay)),
                Money.of("10000"),
                BacktestFills.honest());
    }

    private static BacktestStudy study(int trainDays, int tradeDays) {
        return new BacktestStudy(
                new TreeMap<>(Map.of("stop_loss_pct", "1,2", "take_profit_pct", "2,4")),
                BacktestStudy.Way.GRID,
                BacktestStudy.Objective.PROFIT,
                100,
                0,
                1,
                trainDays,
                tradeDays,
                200);
    }

    private static BacktestStudy manyTrials() {
        return new BacktestStudy(
                new TreeMap<>(Map.of("stop_loss_pct", "0.5:5:0.05", "take_profit_pct", "1:10:0.5")),
                BacktestStudy.Way.GRID,
                BacktestStudy.Objective.PROFIT,
                2_000,
                0,
                1,
                2,
                1,
                0);
    }

    private static Envelope<Event> request(
            UUID job, Kind kind, BacktestPlan plan, @Nullable BacktestStudy study) {
        return Envelope.root(
                job,
                "dashboard-gateway",
                AT,
                (Event) new BacktestRequested(MAIN, kind, plan, study, "admin", AT));
    }

    private static UUID publish(Kind kind, BacktestPlan plan, @Nullable BacktestStudy study) {
        var job = UUID.randomUUID();
        try (var feed = TopicFeed.open()) {
            feed.publish(request(job, kind, plan, study));
        }
        return job;
    }

    private static BacktestOutcome outcome(BacktestChanged done) {
        return Objects.requireNonNull(done.outcome());
    }

    private static BacktestChanged awaitEnd(UUID job) {
        return awaitChange(job, change -> change.state().isEnd());
    }

    private static BacktestChanged awaitChange(UUID job, Predicate<BacktestChanged> wanted) {
        try (var progress = TopicProbe.of(Topic.BACKTEST_PROGRESS)) {
            return progress.await(
                            BacktestChanged.class,
                            change -> change.jobId().equals(job) && wanted.test(change),
                            BOUND)
                    .data();
        }
    }

    private static String report(UUID job, String name, String token) {
        return given().header("X-Internal-Token", token)
                .get("/internal/backtests/%s/%s".formatted(job, name))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

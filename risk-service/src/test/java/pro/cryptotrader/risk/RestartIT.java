package pro.cryptotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** The packaged service as a process of its own, killed without warning. */
class RestartIT {
    private static final AccountId ACCOUNT = new AccountId("survivor");
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final int SIGNALS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    @BeforeEach
    void prepare() {
        Platform.get().createSchema("risk", "for-tests-only");
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void keepsItsReservationsAndAnswersEverySignalOnceThroughAKill()
            throws IOException, InterruptedException {
        start();
        try (var feed = TopicFeed.open();
                var states = TopicProbe.of(Topic.ENGINE_STATE);
                var verdicts = TopicProbe.of(Topic.RISK_VERDICTS)) {
            feed.publish(
                    World.instrument(World.BTC),
                    World.config(ACCOUNT),
                    World.funds(ACCOUNT, "10000"));
            feed.publish(World.command(ACCOUNT, Action.START));
            states.await(EngineStateChanged.class, s -> s.state() == EngineState.RUNNING, BOUND);
            approve(feed, verdicts);
            var signals = new ArrayList<Envelope<Signal>>();
            for (int i = 0; i < SIGNALS; i++) {
                signals.add(World.buy(World.BTC));
            }

            // Half of them before the kill, of which it gets to some, and half while it is dead.
            feed.publish(signals.subList(0, SIGNALS / 2).toArray(Envelope[]::new));
            kill();
            feed.publish(signals.subList(SIGNALS / 2, SIGNALS).toArray(Envelope[]::new));
            start();

            verdicts.await(RiskVerdict.class, answers(signals.getLast()), BOUND);
            assertThat(answersBySignal(verdicts, signals)).isEqualTo(signals.size());
            assertThat(afterTheMarketHasSpoken(feed, verdicts))
                    .isEqualTo(Denial.Code.POSITION_EXISTS);
            assertThat(verdicts.all(Approved.class)).hasSize(1);
        }
    }

    /** How many signals have an answer; fails when one has two that differ in their id. */
    private static int answersBySignal(TopicProbe verdicts, List<Envelope<Signal>> signals) {
        var ids = signals.stream().map(Envelope::id).collect(Collectors.toSet());
        var answers =
                verdicts.all(RiskVerdict.class).stream()
                        .filter(verdict -> ids.contains(verdict.data().signalId()))
                        .collect(
                                Collectors.groupingBy(
                                        verdict -> verdict.data().signalId(),
                                        Collectors.mapping(Envelope::id, Collectors.toSet())));
        assertThat(answers.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        return answers.size();
    }

    /** Ticks are only heard from the service's start on, so the market speaks until it is heard. */
    private static void approve(TopicFeed feed, TopicProbe verdicts) {
        await().atMost(BOUND)
                .until(() -> {
                    var signal = World.buy(World.BTC);
                    feed.publish(World.tick(World.BTC), signal);
                    return verdicts.await(RiskVerdict.class, answers(signal), BOUND).data()
                            instanceof Approved;
                });
    }

    private static Denial.Code afterTheMarketHasSpoken(TopicFeed feed, TopicProbe verdicts) {
        var found = new ArrayList<Denial.Code>();
        await().atMost(BOUND)
                .until(() -> {
                    var signal = World.buy(World.BTC);
                    feed.publish(World.tick(World.BTC), signal);
                    var verdict = verdicts.await(Denied.class, answers(signal), BOUND).data();
                    found.add(verdict.reason().code());
                    return verdict.reason().code() != Denial.Code.NO_PRICE;
                });
        return found.getLast();
    }

    private static Predicate<RiskVerdict> answers(Envelope<?> signal) {
        return verdict -> verdict.signalId().equals(signal.id());
    }

    private void start() throws IOException {
        int port = freePort();
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-jar",
                                "target/quarkus-app/quarkus-run.jar")
                        .redirectErrorStream(true)
                        .redirectOutput(Path.of("target", "restart-it.log").toFile());
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", Platform.get().getBootstrapServers());
        builder.environment().put("DATABASE_URL", Platform.get().getJdbcUrl());
        builder.environment().put("DATABASE_PASSWORD", "for-tests-only");
        process = builder.start();
        await().atMost(BOUND).until(() -> isReady(port));
    }

    private void kill() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    private boolean isReady(int port) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/q/health/ready".formatted(port)))
                            .timeout(Duration.ofSeconds(2))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

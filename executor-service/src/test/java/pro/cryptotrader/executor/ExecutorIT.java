package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.event.OrderEvent.OrderNotSent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.ServiceProcess;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** The packaged service between a real broker, a real PostgreSQL and the real simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExecutorIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final String TOKEN = "for-tests-only";

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Simulator simulator;
    private @Nullable ServiceProcess service;
    private @Nullable TopicFeed feed;
    private @Nullable OrderId firstOrder;

    @BeforeAll
    void start() throws IOException {
        simulator = new Simulator();
        service = startService();
        var ticks = TopicFeed.open();
        var _ = ticker.scheduleAtFixedRate(() -> publishTick(ticks), 0, 300, TimeUnit.MILLISECONDS);
        feed = TopicFeed.open();
    }

    private void publishTick(TopicFeed ticks) {
        try {
            var tick = venue().tick(BTC);
            ticks.publish(Envelope.root(UUID.randomUUID(), "test", tick.at(), tick));
        } catch (UncheckedIOException e) {
            // The venue is away: no tick.
        }
    }

    private ServiceProcess startService() throws IOException {
        return ServiceProcess.start(
                "executor",
                Map.of(
                        "VENUE_REST_URL",
                        venue().http(),
                        "VENUE_WS_API_URL",
                        venue().wsApi(),
                        "MASTER_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]),
                        "INTERNAL_TOKEN",
                        TOKEN));
    }

    /** The port that the latest start of the service has told its log. */
    private static int port() throws IOException {
        var listening = Pattern.compile("Listening on: http://127\\.0\\.0\\.1:(\\d+)");
        return listening
                .matcher(Files.readString(Path.of("target/service-under-test.log")))
                .results()
                .map(line -> Integer.parseInt(line.group(1)))
                .reduce((_, latest) -> latest)
                .orElseThrow();
    }

    @AfterAll
    void stop() throws SQLException {
        ticker.shutdownNow();
        if (service != null) {
            service.kill();
        }
        if (simulator != null) {
            simulator.close();
        }
        ExecutorTables.forget();
    }

    @Test
    @Order(1)
    void opensAnAccountThatItHasNotSeenAndTellsItsFunds() throws Exception {
        say(config());
        say(engine(EngineState.RUNNING, 1, null));

        var funds = heard(Topic.FILLS, FundsChanged.class, each -> true);
        assertThat(funds.data().asset().code()).isEqualTo("USDT");
        assertThat(funds.data().delta()).isEqualByComparingTo("10000");
        heard(Topic.ENGINE_ACKS, EpochConfirmed.class, each -> each.epoch() == 1);
        await().atMost(SOON).until(() -> status().contains("\"reconciled\":true"));
    }

    @Test
    @Order(2)
    void buysWithProtectionThatRestsAtTheVenue() {
        var verdict = say(buy(1));
        firstOrder = order(verdict);

        var fill = heard(Topic.FILLS, Fill.class, each -> each.orderId().equals(firstOrder));
        assertThat(fill.data().role()).isEqualTo(OrderRole.ENTRY);
        assertThat(fill.data().permit()).isEqualTo(verdict.id());
        assertThat(fill.cause()).isEqualTo(verdict.id());
        var closed =
                heard(Topic.ORDERS, OrderClosed.class, each -> each.orderId().equals(firstOrder));
        assertThat(closed.data().outcome()).isEqualTo(OrderClosed.Outcome.FILLED);
        assertThat(closed.data().executed()).isEqualTo(Quantity.of("0.01"));
        assertThat(venue().openOrderTypes("main")).containsExactly("LIMIT_MAKER", "STOP_LOSS");
    }

    @Test
    @Order(3)
    void takesOverAfterAKillWithoutTouchingWhatRests() throws Exception {
        var orders = venue().account("main").path("orders").size();
        killed().kill();
        service = startService();

        await().atMost(SOON).until(() -> status().contains("\"reconciled\":true"));
        assertThat(status()).contains("\"phase\":\"PROTECTED\"");
        assertThat(venue().account("main").path("orders").size()).isEqualTo(orders);
    }

    @Test
    @Order(4)
    void leavesAPositionOnceHoweverOftenItIsAsked() {
        var at = venue().tick(BTC).at();
        var exit = say(new ExitRequested(MAIN, BTC, 1, ExitRequested.Reason.MANUAL, at));
        say(new ExitRequested(MAIN, BTC, 1, ExitRequested.Reason.LIQUIDATION, at));

        var sold =
                heard(
                        Topic.ORDERS,
                        OrderClosed.class,
                        each -> each.orderId().equals(OrderId.from(exit.id(), "exit")));
        assertThat(sold.data().outcome()).isEqualTo(OrderClosed.Outcome.FILLED);
        heard(Topic.ORDERS, OrderNotSent.class, each -> each.role() == OrderRole.EXIT);
        assertThat(venue().openOrderTypes("main")).isEmpty();
        theLogEqualsTheVenue();
    }

    @Test
    @Order(5)
    void tellsThatTheStopLossSold() {
        var order = order(say(buy(1)));
        heard(Topic.ORDERS, OrderClosed.class, each -> each.orderId().equals(order));

        venue().shock(BTC, -5);

        var stopped = order.leg("stop-loss");
        var closed = heard(Topic.ORDERS, OrderClosed.class, each -> each.orderId().equals(stopped));
        assertThat(closed.data().outcome()).isEqualTo(OrderClosed.Outcome.FILLED);
        heard(
                Topic.ORDERS,
                OrderClosed.class,
                each -> each.orderId().equals(order.leg("take-profit")));
        assertThat(venue().openOrderTypes("main")).isEmpty();
        theLogEqualsTheVenue();
    }

    @Test
    @Order(6)
    void tradesOnAfterTheVenueWasAwayOnceItHasReconciled() throws Exception {
        venue().kill();
        await().atMost(SOON).until(() -> status().contains("\"reconciled\":false"));
        venue().restart();
        await().atMost(SOON).until(() -> status().contains("\"reconciled\":true"));

        var order = order(say(buy(1)));

        heard(Topic.ORDERS, OrderClosed.class, each -> each.orderId().equals(order));
        theLogEqualsTheVenue();
    }

    @Test
    @Order(7)
    void sendsNothingThatWasApprovedInAnotherEpoch() {
        var order = order(say(buy(0)));

        var refused = heard(Topic.ORDERS, OrderNotSent.class, each -> each.orderId().equals(order));
        assertThat(refused.data().reason()).contains("epoch 0", "epoch 1");
    }

    @Test
    @Order(8)
    void buysNothingAfterTheBrakeWasPulledNotEvenAfterAKill() throws Exception {
        var command = UUID.randomUUID();
        assertThat(halt(command, "wrong").statusCode()).isEqualTo(403);
        assertThat(halt(command, TOKEN).statusCode()).isEqualTo(200);
        killed().kill();
        service = startService();
        await().atMost(SOON).until(() -> status().contains("\"reconciled\":true"));

        var order = order(say(buy(1)));

        var refused = heard(Topic.ORDERS, OrderNotSent.class, each -> each.orderId().equals(order));
        assertThat(refused.data().reason()).isEqualTo("entries are halted");
        say(engine(EngineState.EMERGENCY_STOPPED, 2, command));
        say(engine(EngineState.RUNNING, 3, UUID.randomUUID()));
        heard(Topic.ENGINE_ACKS, EpochConfirmed.class, each -> each.epoch() == 3);
        await().atMost(SOON).until(() -> status().contains("\"halted\":false"));
    }

    @Test
    @Order(9)
    void boughtAtMostOnceForEachVerdict() {
        var intended = all(Topic.ORDERS, OrderIntended.class);
        assertThat(intended.stream().filter(each -> each.role() == OrderRole.ENTRY)).hasSize(3);
        assertThat(venue().account("main").path("orders"))
                .filteredOn(each -> each.path("side").asText().equals("BUY"))
                .hasSize(3);
    }

    private void theLogEqualsTheVenue() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(all(Topic.FILLS, Fill.class).stream().map(Fill::tradeId))
                                .containsExactlyInAnyOrderElementsOf(venue().trades("main")));
    }

    private RiskVerdict.Approved buy(long epoch) {
        var tick = venue().tick(BTC);
        var signal = UUID.randomUUID();
        return new RiskVerdict.Approved(
                MAIN,
                signal,
                OrderId.from(signal, "main"),
                BTC,
                Side.BUY,
                Quantity.of("0.01"),
                tick.ask(),
                tick.ask().plusPercent(BigDecimal.ONE),
                new Protection(
                        tick.ask().plusPercent(new BigDecimal("-3")),
                        tick.ask().plusPercent(new BigDecimal("30"))),
                tick.at().plusSeconds(600),
                epoch,
                1,
                List.of());
    }

    private static OrderId order(Envelope<RiskVerdict.Approved> verdict) {
        return verdict.data().orderId();
    }

    private static TradingConfigChanged config() {
        return new TradingConfigChanged(
                MAIN,
                "admin",
                1,
                new TradingConfig(
                        true,
                        TradingMode.BALANCED,
                        true,
                        Interval.M5,
                        List.of(BTC),
                        new RiskConfig(
                                new BigDecimal("3"),
                                5,
                                new BigDecimal("2"),
                                BigDecimal.ONE,
                                BigDecimal.TWO,
                                Money.of("10")),
                        new NotificationConfig(false, Map.of(), null, null, null, null)),
                "admin",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static EngineStateChanged engine(
            EngineState state, long epoch, @Nullable UUID command) {
        return new EngineStateChanged(
                MAIN,
                state,
                epoch,
                epoch - 1,
                false,
                command,
                "a test says so",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private <E extends Event> Envelope<E> say(E event) {
        var envelope = Envelope.root(UUID.randomUUID(), "test", venue().tick(BTC).at(), event);
        if (feed == null) {
            throw new AssertionError("not started");
        }
        feed.publish(envelope);
        return envelope;
    }

    private static <E extends Event> Envelope<E> heard(
            Topic topic, Class<E> type, Predicate<? super E> wanted) {
        try (var probe = TopicProbe.of(topic)) {
            return probe.await(type, wanted, SOON);
        }
    }

    private static <E extends Event> List<E> all(Topic topic, Class<E> type) {
        try (var probe = TopicProbe.of(topic)) {
            return probe.all(type).stream().map(Envelope::data).toList();
        }
    }

    private String status() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/internal/accounts/main"
                                                .formatted(port())))
                        .header("X-Internal-Token", TOKEN);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> halt(UUID command, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/internal/engine/halt"
                                                .formatted(port())))
                        .header("X-Internal-Token", token)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"account\":\"main\",\"commandId\":\"%s\"}"
                                                .formatted(command)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Simulator venue() {
        if (simulator == null) {
            throw new AssertionError("not started");
        }
        return simulator;
    }

    private ServiceProcess killed() {
        if (service == null) {
            throw new AssertionError("not started");
        }
        return service;
    }
}

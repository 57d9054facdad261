package pro.cryptotrader.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.SecretBox;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.NotificationChanged.Delivery;
import pro.cryptotrader.contracts.event.NotificationChanged.Status;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.ServiceProcess;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** The packaged service, a real mail server, and stand-ins for Discord and Telegram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationServiceIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String BOT = "/bot123456:ABC/sendMessage";
    private static final int BURST = 300;
    private static final int TOGETHER = 60;
    private static final int SLOW_MILLIS = 40;

    private final SecretBox box = new SecretBox(KEY);
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final WireMockServer venue =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private ServiceProcess service = start();
    private final TopicFeed feed = TopicFeed.open();

    private ServiceProcess start() {
        if (!venue.isRunning()) {
            mail.start();
            venue.start();
            answer(BOT, "{\"ok\":true}", 200);
        }
        try {
            return ServiceProcess.start(
                    "notification",
                    Map.of(
                            "MASTER_KEY", KEY,
                            "SMTP_HOST", "127.0.0.1",
                            "SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
                            "DISCORD_ORIGINS", venue.baseUrl(),
                            "TELEGRAM_URL", venue.baseUrl(),
                            "NOTIFY_POLL_INTERVAL", "PT0.1S",
                            "NOTIFY_MAX_ATTEMPTS", "3",
                            "NOTIFY_FIRST_PAUSE", "PT0.1S",
                            "NOTIFY_COMPONENT_PATIENCE", "PT12S"));
        } catch (IOException e) {
            throw new AssertionError("the service cannot be started", e);
        }
    }

    @AfterAll
    void stop() {
        service.kill();
        feed.close();
        venue.stop();
        mail.stop();
    }

    @Test
    void anEmergencyStopReachesEveryChannel() throws MessagingException, IOException {
        var account = configured("everywhere", 204);
        say(
                new EngineStateChanged(
                        account, EngineState.EMERGENCY_STOPPED, 4, 3, true, null, "<crash>", NOON));

        var told = awaitSettled(account);

        assertThat(told.type()).isEqualTo(NotificationType.EMERGENCY_STOP);
        assertThat(told.deliveries())
                .containsExactly(
                        new Delivery(NotificationChannel.DASHBOARD, Status.DELIVERED, 1, ""),
                        new Delivery(NotificationChannel.EMAIL, Status.DELIVERED, 1, ""),
                        new Delivery(NotificationChannel.DISCORD, Status.DELIVERED, 1, ""),
                        new Delivery(NotificationChannel.TELEGRAM, Status.DELIVERED, 1, ""));
        var letter = letters(account).getFirst();
        assertThat(letter.getSubject()).isEqualTo("[Crypto Trader Pro] EMERGENCY STOP");
        assertThat(new String(letter.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("text/html")
                .contains("&lt;crash&gt;");
        venue.verify(1, postRequestedFor(urlEqualTo(hook("everywhere"))));
    }

    @Test
    void aDeadChannelDelaysNoOtherAndIsGivenUpWithItsReason() throws MessagingException {
        var account = configured("dead", 503);
        say(error(account, "first"));

        var told = awaitSettled(account);

        assertThat(told.deliveries())
                .contains(
                        new Delivery(NotificationChannel.EMAIL, Status.DELIVERED, 1, ""),
                        new Delivery(
                                NotificationChannel.DISCORD,
                                Status.FAILED,
                                3,
                                "given up after 3 attempts: Discord answered 503"));
        assertThat(letters(account)).hasSize(1);
    }

    @Test
    void discordIsLeftAloneForAsLongAsItAsks() {
        var account = configured("limited", 204);
        venue.stubFor(
                post(urlEqualTo(hook("limited")))
                        .inScenario("limit")
                        .whenScenarioStateIs("Started")
                        .willReturn(aResponse().withStatus(429).withBody("{\"retry_after\":1.5}"))
                        .willSetStateTo("open"));
        venue.stubFor(
                post(urlEqualTo(hook("limited")))
                        .inScenario("limit")
                        .whenScenarioStateIs("open")
                        .willReturn(aResponse().withStatus(204)));
        say(error(account, "first"));

        var told = awaitSettled(account);

        assertThat(told.deliveries())
                .contains(new Delivery(NotificationChannel.DISCORD, Status.DELIVERED, 1, ""));
        var times =
                venue.findAll(postRequestedFor(urlEqualTo(hook("limited")))).stream()
                        .map(request -> request.getLoggedDate().toInstant())
                        .sorted()
                        .toList();
        assertThat(times).hasSize(2);
        assertThat(Duration.between(times.getFirst(), times.getLast()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void theSameEventIsToldOnce() throws MessagingException {
        var account = configured("once", 204);
        var error = root(error(account, "the same"));
        feed.publish(error, error, root(error(account, "another")), error);

        awaitLetters(account, 2);
        assertThat(dashboard(account)).hasSize(2);
        assertThat(letters(account)).hasSize(2);
    }

    @Test
    void theLastWordOfEachNotificationKnowsHowEveryChannelEnded() {
        var account = configured("together", 204);
        // Slow in the same way: two workers in step, so that their attempts end at once.
        answerSlowly(hook("together"));
        answerSlowly(BOT);
        feed.publish(
                IntStream.range(0, TOGETHER)
                        .mapToObj(i -> root(error(account, "number " + i)))
                        .toArray(Envelope<?>[]::new));

        try {
            Awaitility.await().atMost(SOON).until(() -> settled(account) == TOGETHER);
        } finally {
            answer(BOT, "{\"ok\":true}", 200);
        }
    }

    /** How many of the account's notifications have, as last told, no attempt before them. */
    private static long settled(AccountId account) {
        var latest = new HashMap<UUID, NotificationChanged>();
        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            for (var each : notifications.all(NotificationChanged.class)) {
                if (each.data().account().equals(account)) {
                    latest.put(each.data().notificationId(), each.data());
                }
            }
        }
        return latest.values().stream()
                .filter(each ->
                        each.deliveries().stream()
                                .noneMatch(delivery -> delivery.status() == Status.PENDING))
                .count();
    }

    @Test
    void aComponentThatFallsSilentIsTold() {
        var account = configured("watched", 204);
        var now = Instant.now();
        say(new Heartbeat("fake-service", "0", Heartbeat.Status.UP, Map.of(), Map.of(), now, now));

        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            var told =
                    notifications.await(
                            NotificationChanged.class,
                            each ->
                                    each.account().equals(account)
                                            && each.title().equals("fake-service is silent"),
                            SOON);
            assertThat(told.data().type()).isEqualTo(NotificationType.SYSTEM_ERROR);
        }
    }

    @Test
    void aKillInTheMiddleOfABurstLosesNothingAndDoublesNothing() throws MessagingException {
        var account = configured("burst", 204);
        feed.publish(
                IntStream.range(0, BURST)
                        .mapToObj(i -> root(error(account, "number " + i)))
                        .toArray(Envelope<?>[]::new));
        awaitLetters(account, BURST / 10);
        service.kill();
        service = start();

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        dashboard(account).size() == BURST && letterIds(account).size() == BURST);
        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            var said =
                    notifications.all(NotificationChanged.class).stream()
                            .filter(each -> each.data().account().equals(account))
                            .filter(each -> isFirst(each.data()))
                            .map(Envelope::id)
                            .distinct();
            assertThat(said).hasSize(BURST);
        }
        // The one that was on its way when the process died.
        assertThat(letters(account)).hasSizeBetween(BURST, BURST + 1);
    }

    private static boolean isFirst(NotificationChanged notification) {
        return notification.deliveries().stream()
                .filter(delivery -> delivery.channel() != NotificationChannel.DASHBOARD)
                .allMatch(delivery -> delivery.status() == Status.PENDING);
    }

    private AccountId configured(String name, int discordStatus) {
        var account = new AccountId(name);
        answer(hook(name), "", discordStatus);
        var routes =
                new EnumMap<NotificationType, Set<NotificationChannel>>(NotificationType.class);
        Arrays.stream(NotificationType.values())
                .forEach(type -> routes.put(type, Set.of(NotificationChannel.values())));
        say(
                new TradingConfigChanged(
                        account,
                        name,
                        1,
                        new TradingConfig(
                                true,
                                TradingMode.BALANCED,
                                true,
                                Interval.M5,
                                List.of(Symbol.of("BTC/USDT")),
                                risk(),
                                new NotificationConfig(
                                        true,
                                        routes,
                                        name + "@example.com",
                                        box.seal(venue.baseUrl() + hook(name)),
                                        box.seal("123456:ABC"),
                                        "42")),
                        name,
                        NOON));
        Awaitility.await().atMost(SOON).until(() -> Tables.knows(name));
        return account;
    }

    private static RiskConfig risk() {
        var one = BigDecimal.ONE;
        return new RiskConfig(one, 5, one, one, one, Money.ZERO);
    }

    private void answerSlowly(String path) {
        venue.stubFor(
                post(urlEqualTo(path))
                        .willReturn(
                                aResponse()
                                        .withStatus(200)
                                        .withBody("{\"ok\":true}")
                                        .withFixedDelay(SLOW_MILLIS)));
    }

    private void answer(String path, String body, int status) {
        venue.stubFor(
                post(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private static String hook(String name) {
        return "/api/webhooks/1/" + name;
    }

    private static NotificationChanged awaitSettled(AccountId account) {
        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            return notifications
                    .await(
                            NotificationChanged.class,
                            each ->
                                    each.account().equals(account)
                                            && each.deliveries().stream()
                                                    .noneMatch(delivery ->
                                                            delivery.status() == Status.PENDING),
                            SOON)
                    .data();
        }
    }

    private void awaitLetters(AccountId account, int count) {
        Awaitility.await().atMost(SOON).until(() -> letters(account).size() >= count);
    }

    private List<MimeMessage> letters(AccountId account) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(letter -> isTo(letter, account + "@example.com"))
                .toList();
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> letterIds(AccountId account) {
        return letters(account).stream()
                .map(NotificationServiceIT::notificationId)
                .collect(Collectors.toSet());
    }

    private static String notificationId(MimeMessage letter) {
        try {
            return letter.getHeader("X-Notification-Id")[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The notifications that a reader of the topic would show. */
    private static Set<UUID> dashboard(AccountId account) {
        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            return notifications.all(NotificationChanged.class).stream()
                    .filter(each -> each.data().account().equals(account))
                    .map(each -> each.data().notificationId())
                    .collect(Collectors.toSet());
        }
    }

    private static TradingLog error(AccountId account, String message) {
        return new TradingLog(
                account, TradingLog.Level.ERROR, "risk-service", message, Map.of(), NOON);
    }

    private void say(Event event) {
        feed.publish(root(event));
    }

    private static Envelope<Event> root(Event event) {
        return Envelope.root(UUID.randomUUID(), "test", NOON, event);
    }
}

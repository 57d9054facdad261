package pro.cryptotrader.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.Platform;
import pro.cryptotrader.testing.PlatformResource;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "schema", value = "echo"))
class MessagingIT {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Inject EchoService service;
    @Inject OutboxRelay relay;
    private TopicFeed feed;
    private TopicProbe log;

    @BeforeEach
    void open() {
        feed = TopicFeed.open();
        log = TopicProbe.of(Topic.TRADING_LOGS);
    }

    @AfterEach
    void close() {
        feed.close();
        log.close();
    }

    @Test
    void anEventThatIsDeliveredTwiceIsHandledOnce() throws Exception {
        var alert = alert("BTC/USDT", "twice");
        feed.publish(alert, alert, alert("BTC/USDT", "twice, the end"));

        awaitLog("twice, the end");

        assertThat(service.noted("twice")).containsExactly("twice", "twice, the end");
        assertThat(logged("twice")).containsExactly("twice", "twice, the end");
    }

    @Test
    void anEffectNamesItsCause() {
        var alert = alert("BTC/USDT", "cause");
        feed.publish(alert);

        var effect = awaitLog("cause");

        assertThat(effect.cause()).isEqualTo(alert.id());
        assertThat(effect.correlation()).isEqualTo(alert.correlation());
        assertThat(effect.id())
                .isEqualTo(
                        alert.causes("echo-service", NOON, List.<Event>of(effect.data()))
                                .getFirst()
                                .id());
    }

    @Test
    void whatIsRolledBackIsNotPublished() throws Exception {
        feed.publish(
                alert("ETH/USDT", EchoService.FAILS_TWICE),
                alert("ETH/USDT", "after the failures"));

        awaitLog("after the failures");

        assertThat(logged(EchoService.FAILS_TWICE)).containsExactly(EchoService.FAILS_TWICE);
        assertThat(service.noted(EchoService.FAILS_TWICE)).hasSize(1);
    }

    @Test
    void eventsOfOneKeyKeepTheirOrder() throws Exception {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            expected.add("order %03d".formatted(i));
            feed.publish(alert("SOL/USDT", expected.getLast()));
        }

        awaitLog(expected.getLast());

        assertThat(service.noted("order")).isEqualTo(expected);
        assertThat(logged("order")).isEqualTo(expected);
    }

    @Test
    void anUnreadableMessageIsBuriedWithItsReasonAndTheNextIsHandled() {
        feed.publish(Topic.MARKET_ALERTS, "XRP/USDT", "this is no event");
        feed.publish(alert("XRP/USDT", "the next"));

        awaitLog("the next");

        try (var letters = TopicProbe.of(Topic.DEAD_LETTERS)) {
            var letter =
                    letters.messages().stream()
                            .filter(message -> "this is no event".equals(message.value()))
                            .findFirst()
                            .orElseThrow();
            assertThat(letter.key()).isEqualTo("XRP/USDT");
            assertThat(header(letter, "reason")).contains("Unrecognized token 'this'");
            assertThat(header(letter, "origin")).matches("market\\.alerts/\\d@\\d+");
        }
    }

    @Test
    void nothingIsLostOrReorderedWhenTheBrokerDies() throws Exception {
        var messages = IntStream.range(0, 60).mapToObj("restart %03d"::formatted).toList();
        for (int i = 0; i < messages.size(); i++) {
            if (i == 20) {
                Platform.get().killBroker();
            }
            service.onAlert(widened(alert("BNB/USDT", messages.get(i))));
            if (i == 40) {
                await().atMost(BOUND).until(() -> !relay.isHealthy());
                Platform.get().restartBroker();
            }
        }

        awaitLog(messages.getLast());

        // At least once on the topic; once for who drops what it has seen.
        assertThat(logged("restart")).isEqualTo(messages);
        await().atMost(BOUND).until(relay::isHealthy);
    }

    @Test
    void theTopicsExistAsTheyAreDeclared() throws Exception {
        try (var admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Platform.get().getBootstrapServers()))) {
            for (var topic : Topic.values()) {
                var name = topic.topicName();
                assertThat(partitions(admin, name)).as(name).isEqualTo(topic.partitions());
                assertThat(settings(admin, name)).as(name).containsAllEntriesOf(topic.settings());
            }
        }
    }

    private static int partitions(Admin admin, String topic) throws Exception {
        var descriptions =
                admin.describeTopics(List.of(topic)).allTopicNames().get(20, TimeUnit.SECONDS);
        return descriptions.values().iterator().next().partitions().size();
    }

    private static Map<String, String> settings(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var configs = admin.describeConfigs(List.of(resource)).all().get(20, TimeUnit.SECONDS);
        return configs.values().iterator().next().entries().stream()
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static Envelope<MarketAlert> alert(String symbol, String message) {
        return Envelope.root(
                UUID.randomUUID(),
                "market-monitor-service",
                NOON,
                new MarketAlert(
                        Symbol.of(symbol),
                        MarketAlert.Kind.GAP_FILLED,
                        message,
                        Map.of("candles", "3"),
                        NOON));
    }

    private static Envelope<Event> widened(Envelope<? extends Event> envelope) {
        return new Envelope<>(
                envelope.id(),
                envelope.source(),
                envelope.time(),
                envelope.cause(),
                envelope.correlation(),
                envelope.data());
    }

    private Envelope<TradingLog> awaitLog(String message) {
        return log.await(TradingLog.class, line -> line.message().equals(message), BOUND);
    }

    /** What the log says that begins so, in order, each event once. */
    private List<String> logged(String beginning) {
        var lines = new LinkedHashMap<UUID, String>();
        log.all(TradingLog.class)
                .forEach(line -> lines.putIfAbsent(line.id(), line.data().message()));
        return lines.values().stream().filter(line -> line.startsWith(beginning)).toList();
    }

    private static String header(
            org.apache.kafka.clients.consumer.ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

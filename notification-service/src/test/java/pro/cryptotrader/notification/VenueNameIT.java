package pro.cryptotrader.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.ServiceProcess;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** Real money is named first, also by a service that has just been killed and started again. */
class VenueNameIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AccountId ACCOUNT = new AccountId("real");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final TopicFeed feed = TopicFeed.open();
    private int troubles;

    @Test
    void whatIsToldSaysLiveWhereMoneyIsReal() throws IOException {
        var service = ServiceProcess.start("notification", ENVIRONMENT);
        try {
            say(
                    new TradingConfigChanged(
                            ACCOUNT, "real", 1, TradingConfig.defaults(), "real", Instant.now()));
            await().atMost(SOON).until(() -> Tables.knows(ACCOUNT.toString()));
            assertThat(next()).doesNotStartWith("LIVE");

            say(executorAt("LIVE"));
            await().atMost(SOON).until(() -> next().startsWith("LIVE: "));

            service.kill();
            service = ServiceProcess.start("notification", ENVIRONMENT);
            assertThat(next()).startsWith("LIVE: ");

            say(executorAt("SIMULATOR"));
            await().atMost(SOON).until(() -> !next().startsWith("LIVE"));
        } finally {
            service.kill();
            feed.close();
        }
    }

    /** The title of a notification about something that has just gone wrong. */
    private String next() {
        var text = "trouble " + ++troubles;
        say(new TradingLog(ACCOUNT, TradingLog.Level.ERROR, "test", text, Map.of(), Instant.now()));
        try (var notifications = TopicProbe.of(Topic.NOTIFICATIONS)) {
            return notifications
                    .await(
                            NotificationChanged.class,
                            each -> each.account().equals(ACCOUNT) && each.text().contains(text),
                            SOON)
                    .data()
                    .title();
        }
    }

    private static Heartbeat executorAt(String venue) {
        var now = Instant.now();
        return new Heartbeat(
                "executor-service",
                "0",
                Heartbeat.Status.UP,
                Map.of(),
                Map.of(Heartbeat.VENUE, venue),
                now,
                now);
    }

    private void say(Event event) {
        feed.publish(Envelope.root(UUID.randomUUID(), "test", Instant.now(), event));
    }
}

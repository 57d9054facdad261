package pro.cryptotrader.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.NotificationChanged;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.testing.TopicFeed;

/** A morning of trading, for the page to show. */
final class Story {
    static final Instant NOW = Instant.parse("2026-03-01T10:05:00Z");
    private static final Tape TAPE = new Tape("main", "BTC/USDT", "2026-03-01T10:00:00Z");

    private Story() {}

    static void tell() {
        try (var feed = TopicFeed.open()) {
            var market = new Market(feed);
            market.list("BTC/USDT", "0.01");
            market.list("ETH/USDT", "0.01");
            market.candles("BTC/USDT", Interval.M1, NOW.plusSeconds(1_200), 200, 101);
            TAPE.entry().forEach(feed::publish);
            feed.publish(TAPE.position(PositionChanged.Status.OPEN, "0", 3));
            for (int second = 3; second < 3_000; second += 60) {
                var equity = 10_001 + 6 * Math.sin(second / 400.0);
                feed.publish(TAPE.money("9795.8", "%.2f".formatted(equity), 1, second));
            }
            feed.publish(
                    TAPE.log(TradingLog.Level.INFO, "Bought 2 BTC/USDT at 102.1", Map.of()),
                    TAPE.log(TradingLog.Level.WARNING, "The feed was late by 3 s", Map.of()),
                    EngineTape.told("main", EngineState.RUNNING, 201, 201, null));
            for (var component :
                    new String[] {
                        "market-monitor-service",
                        "signal-service",
                        "risk-service",
                        "executor-service",
                        "position-service"
                    }) {
                market.heartbeat(component, Heartbeat.Status.UP, Map.of("outbox", "UP"));
            }
        }
    }

    static Envelope<NotificationChanged> notification() {
        var id = UUID.randomUUID();
        return Envelope.root(
                id,
                "notification-service",
                NOW,
                new NotificationChanged(
                        new AccountId("main"),
                        id,
                        NotificationType.TRADE_EXECUTED,
                        "Trade executed",
                        "Bought 2 BTC/USDT at 102.1",
                        List.of(),
                        NOW));
    }
}

package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class ConfigIT {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String CONFIG = "/api/accounts/main/config";

    @Test
    void announcesTheDefaultsOfTheFirstAccount() {
        try (var configs = TopicProbe.of(Topic.TRADING_CONFIG)) {
            var first =
                    configs.await(
                            TradingConfigChanged.class, config -> config.version() == 1, BOUND);

            assertThat(first.data().account()).hasToString("main");
            assertThat(first.data().config().mode()).isEqualTo(TradingMode.BALANCED);
            assertThat(first.data().config().interval()).isEqualTo(Interval.M5);
            assertThat(first.data().config().symbols()).hasSize(5);
        }
    }

    @Test
    void changesWhatTheFormSaysAndAnnouncesIt() {
        var gateway = Gateway.signedIn();
        var version = version(gateway);

        var answer =
                gateway.put(
                        CONFIG,
                        """
                        {"version": %d, "config": {
                          "engine": {"trading_interval": 60},
                          "symbols": ["BTC/USDT", "ETH/USDT"],
                          "risk": {"trading_mode": "aggressive", "stop_loss_pct": 1.5}}}\
                        """
                                .formatted(version));

        assertThat(answer.statusCode()).as(answer.body().asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getLong("version")).isEqualTo(version + 1);
        assertThat(config(gateway).getDouble("config.risk.stop_loss_pct")).isEqualTo(1.5);
        try (var configs = TopicProbe.of(Topic.TRADING_CONFIG)) {
            var changed =
                    configs.await(
                                    TradingConfigChanged.class,
                                    config -> config.version() == version + 1,
                                    BOUND)
                            .data();
            assertThat(changed.changedBy()).isEqualTo("admin");
            assertThat(changed.config().interval()).isEqualTo(Interval.M1);
            assertThat(changed.config().mode()).isEqualTo(TradingMode.AGGRESSIVE);
            assertThat(changed.config().symbols()).hasSize(2);
        }
    }

    @Test
    void refusesBadValuesWithFieldValueAndRangeAndChangesNothing() {
        var gateway = Gateway.signedIn();
        var before = config(gateway).prettify();

        var answer =
                gateway.put(
                        CONFIG,
                        """
                        {"version": %d, "config": {
                          "enabled": "perhaps",
                          "engine": {"trading_interval": 301},
                          "risk": {"max_positions": 0, "stop_loss_pct": 1.7},
                          "surprise": 1}}\
                        """
                                .formatted(version(gateway)));

        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = answer.jsonPath();
        assertThat(problem.getList("errors.field", String.class))
                .containsExactlyInAnyOrder(
                        "surprise", "enabled", "engine.trading_interval", "risk.max_positions");
        assertThat(problem.getString("errors.find { it.field == 'risk.max_positions' }.value"))
                .isEqualTo("0");
        assertThat(problem.getString("errors.find { it.field == 'risk.max_positions' }.allowed"))
                .isEqualTo("1 to 100");
        assertThat(config(gateway).prettify()).isEqualTo(before);
    }

    @Test
    void refusesAChangeOfWhatHasChangedMeanwhile() {
        var gateway = Gateway.signedIn();

        var answer =
                gateway.put(
                        CONFIG,
                        "{\"version\": %d, \"config\": {\"enabled\": false}}"
                                .formatted(version(gateway) - 1));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(config(gateway).getBoolean("config.enabled")).isTrue();
    }

    @Test
    void givesAFileAndTakesItBackWithoutAChange() {
        var gateway = Gateway.signedIn();
        for (var file :
                new String[] {
                    "auto_trading_config.json", "risk_config.json", "notification_config.json"
                }) {
            var version = version(gateway);
            var text = gateway.get(CONFIG + "/files/" + file).body().asString();

            var answer = gateway.post(CONFIG + "/files/" + file, text);

            assertThat(answer.statusCode()).as(file + answer.body().asString()).isEqualTo(200);
            assertThat(answer.jsonPath().getLong("version")).as(file).isEqualTo(version);
        }
    }

    @Test
    void takesTheFileOfTheMission() {
        var gateway = Gateway.signedIn();

        var answer =
                gateway.post(
                        CONFIG + "/files/auto_trading_config.json",
                        """
                        {"engine":{"trading_interval":300,"max_concurrent_positions":4,"enable_paper_trading":false},
                         "risk_management":{"daily_loss_limit_pct":3.0,"position_size_pct":2.0,"stop_loss_pct":1.0,"take_profit_pct":2.0},
                         "symbols":["BTC/USDT","ETH/USDT"],
                         "notifications":{"enabled":true,"channels":["dashboard","email"],"trade_notifications":true,"error_notifications":true}}\
                        """);

        assertThat(answer.statusCode()).as(answer.body().asString()).isEqualTo(200);
        assertThat(config(gateway).getInt("config.risk.max_positions")).isEqualTo(4);
        assertThat(config(gateway).getList("config.symbols", String.class))
                .containsExactly("BTC/USDT", "ETH/USDT");
    }

    @Test
    void keepsASecretAndNeverShowsIt() {
        var gateway = Gateway.signedIn();

        var answer =
                gateway.post(
                        CONFIG + "/files/notification_config.json",
                        "{\"discord_webhook_url\": \"https://discord.com/api/webhooks/1/geheim\"}");

        assertThat(answer.statusCode()).as(answer.body().asString()).isEqualTo(200);
        assertThat(config(gateway).getBoolean("config.notifications.discord_webhook_url_set"))
                .isTrue();
        assertThat(answer.body().asString()).doesNotContain("geheim", "ciphertext");
        try (var configs = TopicProbe.of(Topic.TRADING_CONFIG)) {
            configs.await(
                    TradingConfigChanged.class,
                    config -> config.config().notifications().discordWebhook() != null,
                    BOUND);
            assertThat(configs.messages()).noneMatch(message -> message.value().contains("geheim"));
        }
    }

    private static JsonPath config(Gateway gateway) {
        return gateway.get(CONFIG).jsonPath();
    }

    private static long version(Gateway gateway) {
        return config(gateway).getLong("version");
    }
}

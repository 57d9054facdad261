package pro.cryptotrader.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pro.cryptotrader.contracts.config.ConfigFile.AUTO_TRADING;
import static pro.cryptotrader.contracts.config.ConfigFile.NOTIFICATION;
import static pro.cryptotrader.contracts.config.ConfigFile.RISK;
import static pro.cryptotrader.contracts.config.NotificationChannel.DASHBOARD;
import static pro.cryptotrader.contracts.config.NotificationChannel.EMAIL;
import static pro.cryptotrader.contracts.config.NotificationChannel.TELEGRAM;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.Resource;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

class ConfigFilesContractTest {
    private static final TradingConfig FRESH = TradingConfig.defaults();
    private static final List<Symbol> BTC_AND_ETH =
            List.of(Symbol.of("BTC/USDT"), Symbol.of("ETH/USDT"));

    @Test
    void theExampleImportsCleanlyIntoAFreshAccount() {
        var config = read(AUTO_TRADING, sample("auto_trading_config.json"), FRESH);

        assertThat(config)
                .isEqualTo(
                        new TradingConfig(
                                true,
                                TradingMode.BALANCED,
                                false,
                                Interval.M5,
                                BTC_AND_ETH,
                                FRESH.risk(),
                                notifications(Set.of(DASHBOARD, EMAIL))));
    }

    @Test
    void theExampleComesBackAsItWas() {
        var example = sample("auto_trading_config.json");

        assertThat(ConfigRules.write(AUTO_TRADING, read(AUTO_TRADING, example, FRESH)))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void paperTradingIsKeptAsImported(boolean paper) {
        var config =
                read(
                        AUTO_TRADING,
                        "{\"engine\":{\"enable_paper_trading\":%s}}".formatted(paper),
                        FRESH);

        assertThat(config.paperTrading()).isEqualTo(paper);
        assertThat(ConfigRules.write(AUTO_TRADING, config))
                .contains("\"enable_paper_trading\": %s".formatted(paper));
    }

    @Test
    void theRiskFileSaysEveryLimitAndTheMode() {
        var file = sample("risk_config.json");

        var config = read(RISK, file, FRESH);

        assertThat(config.mode()).isEqualTo(TradingMode.CONSERVATIVE);
        assertThat(config.risk())
                .isEqualTo(
                        new RiskConfig(
                                new BigDecimal("2.5"),
                                3,
                                new BigDecimal("1.25"),
                                new BigDecimal("0.8"),
                                new BigDecimal("1.6"),
                                Money.of("250")));
        assertThat(config.symbols()).isEqualTo(FRESH.symbols());
        assertThat(ConfigRules.write(RISK, config)).isEqualTo(file);
    }

    @Test
    void whatAnOwnerNeedNotWantMayBeMissingAndZeroTakesItAway() {
        var wanted =
                read(RISK, "{\"trailing_stop_pct\": 1.5, \"partial_take_profit_pct\": 1}", FRESH);

        assertThat(wanted.risk().trailingStopPct()).isEqualTo("1.5");
        assertThat(wanted.risk().partShare()).isEqualTo("50");
        assertThat(ConfigRules.write(RISK, wanted)).contains("\"trailing_stop_pct\": 1.5");
        assertThat(read(RISK, "{}", wanted)).isEqualTo(wanted);
        assertThat(read(RISK, "{\"trailing_stop_pct\": 0, \"partial_take_profit_pct\": 0}", wanted))
                .isEqualTo(FRESH);
    }

    @Test
    void theNotificationFileBringsSecretsAndNeverShowsThem() {
        var config = read(NOTIFICATION, sample("notification_config.json"), FRESH);

        assertThat(config.notifications().discordWebhook())
                .isEqualTo(seal("https://discord.com/api/webhooks/1234567890/an-example-key"));
        assertThat(config.notifications().telegramBotToken())
                .isEqualTo(seal("123456789:an-example-token"));
        assertThat(ConfigRules.write(NOTIFICATION, config))
                .isEqualTo(sample("notification_config.exported.json"));
    }

    @Test
    void anExportedNotificationFileKeepsTheSecretsWhenItIsReadAgain() {
        var config = read(NOTIFICATION, sample("notification_config.json"), FRESH);

        assertThat(read(NOTIFICATION, sample("notification_config.exported.json"), config))
                .isEqualTo(config);
    }

    @Test
    void nullTakesASecretOrAnAddressAway() {
        var config = read(NOTIFICATION, sample("notification_config.json"), FRESH);

        var without =
                read(
                        NOTIFICATION,
                        """
                        {"email": null, "discord_webhook_url": null,
                         "telegram_bot_token": null, "telegram_chat_id": null}\
                        """,
                        config);

        assertThat(without.notifications())
                .isEqualTo(
                        new NotificationConfig(
                                true, config.notifications().routes(), null, null, null, null));
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatSaysNothingChangesNothing(ConfigFile file) {
        var config = read(NOTIFICATION, sample("notification_config.json"), FRESH);

        assertThat(read(file, "{}", config)).isEqualTo(config);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenChangesNothingWhenItIsReadAgain(ConfigFile file) {
        var config =
                read(
                        RISK,
                        sample("risk_config.json"),
                        read(NOTIFICATION, sample("notification_config.json"), FRESH));

        assertThat(read(file, ConfigRules.write(file, config), config)).isEqualTo(config);
    }

    @Test
    void onlyTheFieldThatTheFileSpeaksOfChanges() {
        var config = read(AUTO_TRADING, "{\"risk_management\":{\"stop_loss_pct\":1.5}}", FRESH);

        var risk = FRESH.risk();
        assertThat(config)
                .isEqualTo(
                        new TradingConfig(
                                true,
                                FRESH.mode(),
                                false,
                                FRESH.interval(),
                                FRESH.symbols(),
                                new RiskConfig(
                                        risk.maxDailyLossPct(),
                                        risk.maxPositions(),
                                        risk.positionSizePct(),
                                        new BigDecimal("1.5"),
                                        risk.takeProfitPct(),
                                        risk.minimumBalance()),
                                FRESH.notifications()));
    }

    @Test
    void everythingWrongInAFileIsSaidAtOnce() {
        var refused =
                catchThrowableOfType(
                        ConfigRefused.class,
                        () -> read(AUTO_TRADING, sample("auto_trading_config.bad.json"), FRESH));

        assertThat(refused.problems())
                .extracting(ConfigProblem::toString)
                .containsExactly(
                        "engine.trading_interval: 240 is not one of 60, 300, 900, 3600, 14400",
                        "engine.max_concurrent_positions: 5.5 must be a whole number from 1 to 100",
                        "engine.enable_paper_trading: \"no\" must be true or false",
                        "risk_management.daily_loss_limit_pct: 50.1 is outside 0.1 to 50",
                        "risk_management.position_size_pct: \"2\" must be a number from 0.1 to 100",
                        "risk_management.stop_loss_pct: 0 is outside 0.1 to 50",
                        "risk_management.take_profit_pct: null must be a number from 0.1 to 500",
                        "risk_management.stop_los_pct: unknown field; did you mean stop_loss_pct?",
                        "symbols[1]: ETH/BTC is not against USDT as the first one is; an account"
                                + " trades against one quote asset",
                        "symbols[2]: BTC/USDT is already at symbols[0]; each symbol may be listed"
                                + " once",
                        "notifications.channels[1]: \"pigeon\" is not one of dashboard, email,"
                                + " discord, telegram",
                        "notifications.trade_notifications: 1 must be true or false",
                        "leverage: unknown field; known are engine, risk_management, symbols,"
                                + " notifications");
        assertThat(refused).hasMessageContaining("stop_loss_pct: 0 is outside 0.1 to 50; ");
        assertThat(refused.problems().get(5))
                .isEqualTo(
                        new ConfigProblem(
                                "risk_management.stop_loss_pct",
                                "0",
                                "0.1 to 50",
                                "0 is outside 0.1 to 50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "AUTO_TRADING | ^^ | auto_trading_config.json: is not a JSON object",
                "AUTO_TRADING | [] | auto_trading_config.json: is not a JSON object",
                "RISK | {\"max_positions\":} | risk_config.json: is not JSON at line 1, column 18",
                "RISK | {\"max_positions\":1,\"max_positions\":2} | risk_config.json: names a field"
                        + " twice at line 1",
                "RISK | {} {} | risk_config.json: is not JSON at line 1",
                "RISK | {\"trading_mode\":\"yolo\"} | trading_mode: \"yolo\" is not one of"
                        + " conservative, balanced, aggressive",
                "RISK | {\"max_positions\":99999999999} | max_positions: 99999999999 is outside 1 to 100",
                "RISK | {\"minimum_balance\":-0.01} | minimum_balance: -0.01 is outside 0 or more",
                "RISK | {\"minimum_balance\":1e999999} | minimum_balance: too many digits",
                "AUTO_TRADING | {\"engine\":7} | engine: 7 must be an object",
                "AUTO_TRADING | {\"symbols\":\"BTC/USDT\"} | symbols: \"BTC/USDT\" must be a list",
                "AUTO_TRADING | {\"symbols\":[]} | symbols: 0 symbols are outside 1 to 50",
                "AUTO_TRADING | {\"symbols\":[7,\"BTCUSDT\"]} | symbols[0]: 7 is not BASE/QUOTE in"
                        + " capitals such as BTC/USDT; symbols[1]: \"BTCUSDT\" is not BASE/QUOTE",
                "AUTO_TRADING | {\"symbols\":[\"BTC/BTC\"]} | symbols[0]: BTC/BTC trades an asset"
                        + " against itself",
                "AUTO_TRADING | {\"notifications\":{\"channels\":[\"email\",\"EMAIL\"]}} |"
                        + " notifications.channels[1]: \"EMAIL\" is listed twice",
                "NOTIFICATION | {\"routes\":{\"trade_execute\":[]}} | routes.trade_execute: unknown"
                        + " field; did you mean trade_executed?",
                "NOTIFICATION | {\"routes\":{\"system_error\":\"email\"}} | routes.system_error:"
                        + " \"email\" must be a list of dashboard, email, discord, telegram",
                "NOTIFICATION | {\"email\":\"owner\"} | email: 'owner' is not a mail address",
                "NOTIFICATION | {\"email\":7} | email: 7 must be text or null",
                "NOTIFICATION | {\"telegram_chat_id\":\"my chat\"} | telegram_chat_id: 'my chat' is"
                        + " not a chat id"
            })
    void aBadFileIsRefusedInWords(ConfigFile file, String json, String reason) {
        assertThatThrownBy(() -> read(file, json, FRESH))
                .isInstanceOf(ConfigRefused.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "discord_webhook_url, http://hidden.example.com/x",
        "discord_webhook_url, hidden words",
        "discord_webhook_url, file:///hidden",
        "telegram_bot_token, hidden",
        "telegram_bot_token, 123:hidden words",
    })
    void aBadSecretIsRefusedWithoutBeingRepeated(String field, String secret) {
        var refused =
                catchThrowableOfType(
                        ConfigRefused.class,
                        () ->
                                read(
                                        NOTIFICATION,
                                        "{\"%s\":\"%s\"}".formatted(field, secret),
                                        FRESH));

        assertThat(refused).hasMessageStartingWith(field + ": must be ");
        assertThat(refused.problems()).extracting(ConfigProblem::value).containsExactly("***");
        assertThat(refused.toString()).doesNotContain("hidden");
    }

    @Test
    void aSecretInsideBrokenJsonIsNotRepeated() {
        assertThatThrownBy(() -> read(NOTIFICATION, "{\"telegram_bot_token\": hiddenToken}", FRESH))
                .isInstanceOf(ConfigRefused.class)
                .hasNoCause()
                .message()
                .doesNotContain("hidden");
    }

    @Test
    void nothingIsSealedWhenTheFileIsRefused() {
        assertThatThrownBy(() ->
                        ConfigRules.read(
                                NOTIFICATION,
                                """
                                {"telegram_bot_token": "1:a", "email": "x"}\
                                """,
                                FRESH,
                                text -> {
                                    throw new AssertionError("sealed");
                                }))
                .isInstanceOf(ConfigRefused.class);
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        assertThatThrownBy(() -> read(RISK, " ".repeat(100_001), FRESH))
                .hasMessage("risk_config.json: has 100001 characters; 100000 are allowed");
    }

    @Test
    void switchedOffTradesGoNowhereAndErrorsStay() {
        var config =
                read(AUTO_TRADING, "{\"notifications\":{\"trade_notifications\":false}}", FRESH);

        assertThat(config.notifications().channels(NotificationType.TRADE_EXECUTED)).isEmpty();
        assertThat(config.notifications().channels(NotificationType.EMERGENCY_STOP))
                .containsExactly(DASHBOARD);
        assertThat(ConfigRules.write(AUTO_TRADING, config))
                .contains("\"trade_notifications\": false", "\"error_notifications\": true");
    }

    @Test
    void tradesSwitchedOnAgainTakeTheChannelsInUse() {
        var off = read(AUTO_TRADING, "{\"notifications\":{\"trade_notifications\":false}}", FRESH);
        var mail = read(AUTO_TRADING, "{\"notifications\":{\"channels\":[\"email\"]}}", off);

        assertThat(mail.notifications().channels(NotificationType.TRADE_EXECUTED)).isEmpty();
        assertThat(mail.notifications().channels(NotificationType.SYSTEM_ERROR))
                .containsExactly(EMAIL);

        var on = read(AUTO_TRADING, "{\"notifications\":{\"trade_notifications\":true}}", mail);

        assertThat(on.notifications().channels(NotificationType.TRADE_EXECUTED))
                .containsExactly(EMAIL);
    }

    @Test
    void everythingSwitchedOnFromNothingGoesToTheDashboard() {
        var off =
                read(
                        AUTO_TRADING,
                        """
                        {"notifications": {"trade_notifications": false,
                                           "error_notifications": false}}\
                        """,
                        FRESH);

        var on = read(AUTO_TRADING, "{\"notifications\":{\"error_notifications\":true}}", off);

        assertThat(on.notifications().channels(NotificationType.SYSTEM_ERROR))
                .containsExactly(DASHBOARD);
        assertThat(on.notifications().channels(NotificationType.TRADE_EXECUTED)).isEmpty();
    }

    @Test
    void newChannelsReplaceFinerRoutes() {
        var fine = read(NOTIFICATION, sample("notification_config.json"), FRESH);

        var coarse = read(AUTO_TRADING, "{\"notifications\":{\"channels\":[\"telegram\"]}}", fine);

        assertThat(coarse.notifications().routes().values())
                .allSatisfy(channels -> assertThat(channels).containsExactly(TELEGRAM));
        assertThat(coarse.notifications().email()).isEqualTo("owner@example.com");
    }

    @Test
    void aTypeWithoutARouteGoesToTheDashboard() {
        var none =
                new NotificationConfig(
                        true, new EnumMap<>(NotificationType.class), null, null, null, null);

        assertThat(none.channels(NotificationType.SYSTEM_ERROR)).containsExactly(DASHBOARD);
    }

    private static NotificationConfig notifications(Set<NotificationChannel> channels) {
        var routes =
                new EnumMap<NotificationType, Set<NotificationChannel>>(NotificationType.class);
        for (var type : NotificationType.values()) {
            routes.put(type, channels);
        }
        return new NotificationConfig(true, routes, null, null, null, null);
    }

    private static TradingConfig read(ConfigFile file, String json, TradingConfig current) {
        return ConfigRules.read(file, json, current, ConfigFilesContractTest::seal);
    }

    private static SealedSecret seal(String plaintext) {
        return new SealedSecret("sealed " + plaintext.hashCode());
    }

    private static String sample(String name) {
        return Resource.text("/config/" + name);
    }
}

package pro.cryptotrader.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;

class ConfigRulesTest {
    private static final TradingConfig FRESH = TradingConfig.defaults();

    @Test
    void theDefaultsMakeSense() {
        assertThat(ConfigRules.check(FRESH)).isSameAs(FRESH);
    }

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(FRESH.enabled()).isTrue();
        assertThat(FRESH.mode()).isEqualTo(TradingMode.BALANCED);
        assertThat(FRESH.interval()).isEqualTo(Interval.M5);
        assertThat(FRESH.symbols())
                .extracting(Symbol::toString)
                .containsExactly("BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "XRP/USDT");
        assertThat(FRESH.risk()).isEqualTo(risk("3", 5, "2", "1", "2", "10"));
        assertThat(FRESH.notifications().routes())
                .containsOnlyKeys(NotificationType.values())
                .values()
                .allSatisfy(channels ->
                        assertThat(channels).containsExactly(NotificationChannel.DASHBOARD));
    }

    @ParameterizedTest
    @CsvSource({
        "maxDailyLossPct, 0.0999, 0.1 to 50, false",
        "maxDailyLossPct, 0.1, 0.1 to 50, true",
        "maxDailyLossPct, 50, 0.1 to 50, true",
        "maxDailyLossPct, 50.0001, 0.1 to 50, false",
        "maxPositions, 0, 1 to 100, false",
        "maxPositions, 1, 1 to 100, true",
        "maxPositions, 100, 1 to 100, true",
        "maxPositions, 101, 1 to 100, false",
        "positionSizePct, 0.0999, 0.1 to 100, false",
        "positionSizePct, 0.1, 0.1 to 100, true",
        "positionSizePct, 100, 0.1 to 100, true",
        "positionSizePct, 100.0001, 0.1 to 100, false",
        "stopLossPct, 0.0999, 0.1 to 50, false",
        "stopLossPct, 0.1, 0.1 to 50, true",
        "stopLossPct, 50, 0.1 to 50, true",
        "stopLossPct, 50.0001, 0.1 to 50, false",
        "takeProfitPct, 0.0999, 0.1 to 500, false",
        "takeProfitPct, 0.1, 0.1 to 500, true",
        "takeProfitPct, 500, 0.1 to 500, true",
        "takeProfitPct, 500.0001, 0.1 to 500, false",
        "minimumBalance, -0.0001, 0 or more, false",
        "minimumBalance, 0, 0 or more, true"
    })
    void aLimitIsAllowedUpToItsEdges(String field, String value, String range, boolean allowed) {
        var config =
                with(
                        switch (field) {
                            case "maxDailyLossPct" -> risk(value, 5, "2", "1", "2", "10");
                            case "maxPositions" ->
                                    risk("3", Integer.parseInt(value), "2", "1", "2", "10");
                            case "positionSizePct" -> risk("3", 5, value, "1", "2", "10");
                            case "stopLossPct" -> risk("3", 5, "2", value, "2", "10");
                            case "takeProfitPct" -> risk("3", 5, "2", "1", value, "10");
                            default -> risk("3", 5, "2", "1", "2", value);
                        });

        if (allowed) {
            assertThatCode(() -> ConfigRules.check(config)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> ConfigRules.check(config))
                    .hasMessage("risk.%s: %s is outside %s".formatted(field, value, range));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "daily_loss_limit_pct, 0.1, true",
        "daily_loss_limit_pct, 0.09, false",
        "position_size_pct, 100, true",
        "position_size_pct, 100.01, false",
        "stop_loss_pct, 50, true",
        "stop_loss_pct, 50.01, false",
        "take_profit_pct, 500, true",
        "take_profit_pct, 500.01, false"
    })
    void theFileHasTheSameLimits(String field, String value, boolean allowed) {
        var json = "{\"risk_management\":{\"%s\":%s}}".formatted(field, value);

        if (allowed) {
            assertThat(read(json)).isNotEqualTo(FRESH);
        } else {
            assertThatThrownBy(() -> read(json))
                    .isInstanceOf(ConfigRefused.class)
                    .hasMessageContaining(
                            "risk_management.%s: %s is outside".formatted(field, value));
        }
    }

    private static TradingConfig read(String json) {
        return ConfigRules.read(ConfigFile.AUTO_TRADING, json, FRESH, SealedSecret::new);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "50, true", "51, false"})
    void oneToFiftySymbols(int count, boolean allowed) {
        var config =
                with(
                        IntStream.range(0, count)
                                .mapToObj(i -> Symbol.of("C" + i + "/USDT"))
                                .toList());

        if (allowed) {
            assertThat(ConfigRules.check(config)).isEqualTo(config);
        } else {
            assertThatThrownBy(() -> ConfigRules.check(config))
                    .hasMessage("symbols: %d symbols are outside 1 to 50".formatted(count));
        }
    }

    @Test
    void symbolsAreDistinctAndShareOneQuoteAsset() {
        var config =
                with(
                        List.of(
                                Symbol.of("BTC/USDT"),
                                Symbol.of("ETH/BTC"),
                                Symbol.of("BTC/USDT"),
                                Symbol.of("USDT/USDT")));

        assertThatThrownBy(() -> ConfigRules.check(config))
                .isInstanceOfSatisfying(
                        ConfigRefused.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(ConfigProblem::field)
                                        .containsExactly("symbols[1]", "symbols[2]", "symbols[3]"));
    }

    @ParameterizedTest
    @CsvSource({
        "owner@example.com, true",
        "o@localhost, true",
        "owner, false",
        "a@b@c, false",
        "'a @b', false",
        "'a@b, c@d', false",
        ", true"
    })
    void anAddressIsOneMailAddressOrNone(@Nullable String email, boolean allowed) {
        var problems = problems(with(email, null));

        assertThat(problems.isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"-1001234567890, true", "42, true", "@channel, true", "@a, false", "me, false"})
    void aChatIsANumberOrAChannel(String chatId, boolean allowed) {
        assertThat(problems(with(null, chatId)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void aRoutedChannelWithoutADestinationIsAllowed() {
        var config =
                ConfigRules.read(
                        ConfigFile.NOTIFICATION,
                        "{\"routes\":{\"system_error\":[\"email\",\"discord\",\"telegram\"]}}",
                        FRESH,
                        SealedSecret::new);

        assertThat(ConfigRules.check(config)).isSameAs(config);
    }

    @Test
    void everyProblemIsGathered() {
        var config =
                new TradingConfig(
                        true,
                        TradingMode.BALANCED,
                        false,
                        Interval.M5,
                        List.of(),
                        risk("0", 0, "0", "0", "0", "-1"),
                        with("x", "y").notifications());

        assertThat(problems(config))
                .extracting(ConfigProblem::field)
                .containsExactly(
                        "symbols",
                        "risk.maxDailyLossPct",
                        "risk.maxPositions",
                        "risk.positionSizePct",
                        "risk.stopLossPct",
                        "risk.takeProfitPct",
                        "risk.minimumBalance",
                        "notifications.email",
                        "notifications.telegramChatId");
    }

    private static List<ConfigProblem> problems(TradingConfig config) {
        try {
            ConfigRules.check(config);
            return List.of();
        } catch (ConfigRefused e) {
            return e.problems();
        }
    }

    private static RiskConfig risk(
            String loss, int positions, String size, String stop, String profit, String balance) {
        return new RiskConfig(
                new BigDecimal(loss),
                positions,
                new BigDecimal(size),
                new BigDecimal(stop),
                new BigDecimal(profit),
                Money.of(balance));
    }

    private static TradingConfig with(RiskConfig risk) {
        return new TradingConfig(
                true,
                FRESH.mode(),
                false,
                FRESH.interval(),
                FRESH.symbols(),
                risk,
                FRESH.notifications());
    }

    private static TradingConfig with(List<Symbol> symbols) {
        return new TradingConfig(
                true,
                FRESH.mode(),
                false,
                FRESH.interval(),
                symbols,
                FRESH.risk(),
                FRESH.notifications());
    }

    private static TradingConfig with(@Nullable String email, @Nullable String chatId) {
        return new TradingConfig(
                true,
                FRESH.mode(),
                false,
                FRESH.interval(),
                FRESH.symbols(),
                FRESH.risk(),
                new NotificationConfig(
                        true, FRESH.notifications().routes(), email, null, null, chatId));
    }
}

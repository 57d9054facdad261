package pro.cryptotrader.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.contracts.config.NotificationChannel.DASHBOARD;
import static pro.cryptotrader.contracts.config.NotificationType.EMERGENCY_STOP;
import static pro.cryptotrader.contracts.config.NotificationType.TRADE_EXECUTED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.config.NotificationChannel;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Money;

class EventJsonContractTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final AccountId MAIN = new AccountId("main");

    @ParameterizedTest
    @EnumSource
    void writesEverySampleAsItStands(EventType type) throws JsonProcessingException {
        var sample = Samples.of(type);

        assertThat(EventJson.write(EventJson.read(sample))).isEqualTo(compact(sample));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(EventType type) {
        var envelope = EventJson.read(Samples.of(type));

        var again = EventJson.read(EventJson.write(envelope));

        assertThat(again).isEqualTo(envelope).hasSameHashCodeAs(envelope);
        assertThat(again.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void repeatsKeyAndAccountInTheEnvelope(EventType type) throws JsonProcessingException {
        var envelope = EventJson.read(Samples.of(type));
        var document = MAPPER.readTree(EventJson.write(envelope));

        assertThat(document.path("subject").textValue()).isEqualTo(envelope.data().key());
        var account = envelope.account();
        assertThat(document.path("account").textValue())
                .isEqualTo(account == null ? null : account.toString());
    }

    @ParameterizedTest
    @EnumSource
    void ignoresFieldsThatItDoesNotKnow(EventType type) throws JsonProcessingException {
        var envelope = EventJson.read(Samples.of(type));
        var grown = (ObjectNode) MAPPER.readTree(Samples.of(type));
        addUnknownFields(grown);

        assertThat(EventJson.read(grown.toString())).isEqualTo(envelope);
    }

    private static void addUnknownFields(JsonNode node) {
        var freeKeys = List.of("evidence", "numbers", "details", "facts", "balances", "routes");
        node.properties().stream()
                .filter(field ->
                        !freeKeys.contains(field.getKey())
                                && !(field.getKey().equals("data")
                                        && node.has("component")
                                        && node.has("level")))
                .forEach(field -> addUnknownFields(field.getValue()));
        if (node instanceof ObjectNode object) {
            object.putObject("addedLater").put("a", 1);
        } else {
            node.forEach(EventJsonContractTest::addUnknownFields);
        }
    }

    @Test
    void givesEqualTextForEqualEnvelopesHoweverTheirMapsWereFilled() {
        var oneOrder = new LinkedHashMap<String, String>();
        oneOrder.put("kafka", "UP");
        oneOrder.put("database", "UP");
        var other = new LinkedHashMap<String, String>();
        other.put("database", "UP");
        other.put("kafka", "UP");

        assertThat(EventJson.write(heartbeat(other)))
                .isEqualTo(EventJson.write(heartbeat(oneOrder)))
                .contains("\"details\":{\"database\":\"UP\",\"kafka\":\"UP\"}");
    }

    private static Envelope<Heartbeat> heartbeat(Map<String, String> details) {
        return Envelope.root(
                DeterministicId.root("h"),
                "signal-service",
                AT,
                new Heartbeat(
                        "signal-service", "0", Heartbeat.Status.UP, details, Map.of(), AT, AT));
    }

    @Test
    void writesRoutesInTheOrderOfTheirTypesAndChannels() throws JsonProcessingException {
        var routes = new LinkedHashMap<NotificationType, Set<NotificationChannel>>();
        routes.put(
                EMERGENCY_STOP, new LinkedHashSet<>(List.of(NotificationChannel.EMAIL, DASHBOARD)));
        routes.put(TRADE_EXECUTED, Set.of());
        var config = new NotificationConfig(true, routes, null, null, null, null);

        assertThat(EventJson.newMapper().writeValueAsString(config))
                .isEqualTo(
                        "{\"enabled\":true,\"routes\":{\"TRADE_EXECUTED\":[],"
                                + "\"EMERGENCY_STOP\":[\"DASHBOARD\",\"EMAIL\"]}}");
    }

    @Test
    void keepsBalancesByAssetInAlphabeticalOrder() {
        var balances = new TreeMap<Asset, BigDecimal>(Comparator.reverseOrder());
        balances.put(new Asset("USDT"), new BigDecimal("10000.00"));
        balances.put(new Asset("BTC"), new BigDecimal("0.50"));
        var state =
                new AccountStateChanged(
                        MAIN,
                        new Asset("USDT"),
                        balances,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        BigDecimal.ZERO,
                        0,
                        AT);

        var text = EventJson.write(Envelope.root(DeterministicId.root("s"), "position", AT, state));

        assertThat(text).contains("\"balances\":{\"BTC\":\"0.5\",\"USDT\":\"10000\"}");
        assertThat(EventJson.read(text).data()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1E+3, 1000", "1000.00, 1000", "-0.00000001, -0.00000001", "0E-8, 0"})
    void writesAmountsPlainly(BigDecimal delta, String written) {
        var event =
                new FundsChanged(MAIN, new Asset("USDT"), delta, FundsChanged.Cause.DEPOSIT, AT);

        var text = EventJson.write(Envelope.root(DeterministicId.root("f"), "executor", AT, event));

        assertThat(text).contains("\"delta\":\"%s\"".formatted(written));
        assertThat(EventJson.read(text).data()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "not JSON at all            | not JSON",
                "{\"id\":                   | not JSON",
                "{} {}                      | not JSON",
                "^^                         | not a JSON object",
                "[]                         | not a JSON object",
                "null                       | not a JSON object",
                "{}                         | 'specversion' is missing",
                "{\"specversion\":\"2.0\"}  | 'specversion' must be 1.0"
            })
    void saysWhyADocumentIsUnreadable(String message, String reason) {
        assertThatThrownBy(() -> EventJson.read(message))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/id          |                 | 'id' is missing",
                "/id          | \"7\"           | 'id' must be a UUID, not '7'",
                "/type        | \"market.x.v1\" | unknown event type 'market.x.v1'",
                "/source      | \"monitor\"     | 'source' must be /service-name, not 'monitor'",
                "/time        | \"yesterday\"   | 'time' must be like 2026-03-02T14:05:00Z",
                "/cause       | \"tick\"        | 'cause' must be a UUID, not 'tick'",
                "/correlation |                 | 'correlation' is missing",
                "/data        |                 | 'data' is missing",
                "/data        | []              | market.tick.v1: data",
                "/data/symbol |                 | data.symbol: Missing required",
                "/data/symbol | null            | data.symbol: Invalid `null` value",
                "/data/symbol | \"BTCUSDT\"     | data.symbol: a symbol is BASE/QUOTE such as"
                        + " BTC/USDT, not 'BTCUSDT'",
                "/data/last   | \"-1\"          | data.last: a price is zero or more, not -1",
                "/data/last   | \"1e999999999\" | data.last: a decimal number has at most 100",
                "/data/last   | \"cheap\"     | data.last: a price must be a decimal number such as"
                        + " 0.001, not 'cheap'",
                "/data/last   | 64210.01        | data.last: ",
                "/data/ask    | \"1\"           | data: BTC/USDT: ask 1 is below bid 64210",
                "/data/tradeId| 1.5             | data.tradeId: ",
                "/data/tradeId| \"7\"           | data.tradeId: ",
                "/data/tradeId|                 | data.tradeId: Missing required",
                "/data/at     | 1772460301      | data.at: ",
                "/data/at     | \"noon\"        | data.at: a time is like 2026-03-02T14:05:00Z,"
                        + " not 'noon'"
            })
    void saysWhichFieldOfATickIsUnreadable(String field, @Nullable String value, String reason)
            throws JsonProcessingException {
        var document = (ObjectNode) MAPPER.readTree(Samples.of(EventType.TICK));
        int slash = field.lastIndexOf('/');
        var parent = (ObjectNode) document.at(field.substring(0, slash));
        if (value == null) {
            parent.remove(field.substring(slash + 1));
        } else {
            parent.set(field.substring(slash + 1), MAPPER.readTree(value));
        }

        assertThatThrownBy(() -> EventJson.read(document.toString()))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageContaining(reason);
    }

    private static String compact(String json) throws JsonProcessingException {
        return MAPPER.readTree(json).toString();
    }
}

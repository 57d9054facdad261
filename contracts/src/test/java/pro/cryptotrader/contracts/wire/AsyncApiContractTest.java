package pro.cryptotrader.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pro.cryptotrader.contracts.event.AccountEvent;

class AsyncApiContractTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> SERVICES =
            Set.of(
                    "market-monitor-service",
                    "signal-service",
                    "risk-service",
                    "executor-service",
                    "position-service",
                    "notification-service",
                    "backtest-service",
                    "dashboard-gateway");

    private final AsyncApi document = AsyncApi.shipped();

    @Test
    void describesEveryTopicInTheOrderOfTheCatalogue() {
        assertThat(document.root().path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(AsyncApi.names(document.root().path("channels")))
                .containsExactlyElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachTopicsSettings(Topic topic) {
        var channel = document.channel(topic);
        var kafka = channel.path("bindings").path("kafka");
        var settings = new HashMap<String, String>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(setting ->
                        settings.put(
                                setting.getKey(),
                                setting.getValue().isArray()
                                        ? setting.getValue().path(0).asText()
                                        : setting.getValue().asText()));

        assertThat(settings).isEqualTo(topic.settings());
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.path("description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEAD_LETTERS")
    void tellsWhichTypesTravelOnEachTopic(Topic topic) {
        var types =
                Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic)
                        .map(EventType::typeName)
                        .toList();

        var messages = document.channel(topic).path("messages");

        assertThat(AsyncApi.names(messages)).containsExactlyElementsOf(types);
        types.forEach(type ->
                assertThat(messages.path(type).path("$ref").asText())
                        .isEqualTo("#/components/messages/" + type));
    }

    @Test
    void describesEveryTypeAndTheUnreadable() {
        var names =
                Arrays.stream(EventType.values())
                        .map(EventType::typeName)
                        .collect(Collectors.toCollection(TreeSet::new));
        names.add("unreadable");

        assertThat(AsyncApi.names(document.root().path("components").path("messages")))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource
    void givesEachTypeItsEnvelopeAndItsRecord(EventType type) {
        var parts = document.message(type).path("payload").path("allOf");
        var envelope =
                AccountEvent.class.isAssignableFrom(type.eventClass())
                        ? "AccountEnvelope"
                        : "Envelope";

        assertThat(parts.path(0).path("$ref").asText())
                .isEqualTo("#/components/schemas/" + envelope);
        assertThat(parts.at("/1/properties/type/const").asText()).isEqualTo(type.typeName());
        assertThat(parts.at("/1/properties/data/$ref").asText())
                .isEqualTo("#/components/schemas/" + type.eventClass().getSimpleName());
    }

    @Test
    void hasTheFieldsOfEveryRecordAndNoSchemaTooMany() {
        var schemas = new RecordSchemas(document);
        for (var type : EventType.values()) {
            schemas.compare(type.eventClass());
        }

        var described =
                new TreeSet<>(AsyncApi.names(document.root().path("components").path("schemas")));
        described.removeAll(Set.of("Envelope", "AccountEnvelope"));
        assertThat(described).containsExactlyInAnyOrderElementsOf(schemas.used());
    }

    @ParameterizedTest
    @CsvSource({
        "/components/schemas/Tick/required/3, fields of Tick",
        "/components/schemas/Signal/properties/gate/enum/0, Signal.gate",
        "/components/schemas/Interval/enum/0, interval",
        "/components/schemas/Fill/properties/price/$ref, Fill.price",
        "/components/schemas/NotificationConfig/properties/email/type, NotificationConfig.email"
    })
    void noticesASchemaThatDiffersFromItsRecord(String place, String complaint) {
        int slash = place.lastIndexOf('/');
        var parent = document.root().at(place.substring(0, slash));
        if (parent instanceof ObjectNode object) {
            object.put(place.substring(slash + 1), "wrong");
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(place.substring(slash + 1)), "wrong");
        }

        assertThatThrownBy(this::hasTheFieldsOfEveryRecordAndNoSchemaTooMany)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheSample(EventType type) throws JsonProcessingException {
        assertThat(document.payload(type).validate(MAPPER.readTree(Samples.of(type)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesASampleThatLacksAnyRequiredField(EventType type) throws JsonProcessingException {
        var schema = document.payload(type);
        var record = document.schema(type.eventClass().getSimpleName());
        for (var field : record.path("required")) {
            var sample = MAPPER.readTree(Samples.of(type));
            ((ObjectNode) sample.get("data")).remove(field.asText());

            assertThat(schema.validate(sample)).as(field.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TICK, last, 64210.01",
        "TICK, last, '\"-1\"'",
        "TICK, at, '\"2026-03-02T14:05:00+02:00\"'",
        "TICK, symbol, '\"BTCUSDT\"'",
        "SIGNAL, confidence, 101",
        "SIGNAL, type, '\"MAYBE\"'",
        "FILL, side, '\"buy\"'",
        "ACCOUNT_STATE_CHANGED, balances, '{\"btc\":\"1\"}'"
    })
    void refusesWrongValues(EventType type, String field, String value)
            throws JsonProcessingException {
        var sample = MAPPER.readTree(Samples.of(type));
        ((ObjectNode) sample.get("data")).set(field, MAPPER.readTree(value));

        assertThat(document.payload(type).validate(sample)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatMessagesAreKeyedBy(EventType type) throws JsonProcessingException {
        var sample = MAPPER.readTree(Samples.of(type));
        var key =
                Arrays.stream(document.channel(type.topic()).path("x-key").asText().split("\\|"))
                        .map(name -> sample.get("data").findPath(name).asText())
                        .collect(Collectors.joining("|"));

        assertThat(sample.path("subject").asText()).isEqualTo(key);
    }

    @Test
    void namesForEachTopicTheServicesThatWriteIt() {
        var verbs = Map.of("send", "writes", "receive", "reads");
        var written = new TreeSet<String>();
        for (var operation : document.root().path("operations").properties()) {
            var action = operation.getValue().path("action").asText();
            var topic = topicOf(operation.getValue());
            var service = operation.getKey().substring(0, operation.getKey().indexOf('.'));

            assertThat(SERVICES).contains(service);
            assertThat(operation.getKey())
                    .isEqualTo("%s.%s.%s".formatted(service, verbs.get(action), topic));
            assertThat(document.root().path("channels").has(topic)).as(topic).isTrue();
            if (action.equals("send")) {
                written.add(topic);
            }
        }
        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    private static String topicOf(JsonNode operation) {
        return operation.path("channel").path("$ref").asText().replace("#/channels/", "");
    }
}

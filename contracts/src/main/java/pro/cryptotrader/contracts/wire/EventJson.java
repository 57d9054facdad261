package pro.cryptotrader.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;

/**
 * Envelopes as CloudEvents 1.0 in structured JSON. Amounts are strings, times are ISO 8601 in UTC,
 * and equal envelopes give equal text. Fields that a reader does not know are ignored, so that
 * additions break nobody.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = newMapper();

    private EventJson() {}

    /**
     * A mapper with the same rules, for whoever keeps or shows parts of events; the caller owns it.
     */
    public static ObjectMapper newMapper() {
        var amounts =
                new SimpleModule("amounts").addSerializer(BigDecimal.class, new PlainDecimal());
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), amounts)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.AUTO_DETECT_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    /** The message that says {@code envelope}. */
    public static String write(Envelope<?> envelope) {
        var account = envelope.account();
        var cause = envelope.cause();
        var document =
                MAPPER.createObjectNode()
                        .put("specversion", "1.0")
                        .put("id", envelope.id().toString())
                        .put("source", "/" + envelope.source())
                        .put("type", envelope.type().typeName())
                        .put("subject", envelope.data().key())
                        .put("time", envelope.time().toString())
                        .put("datacontenttype", "application/json");
        if (cause != null) {
            document.put("cause", cause.toString());
        }
        document.put("correlation", envelope.correlation().toString());
        if (account != null) {
            document.put("account", account.toString());
        }
        document.set("data", MAPPER.valueToTree(envelope.data()));
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + envelope, e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws UnreadableMessage when it is no CloudEvents document, its type is unknown, or its
     *     data do not fit
     */
    public static Envelope<Event> read(String message) {
        try {
            var document = MAPPER.readTree(message);
            if (document == null || !document.isObject()) {
                throw new UnreadableMessage("not a JSON object", null);
            }
            var typeName = required(document, "type");
            var type = EventType.named(typeName);
            if (type == null) {
                throw new UnreadableMessage("unknown event type '%s'".formatted(typeName), null);
            }
            if (!document.hasNonNull("data")) {
                throw new UnreadableMessage("'data' is missing", null);
            }
            var cause = document.path("cause").textValue();
            return new Envelope<>(
                    UUID.fromString(required(document, "id")),
                    required(document, "source").substring(1),
                    Instant.parse(required(document, "time")),
                    cause == null ? null : UUID.fromString(cause),
                    UUID.fromString(required(document, "correlation")),
                    MAPPER.treeToValue(document.get("data"), type.eventClass()));
        } catch (JsonProcessingException | RuntimeException e) {
            if (e instanceof UnreadableMessage unreadable) {
                throw unreadable;
            }
            throw new UnreadableMessage(firstLine(e.getMessage()), e);
        }
    }

    private static String required(JsonNode document, String field) {
        var value = document.path(field).textValue();
        if (value == null || value.isEmpty()) {
            throw new UnreadableMessage("'%s' is missing".formatted(field), null);
        }
        return value;
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("no reason given");
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toPlainString());
        }
    }
}

package pro.cryptotrader.contracts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;

/**
 * Envelopes as CloudEvents 1.0 in structured JSON. Amounts are strings, times are ISO 8601 in UTC,
 * and equal envelopes give equal text. Fields that a reader does not know are ignored, so that
 * additions break nobody; a field that is missing where its record wants one makes the message
 * unreadable, so what is added to an existing type is {@code @Nullable}.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = newMapper();
    private static final int MAX_REASON = 300;

    private EventJson() {}

    /**
     * A mapper with the same rules, for whoever keeps or shows parts of events; the caller owns it.
     */
    public static ObjectMapper newMapper() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), new ExactScalars())
                .annotationIntrospector(
                        AnnotationIntrospector.pair(
                                new JacksonAnnotationIntrospector(), new RequiredComponents()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
     *     data do not fit; the text names the field and what is wrong with it
     */
    public static Envelope<Event> read(String message) {
        var document = parse(message);
        if (!required(document, "specversion").equals("1.0")) {
            throw new UnreadableMessage("'specversion' must be 1.0", null);
        }
        var typeName = required(document, "type");
        var type = EventType.named(typeName);
        if (type == null) {
            throw new UnreadableMessage(
                    "unknown event type '%s'".formatted(shortened(typeName)), null);
        }
        var source = required(document, "source");
        if (!source.startsWith("/") || source.length() == 1) {
            throw new UnreadableMessage(
                    "'source' must be /service-name, not '%s'".formatted(shortened(source)), null);
        }
        return new Envelope<>(
                uuid(document, "id"),
                source.substring(1),
                time(document),
                document.hasNonNull("cause") ? uuid(document, "cause") : null,
                uuid(document, "correlation"),
                data(document, type));
    }

    private static JsonNode parse(String message) {
        try {
            var document = MAPPER.readTree(message);
            if (document == null || !document.isObject()) {
                throw new UnreadableMessage("not a JSON object", null);
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new UnreadableMessage("not JSON: " + shortened(e.getOriginalMessage()), e);
        }
    }

    private static Event data(JsonNode document, EventType type) {
        if (!document.hasNonNull("data")) {
            throw new UnreadableMessage("'data' is missing", null);
        }
        try {
            return MAPPER.treeToValue(document.get("data"), type.eventClass());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new UnreadableMessage("%s: %s".formatted(type.typeName(), problem(e)), e);
        }
    }

    /** Where in the data, and in our own words where a value type has spoken. */
    private static String problem(Exception e) {
        var field = new StringBuilder("data");
        if (e instanceof JsonMappingException mapping) {
            mapping.getPath()
                    .forEach(step ->
                            field.append(
                                    step.getFieldName() == null
                                            ? "[" + step.getIndex() + "]"
                                            : "." + step.getFieldName()));
        }
        Throwable speaker = e;
        while (speaker instanceof JsonProcessingException && speaker.getCause() != null) {
            speaker = speaker.getCause();
        }
        var text =
                speaker instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : speaker.getMessage();
        return field + ": " + shortened(text);
    }

    private static UUID uuid(JsonNode document, String field) {
        var text = required(document, field);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage(
                    "'%s' must be a UUID, not '%s'".formatted(field, shortened(text)), e);
        }
    }

    private static Instant time(JsonNode document) {
        var text = required(document, "time");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableMessage(
                    "'time' must be like 2026-03-02T14:05:00Z, not '%s'".formatted(shortened(text)),
                    e);
        }
    }

    private static String required(JsonNode document, String field) {
        var value = document.path(field).textValue();
        if (value == null || value.isEmpty()) {
            throw new UnreadableMessage("'%s' is missing".formatted(field), null);
        }
        return value;
    }

    private static String shortened(@Nullable String text) {
        var line = text == null ? "" : text.lines().findFirst().orElse("");
        if (line.isBlank()) {
            return "no reason given";
        }
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    }
}

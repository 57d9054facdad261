package pro.cryptotrader.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks from the events through all records and compares each with its schema. */
final class RecordSchemas {
    private static final ObjectMapper MAPPER = EventJson.newMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<Class<?>, String> SCALARS =
            Map.of(BigDecimal.class, "Decimal", Instant.class, "Time", UUID.class, "Id");
    private static final Map<Class<?>, String> PLAIN =
            Map.of(
                    String.class, "string",
                    boolean.class, "boolean",
                    int.class, "integer",
                    Integer.class, "integer",
                    long.class, "integer");

    private final AsyncApi document;
    private final Map<String, Class<?>> seen = new TreeMap<>();

    RecordSchemas(AsyncApi document) {
        this.document = document;
    }

    /** The schemas that the records met so far need. */
    Set<String> used() {
        return Set.copyOf(seen.keySet());
    }

    void compare(Class<?> record) {
        var name = record.getSimpleName();
        var before = seen.putIfAbsent(name, record);
        if (before != null) {
            assertThat(before).as("two records called %s", name).isEqualTo(record);
            return;
        }
        var schema = document.schema(name);
        var components = record.getRecordComponents();
        assertThat(schema.path("type").asText()).as(name).isEqualTo("object");
        assertThat(AsyncApi.names(schema.path("properties")))
                .as("fields of %s", name)
                .containsExactlyElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        assertThat(texts(schema.path("required")))
                .as("required fields of %s", name)
                .containsExactlyElementsOf(
                        Arrays.stream(components)
                                .filter(RecordSchemas::isRequired)
                                .map(RecordComponent::getName)
                                .toList());
        for (var component : components) {
            compare(
                    name + "." + component.getName(),
                    schema.path("properties").path(component.getName()),
                    component.getGenericType());
        }
    }

    private void compare(String where, JsonNode schema, Type type) {
        if (type instanceof ParameterizedType generic) {
            compareGeneric(where, schema, generic);
            return;
        }
        var simple = (Class<?>) type;
        if (PLAIN.containsKey(simple)) {
            assertThat(schema.path("type").asText()).as(where).isEqualTo(PLAIN.get(simple));
        } else if (simple.isEnum()) {
            compareEnum(where, schema, simple);
        } else if (SCALARS.containsKey(simple) || hasOneValue(simple)) {
            var name = SCALARS.getOrDefault(simple, simple.getSimpleName());
            seen.put(name, simple);
            assertThat(schema.path("$ref").asText()).as(where).isEqualTo(SCHEMAS + name);
        } else {
            assertThat(schema.path("$ref").asText())
                    .as(where)
                    .isEqualTo(SCHEMAS + simple.getSimpleName());
            compare(simple);
        }
    }

    private void compareGeneric(String where, JsonNode schema, ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (Map.class.isAssignableFrom(raw)) {
            assertThat(schema.path("type").asText()).as(where).isEqualTo("object");
            if (arguments[0] != String.class) {
                compare(where + " key", schema.path("propertyNames"), arguments[0]);
            }
            compare(where + " value", schema.path("additionalProperties"), arguments[1]);
        } else {
            assertThat(schema.path("type").asText()).as(where).isEqualTo("array");
            assertThat(schema.path("uniqueItems").asBoolean())
                    .as(where)
                    .isEqualTo(raw == Set.class);
            compare(where + "[]", schema.path("items"), arguments[0]);
        }
    }

    private void compareEnum(String where, JsonNode schema, Class<?> type) {
        var values = schema;
        if (schema.has("$ref")) {
            assertThat(schema.path("$ref").asText())
                    .as(where)
                    .isEqualTo(SCHEMAS + type.getSimpleName());
            seen.put(type.getSimpleName(), type);
            values = document.schema(type.getSimpleName());
        }
        assertThat(texts(values.path("enum")))
                .as(where)
                .containsExactlyElementsOf(
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> MAPPER.valueToTree(constant).asText())
                                .toList());
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it is one text on the wire. */
    private static boolean hasOneValue(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(AnnotatedElement.class::cast)
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}

package pro.cryptotrader.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class EventJsonPropertyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property
    void damagedTextIsAnEnvelopeOrUnreadable(
            @ForAll EventType type,
            @ForAll @IntRange(min = 0, max = 4000) int at,
            @ForAll @IntRange(min = 0, max = 20) int cut,
            @ForAll @StringLength(max = 5) String inserted) {
        var sample = Samples.of(type);
        int from = Math.min(at, sample.length());
        int to = Math.min(from + cut, sample.length());

        readOrRefuse(sample.substring(0, from) + inserted + sample.substring(to));
    }

    @Property
    void wrongValuesAreAnEnvelopeOrUnreadable(
            @ForAll EventType type,
            @ForAll @IntRange(min = 0, max = 1000) int which,
            @ForAll("junk") String junk)
            throws JsonProcessingException {
        var document = MAPPER.readTree(Samples.of(type));
        var places = new ArrayList<Place>();
        collect(document, places);
        places.get(which % places.size()).put(MAPPER.readTree(junk));

        readOrRefuse(document.toString());
    }

    @Property
    void missingFieldsAreAnEnvelopeOrUnreadable(
            @ForAll EventType type, @ForAll @IntRange(min = 0, max = 1000) int which)
            throws JsonProcessingException {
        var document = MAPPER.readTree(Samples.of(type));
        var places = new ArrayList<Place>();
        collect(document, places);
        places.get(which % places.size()).remove();

        readOrRefuse(document.toString());
    }

    @Provide
    Arbitrary<String> junk() {
        var harmful =
                Arbitraries.of(
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "[null]",
                        "{\"\":null}",
                        "0",
                        "-1",
                        "1.5",
                        "1e400",
                        "99999999999999999999",
                        "\"\"",
                        "\" \"",
                        "\"-1\"",
                        "\"1e2147483647\"",
                        "\"1e-2147483647\"",
                        "\"10e2147483647\"",
                        "\"NaN\"",
                        "\"/\"",
                        "\"BTC/\"",
                        "\"BUY\"",
                        "\"2026-02-30T00:00:00Z\"",
                        "\"+1000000000-12-31T23:59:59.999999999Z\"",
                        "\"1-1-1-1-1\"",
                        "[".repeat(500) + "]".repeat(500));
        return Arbitraries.oneOf(
                harmful, Arbitraries.strings().map(text -> MAPPER.valueToTree(text).toString()));
    }

    private static void readOrRefuse(String message) {
        Envelope<?> envelope;
        try {
            envelope = EventJson.read(message);
        } catch (UnreadableMessage e) {
            assertThat(e).message().isNotBlank().hasSizeLessThan(600);
            return;
        }
        assertThat(EventJson.read(EventJson.write(envelope))).isEqualTo(envelope);
    }

    /** Where a value stands. */
    private record Place(JsonNode parent, String field, int index) {
        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(field);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> {
                        places.add(new Place(object, field.getKey(), 0));
                        collect(field.getValue(), places);
                    });
        } else {
            for (int i = 0; i < node.size(); i++) {
                places.add(new Place(node, "", i));
                collect(node.get(i), places);
            }
        }
    }
}

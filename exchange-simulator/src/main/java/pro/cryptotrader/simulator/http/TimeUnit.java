package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Refusal;

/** In which unit a client wants to be told times; milliseconds are what everything is kept in. */
public enum TimeUnit {
    MILLISECOND,
    MICROSECOND;

    private static final long THOUSAND = 1000;
    private static final Set<String> ANSWERED =
            Set.of(
                    "serverTime",
                    "time",
                    "transactTime",
                    "transactionTime",
                    "updateTime",
                    "workingTime",
                    "trailingTime",
                    "openTime",
                    "closeTime",
                    "T",
                    "authorizedSince",
                    "connectedSince");

    /** Members that are times, by event; in other events only {@code E} and {@code T} are. */
    private static final Map<String, Set<String>> TOLD =
            Map.of(
                    "executionReport",
                    Set.of("E", "T", "O", "W", "D"),
                    "outboundAccountPosition",
                    Set.of("E", "u"),
                    "24hrTicker",
                    Set.of("E", "O", "C"));

    private static final Set<String> USUALLY_TOLD = Set.of("E", "T");

    /**
     * The unit that was asked for, milliseconds if none was.
     *
     * @throws Refusal -1194 if there is no such unit
     */
    public static TimeUnit of(@Nullable String text) {
        return switch (text == null ? "MILLISECOND" : text.toUpperCase(Locale.ROOT)) {
            case "MILLISECOND" -> MILLISECOND;
            case "MICROSECOND" -> MICROSECOND;
            default ->
                    throw new Refusal(
                            -1194,
                            "Invalid value for time unit; expected either MICROSECOND or MILLISECOND.");
        };
    }

    /** An answer or an event with its times in this unit. */
    public JsonNode told(JsonNode node) {
        if (this == MICROSECOND) {
            convert(node);
        }
        return node;
    }

    private static void convert(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(TimeUnit::convert);
            if (array.size() == 12 && array.path(0).isNumber()) {
                array.set(0, microseconds(array.path(0).asLong()));
                // The last moment of a candle is one microsecond before the next one.
                array.set(6, LongNode.valueOf((array.path(6).asLong() + 1) * THOUSAND - 1));
            }
        } else if (node instanceof ObjectNode object) {
            convertMembers(object);
        }
    }

    private static void convertMembers(ObjectNode object) {
        var event = object.path("e").asText("");
        var times = event.isEmpty() ? ANSWERED : TOLD.getOrDefault(event, USUALLY_TOLD);
        for (var name : times) {
            var value = object.path(name);
            if (value.isIntegralNumber() && value.asLong() > 0) {
                object.set(name, microseconds(value.asLong()));
            }
        }
        for (var entry : object.properties()) {
            if (entry.getKey().equals("k") && entry.getValue() instanceof ObjectNode candle) {
                candle.set("t", microseconds(candle.path("t").asLong()));
                candle.set("T", LongNode.valueOf((candle.path("T").asLong() + 1) * THOUSAND - 1));
            } else {
                convert(entry.getValue());
            }
        }
    }

    private static LongNode microseconds(long milliseconds) {
        return LongNode.valueOf(milliseconds * THOUSAND);
    }
}

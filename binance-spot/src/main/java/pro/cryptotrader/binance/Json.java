package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/** Reads the venue's fields; a missing one is an error that names it, never a zero. */
final class Json {
    private Json() {}

    static JsonNode required(JsonNode json, String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException(
                    "the venue's answer has no '%s': %s".formatted(field, abridged(json)));
        }
        return value;
    }

    static BigDecimal decimal(JsonNode json, String field) {
        return new BigDecimal(required(json, field).asText());
    }

    /** The first of these millisecond stamps that is there. */
    static Instant time(JsonNode json, String... fields) {
        for (var field : fields) {
            if (json.hasNonNull(field)) {
                return Instant.ofEpochMilli(json.path(field).asLong());
            }
        }
        throw new IllegalArgumentException(
                "the venue's answer has none of %s: %s"
                        .formatted(String.join(", ", fields), abridged(json)));
    }

    private static String abridged(JsonNode json) {
        var text = json.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}

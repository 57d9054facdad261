package pro.cryptotrader.contracts.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Decimals;

/**
 * Decimals and times as text and nothing else: a JSON number may have passed through a {@code
 * double} on its way.
 */
final class ExactScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ExactScalars() {
        super("exact-scalars");
        addSerializer(BigDecimal.class, new PlainDecimal());
        addDeserializer(BigDecimal.class, new DecimalText());
        addDeserializer(Instant.class, new InstantText());
    }

    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toPlainString());
        }
    }

    private static final class DecimalText extends JsonDeserializer<BigDecimal> {
        @Override
        public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            }
            return Decimals.parse("a decimal in quotes", json.getText());
        }
    }

    private static final class InstantText extends JsonDeserializer<Instant> {
        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            try {
                return Instant.parse(json.getText());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "a time is like 2026-03-02T14:05:00Z, not '%s'".formatted(json.getText()),
                        e);
            }
        }
    }
}

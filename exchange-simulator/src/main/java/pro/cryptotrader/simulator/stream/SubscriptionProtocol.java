package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.TreeSet;

/** Requests on a market stream connection: subscriptions and the property {@code combined}. */
@Singleton
public class SubscriptionProtocol {
    private static final int MOST_STREAMS = 1024;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MarketStreams streams;
    private final ObjectMapper json = new ObjectMapper();

    /** Changes who hears {@code streams}. */
    public SubscriptionProtocol(MarketStreams streams) {
        this.streams = streams;
    }

    /** The request cannot be carried out. */
    private static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int code;

        Invalid(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    String answer(Client client, String text) {
        JsonNode request;
        try {
            request = json.readTree(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            return error(
                            3,
                            "Invalid JSON: expected value at line %d column %d"
                                    .formatted(place.getLineNr(), place.getColumnNr()))
                    .toString();
        }
        try {
            requireId(request.path("id"));
            var answer = NODES.objectNode();
            answer.set("result", result(client, request));
            answer.set("id", request.path("id"));
            return answer.toString();
        } catch (Invalid invalid) {
            var error = error(invalid.code, String.valueOf(invalid.getMessage()));
            if (request.hasNonNull("id")) {
                error.set("id", request.path("id"));
            }
            return error.toString();
        }
    }

    private static void requireId(JsonNode id) {
        var text = id.isTextual() && id.asText().matches("[A-Za-z0-9_-]{0,36}");
        if (id.isMissingNode() || !(id.isNull() || id.canConvertToLong() || text)) {
            throw new Invalid(2, "Invalid request: request ID must be an unsigned integer");
        }
    }

    private JsonNode result(Client client, JsonNode request) {
        var params = request.path("params");
        switch (request.path("method").asText()) {
            case "SUBSCRIBE" -> {
                if (client.streams().size() + params.size() > MOST_STREAMS) {
                    throw new Invalid(
                            2, "Invalid request: too many subscriptions; current limit is 1024");
                }
                params.forEach(name -> streams.subscribe(client, name.asText()));
            }
            case "UNSUBSCRIBE" ->
                    params.forEach(name -> streams.unsubscribe(client, name.asText()));
            case "LIST_SUBSCRIPTIONS" -> {
                var names = NODES.arrayNode();
                new TreeSet<>(client.streams()).forEach(names::add);
                return names;
            }
            case "SET_PROPERTY" -> {
                requireCombined(params);
                if (!params.path(1).isBoolean()) {
                    throw new Invalid(1, "Invalid value type: expected Boolean");
                }
                client.combined(params.path(1).asBoolean());
            }
            case "GET_PROPERTY" -> {
                requireCombined(params);
                return BooleanNode.valueOf(client.combined());
            }
            case "" -> throw new Invalid(2, "Invalid request: missing field `method` at line 1");
            default ->
                    throw new Invalid(
                            2,
                            "Invalid request: unknown variant `%s`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY`"
                                    .formatted(request.path("method").asText()));
        }
        return NODES.nullNode();
    }

    private static void requireCombined(JsonNode params) {
        if (!params.path(0).isTextual()) {
            throw new Invalid(2, "Invalid request: property name must be a string");
        }
        if (!params.path(0).asText().equals("combined")) {
            throw new Invalid(0, "Unknown property");
        }
    }

    private static ObjectNode error(int code, String message) {
        return NODES.objectNode().put("code", code).put("msg", message);
    }
}

package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.TreeSet;

/** SUBSCRIBE, UNSUBSCRIBE and LIST_SUBSCRIPTIONS on a market stream connection. */
@Singleton
public class SubscriptionProtocol {
    private static final int MOST_STREAMS = 1024;

    private final MarketStreams streams;
    private final ObjectMapper json = new ObjectMapper();

    /** Changes who hears {@code streams}. */
    public SubscriptionProtocol(MarketStreams streams) {
        this.streams = streams;
    }

    String answer(Client client, String text) {
        JsonNode request;
        try {
            request = json.readTree(text);
        } catch (JsonProcessingException e) {
            return error(3, "Invalid JSON: " + e.getOriginalMessage());
        }
        var answer = JsonNodeFactory.instance.objectNode();
        switch (request.path("method").asText()) {
            case "SUBSCRIBE" -> {
                if (client.streams().size() + request.path("params").size() > MOST_STREAMS) {
                    return error(
                            2, "Invalid request: too many subscriptions; current limit is 1024");
                }
                request.path("params").forEach(name -> streams.subscribe(client, name.asText()));
                answer.putNull("result");
            }
            case "UNSUBSCRIBE" -> {
                request.path("params").forEach(name -> streams.unsubscribe(client, name.asText()));
                answer.putNull("result");
            }
            case "LIST_SUBSCRIPTIONS" -> {
                var names = answer.putArray("result");
                new TreeSet<>(client.streams()).forEach(names::add);
            }
            default -> {
                return error(
                        2,
                        "Invalid request: unknown variant, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`,"
                                + " `LIST_SUBSCRIPTIONS`");
            }
        }
        answer.set("id", request.path("id").isMissingNode() ? null : request.path("id"));
        return answer.toString();
    }

    private static String error(int code, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("msg", message)
                .toString();
    }
}

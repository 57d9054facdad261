package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.http.Params;
import pro.cryptotrader.simulator.http.Reply;
import pro.cryptotrader.simulator.http.Request;
import pro.cryptotrader.simulator.matching.Refusal;

/**
 * One connection to the WebSocket API: who is logged on, and its subscriptions, numbered from 0.
 * One frame is answered after the other.
 */
final class ApiSession {
    private static final int SUBSCRIPTIONS = 1000;
    private static final int SUBSCRIPTIONS_EVER = 65_535;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebSocketApi api;
    private final Client client;
    private int subscriptionsEver;
    private @Nullable Logon logon;

    /** Who is logged on since when; times are the server's. */
    private record Logon(String account, String apiKey, long since) {}

    ApiSession(WebSocketApi api, Client client) {
        this.api = api;
        this.client = client;
    }

    void answer(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            frame = JsonNodeFactory.instance.missingNode();
        }
        if (!frame.isObject()) {
            var refusal = new Refusal(-1135, "Invalid JSON Request");
            say(JsonNodeFactory.instance.nullNode(), Reply.refused(refusal), true);
            return;
        }
        var id = frame.has("id") ? frame.path("id") : JsonNodeFactory.instance.nullNode();
        var rates = frame.path("params").path("returnRateLimits").asBoolean(true);
        Reply reply;
        try {
            reply = reply(frame);
        } catch (Refusal refusal) {
            reply = Reply.refused(refusal);
        }
        if (reply.cut()) {
            client.cut();
        } else {
            say(id, reply, rates);
        }
    }

    private void say(JsonNode id, Reply reply, boolean rates) {
        var node = JsonNodeFactory.instance.objectNode();
        node.set("id", id);
        node.put("status", reply.status());
        if (reply.status() == 200) {
            node.set("result", reply.body());
        } else {
            node.set("error", error(reply));
        }
        if (rates) {
            node.set("rateLimits", api.limits.used(client.address(), account()));
        }
        client.send(node.toString());
    }

    private JsonNode error(Reply reply) {
        if (!(reply.body() instanceof ObjectNode error)) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("code", -1000)
                    .put("msg", reply.body().asText());
        }
        var seconds = reply.headers().get("Retry-After");
        if (seconds != null) {
            var now = api.clock.millis();
            error.putObject("data")
                    .put("serverTime", now)
                    .put("retryAfter", now + Long.parseLong(seconds) * 1000);
        }
        return error;
    }

    private Reply reply(JsonNode frame) {
        var method = frame.path("method").asText();
        var values = new TreeMap<String, String>();
        for (var entry : frame.path("params").properties()) {
            var value = entry.getValue();
            values.put(entry.getKey(), value.isContainerNode() ? value.toString() : value.asText());
        }
        var request = request(method, values);
        return switch (method) {
            case "session.logon" -> local(2, logOn(request));
            case "session.status" -> local(2, session());
            case "session.logout" -> local(2, logOff());
            case "session.subscriptions" -> local(2, subscriptions());
            case "userDataStream.subscribe" -> local(2, subscribe(loggedOn().account()));
            case "userDataStream.subscribe.signature" ->
                    local(2, subscribe(api.signatures.account(request)));
            case "userDataStream.unsubscribe" -> local(2, unsubscribe(request.params()));
            default ->
                    api.dispatcher
                            .find(request.call())
                            .map(endpoint -> api.dispatcher.answer(endpoint, request))
                            .orElseThrow(
                                    () -> new Refusal(-1000, "Unknown method '" + method + "'."));
        };
    }

    /** What needs no endpoint costs its weight all the same. */
    private Reply local(int weight, JsonNode result) {
        api.limits.refund(client.address(), -weight);
        return Reply.of(result);
    }

    private Request request(String method, Map<String, String> values) {
        var payload =
                values.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("signature"))
                        .map(entry -> entry.getKey() + '=' + entry.getValue())
                        .collect(Collectors.joining("&"));
        var apiKey = values.getOrDefault("apiKey", "");
        return new Request(
                "WS",
                client.address(),
                SocketCalls.restCall(method).orElse(method),
                apiKey,
                payload,
                apiKey.isEmpty() ? account() : null,
                new Params(values));
    }

    private @Nullable String account() {
        var current = logon;
        return current == null ? null : current.account();
    }

    private Logon loggedOn() {
        var current = logon;
        if (current == null) {
            throw new Refusal(-2015, "Invalid API-key, IP, or permissions for action.");
        }
        return current;
    }

    private ObjectNode logOn(Request request) {
        var account = api.signatures.logon(request);
        logon = new Logon(account, request.apiKey(), api.clock.millis());
        return session();
    }

    private ObjectNode session() {
        var node = JsonNodeFactory.instance.objectNode();
        var current = logon;
        if (current == null) {
            node.putNull("apiKey").putNull("authorizedSince");
        } else {
            node.put("apiKey", current.apiKey()).put("authorizedSince", current.since());
        }
        return node.put("connectedSince", client.since())
                .put("returnRateLimits", true)
                .put("serverTime", api.clock.millis())
                .put("userDataStream", !api.users.accounts(client).isEmpty());
    }

    private ObjectNode logOff() {
        var current = logon;
        if (current != null) {
            api.users.unsubscribe(client, each -> each.account().equals(current.account()));
        }
        logon = null;
        return session();
    }

    private JsonNode subscriptions() {
        var array = JsonNodeFactory.instance.arrayNode();
        api.users
                .of(client)
                .forEach(
                        subscription -> array.addObject().put("subscriptionId", subscription.id()));
        return array;
    }

    private JsonNode subscribe(String account) {
        if (api.users.accounts(client).contains(account)) {
            throw new Refusal(-2035, "User Data Stream subscription already active.");
        }
        if (api.users.of(client).size() >= SUBSCRIPTIONS
                || subscriptionsEver >= SUBSCRIPTIONS_EVER) {
            throw new Refusal(-2042, "Maximum number of subscriptions reached.");
        }
        var subscription = new UserStreams.Subscription(client, subscriptionsEver++, account);
        api.users.subscribe(subscription);
        return JsonNodeFactory.instance.objectNode().put("subscriptionId", subscription.id());
    }

    private JsonNode unsubscribe(Params params) {
        var id = params.number("subscriptionId");
        if (id.isEmpty()) {
            api.users.unsubscribe(client, _ -> true);
        } else if (!api.users.unsubscribe(client, each -> each.id() == id.get())) {
            throw new Refusal(-2036, "User Data Stream subscription not active.");
        }
        return JsonNodeFactory.instance.objectNode();
    }
}

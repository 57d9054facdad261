package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pro.cryptotrader.simulator.http.Endpoint;
import pro.cryptotrader.simulator.http.Endpoints;
import pro.cryptotrader.simulator.http.Params;
import pro.cryptotrader.simulator.http.Signatures;
import pro.cryptotrader.simulator.matching.Refusal;

/** Binance's WebSocket API: user data subscriptions, and the REST calls under their other names. */
@Singleton
public class WebSocketApi {
    private static final Logger LOG = Logger.getLogger(WebSocketApi.class);
    private static final Map<String, String> CALLS =
            Map.ofEntries(
                    Map.entry("ping", "GET /api/v3/ping"),
                    Map.entry("time", "GET /api/v3/time"),
                    Map.entry("exchangeInfo", "GET /api/v3/exchangeInfo"),
                    Map.entry("klines", "GET /api/v3/klines"),
                    Map.entry("depth", "GET /api/v3/depth"),
                    Map.entry("ticker.price", "GET /api/v3/ticker/price"),
                    Map.entry("ticker.book", "GET /api/v3/ticker/bookTicker"),
                    Map.entry("order.place", "POST /api/v3/order"),
                    Map.entry("order.status", "GET /api/v3/order"),
                    Map.entry("order.cancel", "DELETE /api/v3/order"),
                    Map.entry("order.cancelReplace", "POST /api/v3/order/cancelReplace"),
                    Map.entry("openOrders.status", "GET /api/v3/openOrders"),
                    Map.entry("openOrders.cancelAll", "DELETE /api/v3/openOrders"),
                    Map.entry("orderList.place.oco", "POST /api/v3/orderList/oco"),
                    Map.entry("orderList.place.oto", "POST /api/v3/orderList/oto"),
                    Map.entry("orderList.place.otoco", "POST /api/v3/orderList/otoco"),
                    Map.entry("orderList.place.opo", "POST /api/v3/orderList/opo"),
                    Map.entry("orderList.place.opoco", "POST /api/v3/orderList/opoco"),
                    Map.entry("orderList.status", "GET /api/v3/orderList"),
                    Map.entry("orderList.cancel", "DELETE /api/v3/orderList"),
                    Map.entry("openOrderLists.status", "GET /api/v3/openOrderList"),
                    Map.entry("account.status", "GET /api/v3/account"),
                    Map.entry("allOrders", "GET /api/v3/allOrders"),
                    Map.entry("myTrades", "GET /api/v3/myTrades"));

    private final Endpoints endpoints;
    private final Signatures signatures;
    private final UserStreams users;
    private final ObjectMapper json = new ObjectMapper();

    /** Reaches the same endpoints as REST. */
    public WebSocketApi(Endpoints endpoints, Signatures signatures, UserStreams users) {
        this.endpoints = endpoints;
        this.signatures = signatures;
        this.users = users;
    }

    Session session(Client client) {
        return new Session(client);
    }

    /** One connection: its subscriptions are numbered from 0. */
    final class Session {
        private final Client client;
        private int nextSubscription;

        private Session(Client client) {
            this.client = client;
        }

        void answer(String text) {
            JsonNode id = JsonNodeFactory.instance.nullNode();
            try {
                var request = json.readTree(text);
                id = request.path("id").isMissingNode() ? id : request.path("id");
                reply(id, 200).set("result", result(request));
            } catch (JsonProcessingException e) {
                fail(id, new Refusal(-1135, "Invalid JSON Request"));
            } catch (Refusal refusal) {
                fail(id, refusal);
            } catch (RuntimeException e) {
                LOG.error("A WebSocket API call failed", e);
                fail(
                        id,
                        new Refusal(
                                -1001,
                                "Internal error; unable to process your request. Please try again."));
            }
            flush();
        }

        private ObjectNode pending = JsonNodeFactory.instance.objectNode();

        private ObjectNode reply(JsonNode id, int status) {
            pending = JsonNodeFactory.instance.objectNode();
            pending.set("id", id);
            pending.put("status", status);
            return pending;
        }

        private void fail(JsonNode id, Refusal refusal) {
            reply(id, refusal.code() == -1001 ? 500 : 400)
                    .putObject("error")
                    .put("code", refusal.code())
                    .put("msg", refusal.text());
        }

        private void flush() {
            pending.putArray("rateLimits");
            client.send(pending.toString());
        }

        private JsonNode result(JsonNode request) {
            var values = new TreeMap<String, String>();
            request.path("params")
                    .properties()
                    .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
            var params = new Params(values);
            return switch (request.path("method").asText()) {
                case "userDataStream.subscribe.signature" -> subscribe(account(values, params));
                case "userDataStream.unsubscribe" -> unsubscribe(params);
                default -> call(request.path("method").asText(), values, params);
            };
        }

        private String account(Map<String, String> values, Params params) {
            var payload =
                    values.entrySet().stream()
                            .filter(entry -> !entry.getKey().equals("signature"))
                            .map(entry -> entry.getKey() + '=' + entry.getValue())
                            .collect(Collectors.joining("&"));
            return signatures.account(params.required("apiKey"), payload, params);
        }

        private JsonNode subscribe(String account) {
            if (users.subscribed(client, account)) {
                throw new Refusal(-2035, "User Data Stream subscription already active.");
            }
            var subscription = new UserStreams.Subscription(client, nextSubscription++, account);
            users.subscribe(subscription);
            return JsonNodeFactory.instance.objectNode().put("subscriptionId", subscription.id());
        }

        private JsonNode unsubscribe(Params params) {
            var id = params.text("subscriptionId");
            if (id.isEmpty()) {
                users.unsubscribeAll(client);
            } else if (!users.unsubscribe(client, Integer.parseInt(id.get()))) {
                throw new Refusal(-2036, "User Data Stream subscription not active.");
            }
            return JsonNodeFactory.instance.objectNode();
        }

        private JsonNode call(String method, Map<String, String> values, Params params) {
            var call = CALLS.get(method);
            var space = call == null ? -1 : call.indexOf(' ');
            var endpoint =
                    call == null
                            ? null
                            : endpoints.find(call.substring(0, space), call.substring(space + 1));
            if (endpoint == null) {
                throw new Refusal(-1000, "Unknown method '" + method + "'.");
            }
            var account = endpoint.signed() ? account(values, params) : "";
            return endpoint.handler().answer(new Endpoint.Call(params, account));
        }
    }
}

package pro.cryptotrader.simulator;

import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An account that shows every answer as it came, and whether there was one. */
final class RawTrader {
    private final VenueProcess venue;
    private final HttpClient http = HttpClient.newHttpClient();
    final String apiKey;
    private final HmacSignatureGenerator signer;

    RawTrader(VenueProcess venue, String account, String usdt) {
        this.venue = venue;
        var keys =
                venue.post(
                        "/sim/v1/accounts",
                        "{\"accountId\":\"%s\",\"balances\":{\"USDT\":\"%s\"}}"
                                .formatted(account, usdt));
        apiKey = keys.path("apiKey").asText();
        signer = new HmacSignatureGenerator(keys.path("secretKey").asText());
    }

    /** A signed call; empty if the connection broke before the answer. */
    Optional<HttpResponse<String>> send(String method, String path, String query) {
        var stamped = query + "&timestamp=" + System.currentTimeMillis();
        var signed = stamped + "&signature=" + signer.getSignature(stamped);
        var request =
                HttpRequest.newBuilder(URI.create(venue.http() + path + '?' + signed))
                        .timeout(Duration.ofSeconds(20))
                        .header("X-MBX-APIKEY", apiKey)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed frame of the WebSocket API. */
    String frame(String id, String method, String query) {
        var values = new TreeMap<String, String>();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        values.put("apiKey", apiKey);
        values.put("timestamp", Long.toString(System.currentTimeMillis()));
        var payload =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + '=' + entry.getValue())
                        .collect(Collectors.joining("&"));
        values.put("signature", signer.getSignature(payload));
        var frame = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        var params = frame.putObject("params");
        values.forEach(params::put);
        return frame.toString();
    }

    /** The account's user data stream, subscribed. */
    Frames userStream() {
        var frames = new Frames(venue.ws() + "/ws-api/v3");
        frames.send(frame("s", "userDataStream.subscribe.signature", ""));
        frames.await1(frame ->
                frame.path("id").asText().equals("s") && frame.path("status").asInt() == 200);
        return frames;
    }
}

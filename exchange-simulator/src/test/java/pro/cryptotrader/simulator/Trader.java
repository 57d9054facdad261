package pro.cryptotrader.simulator;

import com.binance.connector.client.enums.HttpMethod;
import com.binance.connector.client.exceptions.BinanceClientException;
import com.binance.connector.client.utils.RequestHandler;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;

/** An account at the venue, reached through Binance's own connector. */
final class Trader {

    private final VenueProcess venue;
    private final RequestHandler requests;
    final String apiKey;
    final HmacSignatureGenerator signer;

    Trader(VenueProcess venue, String account, String usdt) {
        this.venue = venue;
        var keys =
                venue.post(
                        "/sim/v1/accounts",
                        "{\"accountId\":\"%s\",\"balances\":{\"USDT\":\"%s\"}}"
                                .formatted(account, usdt));
        apiKey = keys.path("apiKey").asText();
        signer = new HmacSignatureGenerator(keys.path("secretKey").asText());
        requests = new RequestHandler(apiKey, signer, null);
    }

    /** A signed call; parameters as name, value, name, value. */
    JsonNode call(HttpMethod method, String path, String... parameters) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return VenueJson.read(
                requests.sendSignedRequest(venue.http(), path, values, method, false));
    }

    /** The code of a call that must be refused. */
    int refused(HttpMethod method, String path, String... parameters) {
        try {
            call(method, path, parameters);
        } catch (BinanceClientException e) {
            return e.getErrorCode();
        }
        throw new AssertionError(path + " was accepted");
    }
}

package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of the interface.
 *
 * @param weight what it counts against REQUEST_WEIGHT
 * @param signed needs an API key and a signature
 * @param orders how many orders it places at most
 */
public record Endpoint(
        String method, String path, int weight, boolean signed, int orders, Handler handler) {
    /** Answers a call; refuses by throwing. */
    public interface Handler {
        JsonNode answer(Call call);
    }

    /** A call; {@code account} is empty unless it is signed. */
    public record Call(Params params, String account) {}

    static Endpoint open(String path, int weight, Handler handler) {
        return new Endpoint("GET", path, weight, false, 0, handler);
    }

    static Endpoint signed(String method, String path, int weight, Handler handler) {
        return new Endpoint(method, path, weight, true, 0, handler);
    }

    static Endpoint placing(String path, int orders, Handler handler) {
        return new Endpoint("POST", path, 1, true, orders, handler);
    }
}

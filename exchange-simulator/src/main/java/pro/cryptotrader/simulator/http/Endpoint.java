package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One call of the interface.
 *
 * @param weight what it counts against REQUEST_WEIGHT
 * @param signed needs an API key and a signature
 * @param orders how many orders it places at most
 */
public record Endpoint(
        String method, String path, Weight weight, boolean signed, int orders, Handler handler) {
    /** Answers a call; refuses by throwing. */
    public interface Handler {
        JsonNode answer(Call call);
    }

    /** Some calls weigh more with some parameters. */
    public interface Weight {
        int of(Params params);
    }

    /**
     * A call.
     *
     * @param account empty unless it is signed
     * @param excess why it may place no order, {@code null} if it may
     */
    public record Call(Params params, String account, RateLimits.@Nullable Exceeded excess) {}

    static Endpoint open(String path, int weight, Handler handler) {
        return open(path, _ -> weight, handler);
    }

    static Endpoint open(String path, Weight weight, Handler handler) {
        return new Endpoint("GET", path, weight, false, 0, handler);
    }

    static Endpoint signed(String method, String path, int weight, Handler handler) {
        return signed(method, path, _ -> weight, handler);
    }

    static Endpoint signed(String method, String path, Weight weight, Handler handler) {
        return new Endpoint(method, path, weight, true, 0, handler);
    }

    static Endpoint placing(String path, int orders, Handler handler) {
        return new Endpoint("POST", path, _ -> 1, true, orders, handler);
    }

    /** HTTP method, space, path. */
    public String call() {
        return method + ' ' + path;
    }

    /** Placing and canceling weigh nothing if they succeed. */
    boolean freeIfSuccessful() {
        return orders > 0 || method.equals("DELETE");
    }
}

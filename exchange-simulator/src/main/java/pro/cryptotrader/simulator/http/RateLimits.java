package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Refusal;

/** What every address and every account has used, and what happens if it was too much. */
@Singleton
public class RateLimits {
    private static final long LONGEST_BAN = 3 * 86_400_000L;

    private final InstantSource wall;
    private final LimitSettings settings;
    private final Window weight;
    private final Window raw;
    private final Window orders10Seconds;
    private final Window ordersDay;
    private final Window refused = new Window("REFUSED", "MINUTE", 1, 0);
    private final Map<String, Ban> bans = new ConcurrentHashMap<>();

    private record Ban(long until, int times) {}

    /** Limits in wall time. */
    public RateLimits(LimitSettings settings, InstantSource wall) {
        this.wall = wall;
        this.settings = settings;
        weight = new Window("REQUEST_WEIGHT", "MINUTE", 1, settings.requestWeight());
        raw = new Window("RAW_REQUESTS", "MINUTE", 5, settings.rawRequests());
        orders10Seconds = new Window("ORDERS", "SECOND", 10, settings.ordersPer10Seconds());
        ordersDay = new Window("ORDERS", "DAY", 1, settings.ordersPerDay());
    }

    /** Too much was asked: 429 or 418, and when one may ask again. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final int retryAfterSeconds;
        private final transient Refusal refusal;

        Exceeded(int status, int retryAfterSeconds, Refusal refusal) {
            super(refusal.text(), null, false, false);
            this.status = status;
            this.retryAfterSeconds = retryAfterSeconds;
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }

        Map<String, String> headers() {
            return Map.of("Retry-After", Integer.toString(retryAfterSeconds));
        }

        Reply reply() {
            return new Reply(status, Failures.body(refusal), headers());
        }
    }

    /**
     * Counts a request, before anything else is done with it.
     *
     * @throws Exceeded if it is one too many
     */
    public void charge(String address, int requestWeight) {
        var now = wall.millis();
        requireNoBan(address, now);
        if (raw.exceeded(address, 1, now)) {
            throw refuse(address, raw, "Too many requests queued.", now);
        }
        if (weight.exceeded(address, requestWeight, now)) {
            var text =
                    "Too much request weight used; current limit is %d request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling the API."
                            .formatted(weight.limit());
            throw refuse(address, weight, text, now);
        }
        raw.add(address, 1, now);
        weight.add(address, requestWeight, now);
    }

    private void requireNoBan(String address, long now) {
        var ban = bans.get(address);
        if (ban != null && ban.until() > now) {
            var text =
                    "Way too much request weight used; IP banned until %d. Please use WebSocket Streams for live updates to avoid bans."
                            .formatted(ban.until());
            var seconds = (int) Math.ceilDiv(ban.until() - now, 1000L);
            throw new Exceeded(418, seconds, new Refusal(-1003, text));
        }
    }

    private Exceeded refuse(String address, Window window, String text, long now) {
        var times = refused.add(address, 1, now);
        if (settings.banAfter() > 0 && times >= settings.banAfter()) {
            bans.compute(address, (_, before) -> ban(before, now));
        }
        return new Exceeded(429, window.secondsLeft(now), new Refusal(-1003, text));
    }

    private Ban ban(@Nullable Ban before, long now) {
        var times = before == null ? 1 : before.times() + 1;
        var length = (settings.banSeconds() * 1000L) << Math.min(20, times - 1);
        return new Ban(now + Math.min(LONGEST_BAN, length), times);
    }

    /** Gives weight back: placing and canceling cost nothing if they succeed. */
    public void refund(String address, int requestWeight) {
        weight.add(address, -requestWeight, wall.millis());
    }

    /**
     * Counts orders that are about to be placed.
     *
     * @throws Exceeded if they are too many
     */
    public synchronized void reserve(String account, int orders) {
        var now = wall.millis();
        for (var window : List.of(orders10Seconds, ordersDay)) {
            if (window.exceeded(account, orders, now)) {
                var text =
                        "Too many new orders; current limit is %d orders per %s."
                                .formatted(
                                        window.limit(),
                                        window.units() == 1
                                                ? window.unit()
                                                : window.units() + " " + window.unit());
                throw new Exceeded(429, window.secondsLeft(now), new Refusal(-1015, text));
            }
        }
        placed(account, orders);
    }

    /** Orders were placed, or (less than 0) refused after all or filled for the first time. */
    public void placed(String account, int orders) {
        var now = wall.millis();
        orders10Seconds.add(account, orders, now);
        ordersDay.add(account, orders, now);
    }

    /** What the weight headers say. */
    Map<String, String> weightHeaders(String address) {
        var used = Integer.toString(weight.used(address, wall.millis()));
        return Map.of("X-MBX-USED-WEIGHT", used, "X-MBX-USED-WEIGHT-1M", used);
    }

    /** What the order count headers say. */
    Map<String, String> orderHeaders(String account) {
        var headers = new LinkedHashMap<String, String>();
        for (var window : List.of(orders10Seconds, ordersDay)) {
            headers.put(
                    "X-MBX-ORDER-COUNT-" + window.suffix(),
                    Integer.toString(window.used(account, wall.millis())));
        }
        return headers;
    }

    /** All limits, as exchangeInfo lists them. */
    ArrayNode all() {
        var limits = JsonNodeFactory.instance.arrayNode();
        List.of(weight, orders10Seconds, ordersDay, raw).forEach(window -> add(limits, window));
        return limits;
    }

    /** The order limits and what an account has used of them. */
    ArrayNode orders(String account) {
        var limits = JsonNodeFactory.instance.arrayNode();
        for (var window : List.of(orders10Seconds, ordersDay)) {
            add(limits, window, window.used(account, wall.millis()));
        }
        return limits;
    }

    /** What the WebSocket API adds to each answer. */
    public ArrayNode used(String address, @Nullable String account) {
        var limits = account == null ? JsonNodeFactory.instance.arrayNode() : orders(account);
        add(limits, weight, weight.used(address, wall.millis()));
        return limits;
    }

    private static ObjectNode add(ArrayNode limits, Window window) {
        return limits.addObject()
                .put("rateLimitType", window.name())
                .put("interval", window.unit())
                .put("intervalNum", window.units())
                .put("limit", window.limit());
    }

    private static void add(ArrayNode limits, Window window, int used) {
        add(limits, window).put("count", used);
    }
}

package pro.cryptotrader.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import pro.cryptotrader.simulator.fault.Effect.SocketKind;

/** A fault as somebody orders it in JSON; what is wrong with it is said with its value. */
public final class FaultReader {
    private static final long DAY = 24 * 3600 * 1000L;
    private static final String ENDPOINT = "(GET |POST |PUT |DELETE )?/api/v3/[A-Za-z0-9/]*\\*?";

    private final FaultFields fields;

    private FaultReader(JsonNode request) {
        fields = new FaultFields(request);
    }

    /**
     * A fault that can be added.
     *
     * @param effect what it does
     */
    public record Order(Effect effect, Scope scope, Limit limit) {}

    /**
     * Reads an order.
     *
     * @throws IllegalArgumentException what is wrong, which value, what would be right
     */
    public static Order read(JsonNode request) {
        return new FaultReader(request).order();
    }

    private Order order() {
        var name = fields.text("kind");
        var kind =
                Arrays.stream(FaultKind.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "kind is %s, but must be one of %s"
                                                .formatted(
                                                        name == null ? "missing" : "'" + name + "'",
                                                        Arrays.toString(FaultKind.values()))));
        var effect = effect(kind);
        var scope = scope(effect, kind);
        var limit = limit(effect);
        fields.requireNoOthers(kind.name());
        return new Order(effect, scope, limit);
    }

    private Effect effect(FaultKind kind) {
        return switch (kind) {
            case DROP_REQUEST -> new Effect.DropRequest();
            case DROP_REPLY -> new Effect.DropReply();
            case TIMEOUT ->
                    new Effect.Timeout(
                            fields.flag("executed", false), fields.whole("status", 504, 400, 599));
            case SERVER_ERROR -> serverError();
            case RATE_LIMIT ->
                    new Effect.TooMany(429, fields.whole("retryAfterSeconds", 10, 1, 86_400));
            case BAN -> new Effect.TooMany(418, fields.whole("retryAfterSeconds", 120, 1, 259_200));
            case REJECT ->
                    new Effect.Reject(
                            fields.whole("code", -2010, -9999, -1),
                            fields.textOr("message", "This action is disabled on this account."));
            case SLOW ->
                    new Effect.Slow(
                            fields.flag("executed", false),
                            fields.whole("delayMillis", 1000, 1, 600_000));
            case DELAY_EVENTS ->
                    new Effect.DelayEvents(fields.whole("delayMillis", 1000, 1, 600_000));
            case DUPLICATE_EVENTS -> new Effect.DuplicateEvents(fields.whole("copies", 1, 1, 10));
            case REORDER_EVENTS -> new Effect.ReorderEvents();
            case DROP_EVENTS -> new Effect.DropEvents();
            case CUT_SOCKETS -> new Effect.CutSockets(sockets());
            case SILENCE_SOCKETS -> new Effect.SilenceSockets(sockets());
            case HALT_SYMBOL -> new Effect.HaltSymbol(fields.flag("cancels", true));
            case CLOCK_SKEW -> new Effect.SkewClock(skew());
            case PRICE_SHOCK -> new Effect.ShockPrice(percent());
        };
    }

    private Effect.ServerError serverError() {
        var code = fields.whole("code", -1000, -9999, 0);
        return new Effect.ServerError(
                fields.flag("executed", true),
                fields.whole("status", 503, 500, 599),
                code,
                fields.textOr(
                        "message",
                        code == 0
                                ? "<html><body><h1>Bad Gateway</h1></body></html>"
                                : "An unknown error occurred while processing the request."));
    }

    private SocketKind sockets() {
        var name = fields.textOr("sockets", "ALL");
        for (var kind : SocketKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "sockets is '%s', but must be MARKET, API or ALL".formatted(name));
    }

    private long skew() {
        var offset = fields.number("offsetMillis", 0, -DAY, DAY);
        if (offset == 0) {
            throw new IllegalArgumentException(
                    "offsetMillis is missing or 0, but must be -86400000 to 86400000 and not 0");
        }
        return offset;
    }

    private double percent() {
        var percent = fields.decimal("percent", 0, -90, 500);
        if (percent == 0) {
            throw new IllegalArgumentException(
                    "percent is missing or 0, but must be -90 to 500 and not 0");
        }
        return percent;
    }

    private Scope scope(Effect effect, FaultKind kind) {
        var request = effect instanceof Effect.OnRequest;
        var event = effect instanceof Effect.OnEvent;
        var symbolOnly = effect instanceof Effect.HaltSymbol || effect instanceof Effect.ShockPrice;
        var sockets =
                effect instanceof Effect.CutSockets || effect instanceof Effect.SilenceSockets;
        var scope =
                new Scope(
                        request || event || sockets
                                ? fields.matching("account", "[A-Za-z0-9_-]{1,64}")
                                : null,
                        request ? fields.matching("endpoint", ENDPOINT) : null,
                        request || event || symbolOnly
                                ? fields.matching("symbol", "[A-Z0-9]{2,30}")
                                : null,
                        event ? fields.matching("event", "[A-Za-z]{1,40}") : null);
        if (symbolOnly && scope.symbol() == null) {
            throw new IllegalArgumentException(
                    "symbol is missing, but %s needs one, such as BTCUSDT".formatted(kind));
        }
        return scope;
    }

    private Limit limit(Effect effect) {
        var duration = fields.number("durationMillis", 0, 1, DAY);
        if (effect instanceof Effect.Lasting) {
            var once =
                    duration == 0
                            && (effect instanceof Effect.CutSockets
                                    || effect instanceof Effect.ShockPrice);
            return new Limit(0, once ? 1 : 0, duration, 1, 0);
        }
        var probability = fields.decimal("probability", 1, 0, 1);
        if (probability == 0) {
            throw new IllegalArgumentException("probability is 0, but must be above 0 to 1");
        }
        var bounded = duration > 0 || probability < 1;
        return new Limit(
                fields.whole("skip", 0, 0, 1_000_000),
                fields.whole("count", bounded ? 0 : 1, 1, 1_000_000),
                duration,
                probability,
                fields.number("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /** What can be ordered; the names are part of the interface. */
    private enum FaultKind {
        DROP_REQUEST,
        DROP_REPLY,
        TIMEOUT,
        SERVER_ERROR,
        RATE_LIMIT,
        BAN,
        REJECT,
        SLOW,
        DELAY_EVENTS,
        DUPLICATE_EVENTS,
        REORDER_EVENTS,
        DROP_EVENTS,
        CUT_SOCKETS,
        SILENCE_SOCKETS,
        HALT_SYMBOL,
        CLOCK_SKEW,
        PRICE_SHOCK
    }
}

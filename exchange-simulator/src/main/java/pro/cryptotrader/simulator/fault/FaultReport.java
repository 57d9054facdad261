package pro.cryptotrader.simulator.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A fault as the control interface shows it: as it was ordered, and how it went. */
public final class FaultReport {
    private FaultReport() {}

    /** All of it. */
    public static ObjectNode of(Fault fault) {
        var node = JsonNodeFactory.instance.objectNode().put("id", fault.id());
        effect(node, fault.effect());
        var scope = fault.scope();
        put(node, "account", scope.account());
        put(node, "endpoint", scope.endpoint());
        put(node, "symbol", scope.symbol());
        put(node, "event", scope.event());
        var limit = fault.limit();
        return node.put("skip", limit.skip())
                .put("count", limit.count())
                .put("durationMillis", limit.durationMillis())
                .put("probability", limit.probability())
                .put("seed", limit.seed())
                .put("state", fault.state().name())
                .put("strikes", fault.strikes())
                .put("began", fault.began());
    }

    /** The name of the kind by which such an effect is ordered. */
    public static String kind(Effect effect) {
        return effect(JsonNodeFactory.instance.objectNode(), effect).path("kind").asText();
    }

    private static ObjectNode effect(ObjectNode node, Effect effect) {
        return switch (effect) {
            case Effect.DropRequest _ -> node.put("kind", "DROP_REQUEST");
            case Effect.DropReply _ -> node.put("kind", "DROP_REPLY");
            case Effect.Timeout timeout ->
                    node.put("kind", "TIMEOUT")
                            .put("executed", timeout.executed())
                            .put("status", timeout.status());
            case Effect.ServerError error ->
                    node.put("kind", "SERVER_ERROR")
                            .put("executed", error.executed())
                            .put("status", error.status())
                            .put("code", error.code())
                            .put("message", error.message());
            case Effect.TooMany many ->
                    node.put("kind", many.status() == 418 ? "BAN" : "RATE_LIMIT")
                            .put("retryAfterSeconds", many.retryAfterSeconds());
            case Effect.Reject reject ->
                    node.put("kind", "REJECT")
                            .put("code", reject.code())
                            .put("message", reject.message());
            case Effect.Slow slow ->
                    node.put("kind", "SLOW")
                            .put("executed", slow.executed())
                            .put("delayMillis", slow.delayMillis());
            case Effect.OnEvent event -> event(node, event);
            case Effect.Lasting lasting -> lasting(node, lasting);
        };
    }

    private static ObjectNode event(ObjectNode node, Effect.OnEvent effect) {
        return switch (effect) {
            case Effect.DelayEvents delay ->
                    node.put("kind", "DELAY_EVENTS").put("delayMillis", delay.delayMillis());
            case Effect.DuplicateEvents duplicate ->
                    node.put("kind", "DUPLICATE_EVENTS").put("copies", duplicate.copies());
            case Effect.ReorderEvents _ -> node.put("kind", "REORDER_EVENTS");
            case Effect.DropEvents _ -> node.put("kind", "DROP_EVENTS");
        };
    }

    private static ObjectNode lasting(ObjectNode node, Effect.Lasting effect) {
        return switch (effect) {
            case Effect.CutSockets cut ->
                    node.put("kind", "CUT_SOCKETS").put("sockets", cut.sockets().name());
            case Effect.SilenceSockets silence ->
                    node.put("kind", "SILENCE_SOCKETS").put("sockets", silence.sockets().name());
            case Effect.HaltSymbol halt ->
                    node.put("kind", "HALT_SYMBOL").put("cancels", halt.cancels());
            case Effect.SkewClock skew ->
                    node.put("kind", "CLOCK_SKEW").put("offsetMillis", skew.offsetMillis());
            case Effect.ShockPrice shock ->
                    node.put("kind", "PRICE_SHOCK").put("percent", shock.percent());
        };
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}

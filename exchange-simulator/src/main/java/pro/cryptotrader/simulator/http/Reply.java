package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import pro.cryptotrader.simulator.matching.Refusal;

/**
 * What is said to a call.
 *
 * @param status HTTP's, {@link #NONE} if nothing is said and the connection breaks
 * @param body JSON, or plain text as Binance's gateways send it
 * @param headers beside those that say what has been used
 */
public record Reply(int status, JsonNode body, Map<String, String> headers) {
    /** Nothing is said. */
    public static final int NONE = 0;

    /** The answer. */
    public static Reply of(JsonNode body) {
        return new Reply(200, body, Map.of());
    }

    /** Refused with Binance's code. */
    public static Reply refused(Refusal refusal) {
        return refused(Failures.status(refusal), refusal);
    }

    static Reply refused(int status, Refusal refusal) {
        return new Reply(status, Failures.body(refusal), Map.of());
    }

    static Reply broken() {
        return new Reply(NONE, JsonNodeFactory.instance.nullNode(), Map.of());
    }

    Reply with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, body, all);
    }

    /** The same with its times in another unit. */
    public Reply in(TimeUnit unit) {
        return new Reply(status, unit.told(body), headers);
    }

    /** Whether the connection is to be broken instead. */
    public boolean cut() {
        return status == NONE;
    }
}

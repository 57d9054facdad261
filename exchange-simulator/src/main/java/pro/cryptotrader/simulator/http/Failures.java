package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import pro.cryptotrader.simulator.matching.Refusal;

/** Refusals as HTTP answers. */
final class Failures {
    private Failures() {}

    static ObjectNode body(Refusal refusal) {
        return OrderReports.object().put("code", refusal.code()).put("msg", refusal.text());
    }

    static int status(Refusal refusal) {
        return switch (refusal.code()) {
            case -1001 -> 500;
            case -1016 -> 503;
            case -2014, -2015 -> 401;
            default -> 400;
        };
    }

    /** A cancelReplace that failed wholly or in part, with what became of either half. */
    static final class Detailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final boolean partial;
        private final boolean counts;
        private final transient ObjectNode data;
        private final transient Map<String, String> headers;

        /** {@code counts} says whether the new order counts as an unfilled one. */
        Detailed(
                int status,
                boolean partial,
                boolean counts,
                ObjectNode data,
                Map<String, String> headers) {
            super("cancelReplace failed", null, false, false);
            this.status = status;
            this.partial = partial;
            this.counts = counts;
            this.data = data;
            this.headers = headers;
        }

        boolean counts() {
            return counts;
        }

        Reply reply() {
            var body =
                    OrderReports.object()
                            .put("code", partial ? -2021 : -2022)
                            .put(
                                    "msg",
                                    partial
                                            ? "Order cancel-replace partially failed."
                                            : "Order cancel-replace failed.");
            body.set("data", data);
            return new Reply(status, body, headers);
        }
    }
}

package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /**
     * A cancelReplace that failed wholly (400) or in part (409), with what became of either half.
     */
    static final class Detailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean partial;
        private final transient ObjectNode data;

        Detailed(boolean partial, ObjectNode data) {
            super("cancelReplace failed", null, false, false);
            this.partial = partial;
            this.data = data;
        }

        int status() {
            return partial ? 409 : 400;
        }

        ObjectNode body() {
            var body =
                    OrderReports.object()
                            .put("code", partial ? -2021 : -2022)
                            .put(
                                    "msg",
                                    partial
                                            ? "Order cancel-replace partially failed."
                                            : "Order cancel-replace failed.");
            body.set("data", data);
            return body;
        }
    }
}

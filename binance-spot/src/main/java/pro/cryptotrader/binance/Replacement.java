package pro.cryptotrader.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of canceling an order and placing another in one request, where the cancel was done.
 *
 * @param orders what was canceled and what was placed
 * @param refusal why nothing was placed, which is certain then; null when it was
 */
public record Replacement(List<VenueOrder> orders, @Nullable VenueError refusal) {
    private static final String SUCCESS = "SUCCESS";

    public Replacement {
        orders = List.copyOf(orders);
    }

    static Replacement of(JsonNode json) {
        return new Replacement(
                Stream.concat(
                                canceled(json).stream(),
                                Stream.of(VenueOrder.of(Json.required(json, "newOrderResponse"))))
                        .toList(),
                null);
    }

    /**
     * Of an answer that was not a success, where the cancel was one.
     *
     * @throws VenueException {@code e} itself where nothing was done, or nobody knows what was
     */
    static Replacement of(VenueException e) {
        var data = e.data();
        if (data == null) {
            throw e;
        }
        var cancelWorked = data.path("cancelResult").asText().equals(SUCCESS);
        var placed = half(data, "newOrderResponse");
        var isAttempted = !data.path("newOrderResult").asText().equals("NOT_ATTEMPTED");
        if (cancelWorked && isAttempted && isCertain(placed)) {
            return new Replacement(canceled(data), placed);
        }
        var canceled = half(data, "cancelResponse");
        if (!cancelWorked && !isAttempted && isCertain(canceled)) {
            throw e.because(canceled);
        }
        throw e.because(VenueError.noAnswer("half of it is not known: " + e.getMessage()));
    }

    private static List<VenueOrder> canceled(JsonNode json) {
        var answer = Json.required(json, "cancelResponse");
        return answer.has("orderReports")
                ? VenueOrder.ofList(answer)
                : List.of(VenueOrder.of(answer));
    }

    private static VenueError half(JsonNode data, String name) {
        var answer = data.path(name);
        return VenueError.of(
                400, answer.path("code").asInt(), answer.path("msg").asText(name), null);
    }

    /** Whether that half was certainly not done. */
    private static boolean isCertain(VenueError error) {
        return error.kind() != VenueError.Kind.UNKNOWN;
    }
}

package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of cancelReplace, by the venue's documents. */
class ReplacementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant UNTIL = Instant.parse("2026-01-01T00:00:05Z");
    private static final String CANCELED =
            """
            {"symbol":"BTCUSDT","origClientOrderId":"stop","orderId":9,"orderListId":3,"clientOrderId":"x",
             "transactTime":1767225600000,"price":"0","origQty":"1","executedQty":"0","cummulativeQuoteQty":"0",
             "status":"CANCELED","type":"STOP_LOSS","side":"SELL"}
            """;
    private static final String SOLD =
            """
            {"symbol":"BTCUSDT","orderId":10,"orderListId":-1,"clientOrderId":"sale","transactTime":1767225600000,
             "price":"0","origQty":"1","executedQty":"1","cummulativeQuoteQty":"50000","status":"FILLED",
             "type":"MARKET","side":"SELL","fills":[]}
            """;

    @Test
    void bothWereDone() throws JsonProcessingException {
        var answer = Replacement.of(data("SUCCESS", CANCELED, "SUCCESS", SOLD));

        assertThat(answer.refusal()).isNull();
        assertThat(answer.orders())
                .extracting(VenueOrder::clientOrderId)
                .containsExactly("stop", "sale");
    }

    @Test
    void aListThatWasCanceledNamesItsLegs() throws JsonProcessingException {
        var list = "{\"orderListId\":3,\"orderReports\":[%s,%s]}".formatted(CANCELED, CANCELED);

        assertThat(Replacement.of(data("SUCCESS", list, "SUCCESS", SOLD)).orders()).hasSize(3);
    }

    @Test
    void onlyTheCancelWasDone() throws JsonProcessingException {
        var answer =
                Replacement.of(
                        failed(409, -2021, "SUCCESS", CANCELED, "FAILURE", error(-1013, "no")));

        assertThat(answer.refusal())
                .extracting(VenueError::code, VenueError::message)
                .containsExactly(-1013, "no");
        assertThat(answer.orders()).extracting(VenueOrder::status).containsExactly("CANCELED");
    }

    @Test
    void neitherWasDone() throws JsonProcessingException {
        var answer =
                failed(
                        400,
                        -2022,
                        "FAILURE",
                        error(-2011, "Unknown order sent."),
                        "NOT_ATTEMPTED",
                        "null");

        assertThatThrownBy(() -> Replacement.of(answer))
                .isInstanceOfSatisfying(
                        VenueException.class,
                        e -> {
                            assertThat(e.error().kind()).isEqualTo(VenueError.Kind.NOT_OPEN);
                            assertThat(e.latestEntry()).isEqualTo(UNTIL);
                        });
    }

    /** Duplicate: the first one is alive. */
    @ParameterizedTest
    @ValueSource(strings = {"-1007 timeout", "-2010 Duplicate order sent.", "0 nothing"})
    void aHalfOfWhichNothingIsCertainMakesTheWholeUnknown(String half)
            throws JsonProcessingException {
        var parts = half.split(" ", 2);
        var answer =
                failed(
                        409,
                        -2021,
                        "SUCCESS",
                        CANCELED,
                        "FAILURE",
                        error(Integer.parseInt(parts[0]), parts[1]));

        isUnknown(() -> Replacement.of(answer));
    }

    /** We never ask for the sale without the cancel: such an answer is not believed. */
    @Test
    void aSaleWithoutItsCancelIsLookedUp() throws JsonProcessingException {
        var answer = failed(409, -2021, "FAILURE", error(-2011, "gone"), "SUCCESS", SOLD);

        isUnknown(() -> Replacement.of(answer));
    }

    private static void isUnknown(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VenueException.class,
                        e -> assertThat(e.error().kind()).isEqualTo(VenueError.Kind.UNKNOWN));
    }

    private static String error(int code, String message) {
        return "{\"code\":%d,\"msg\":\"%s\"}".formatted(code, message);
    }

    private static JsonNode data(String cancel, String canceled, String sale, String sold)
            throws JsonProcessingException {
        return JSON.readTree(
                "{\"cancelResult\":\"%s\",\"newOrderResult\":\"%s\",\"cancelResponse\":%s,\"newOrderResponse\":%s}"
                        .formatted(cancel, sale, canceled, sold));
    }

    private static VenueException failed(
            int status, int code, String cancel, String canceled, String sale, String sold)
            throws JsonProcessingException {
        return new VenueException(
                VenueError.of(status, code, "Order cancel-replace failed.", null),
                UNTIL,
                data(cancel, canceled, sale, sold),
                null);
    }
}

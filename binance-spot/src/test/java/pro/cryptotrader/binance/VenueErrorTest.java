package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VenueErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | -1013 | Filter failure: NOTIONAL                                        | REJECTED
                    400 | -2010 | Account has insufficient balance for requested action.          | REJECTED
                    400 | -2010 | The relationship of the prices for the orders is not correct.   | REJECTED
                    400 | -2010 | Duplicate order sent.                                           | UNKNOWN
                    400 | -1102 | Mandatory parameter 'price' was not sent, was empty/null, or malformed. | REJECTED
                    400 | -1121 | Invalid symbol.                                                 | REJECTED
                    400 | -1000 | An unknown error occurred                                       | UNKNOWN
                    400 | -1001 | Internal error; unable to process your request. Please try again. | UNKNOWN
                    400 | -1006 | An unexpected response was received from the message bus. Execution status unknown. | UNKNOWN
                    408 | -1007 | Timeout waiting for response from backend server. Send status unknown; execution status unknown. | UNKNOWN
                    500 | -2010 | a refusal inside a server error proves nothing                  | UNKNOWN
                    502 | 0     | Bad gateway                                                     | UNKNOWN
                    503 | -1008 | Server is currently overloaded with other requests. Please try again in a few minutes. | UNKNOWN
                    404 | 0     | a gateway's page                                                | UNKNOWN
                    429 | -1003 | Too many requests queued.                                       | RATE_LIMITED
                    429 | -1015 | Too many new orders; current limit is 50 orders per 10 SECOND.  | RATE_LIMITED
                    418 | -1003 | Way too much request weight used; IP banned until 1.            | RATE_LIMITED
                    403 | 0     | WAF                                                             | RATE_LIMITED
                    400 | -1021 | Timestamp for this request is outside of the recvWindow.        | CLOCK_SKEW
                    400 | -1021 | Timestamp for this request was 1000ms ahead of the server's time. | CLOCK_SKEW
                    400 | -1022 | Signature for this request is not valid.                        | HALT
                    401 | -2015 | Invalid API-key, IP, or permissions for action.                 | HALT
                    400 | -1016 | This service is no longer available.                            | HALT
                    400 | -2013 | Order does not exist.                                           | NOT_FOUND
                    400 | -2011 | Unknown order sent.                                             | NOT_OPEN
                    """)
    void knowsWhatAnAnswerMeans(int http, int code, String message, VenueError.Kind kind) {
        assertThat(VenueError.of(http, code, message, null).kind()).isEqualTo(kind);
    }

    @Test
    void staysAwayAsLongAsTheVenueAsks() {
        var error = VenueError.of(429, -1003, "Too many requests queued.", Duration.ofSeconds(17));

        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void staysAwayForABoundWhenTheVenueDoesNotSayHowLong() {
        assertThat(VenueError.of(418, -1003, "banned", null).retryAfter())
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(VenueError.of(429, -1015, "too many", null).retryAfter())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void silenceIsUnknown() {
        assertThat(VenueError.noAnswer("timeout").kind()).isEqualTo(VenueError.Kind.UNKNOWN);
    }
}

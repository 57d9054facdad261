package pro.cryptotrader.notification.outbound;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The header {@code Retry-After} in its form of seconds, fractions allowed. */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> of(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(RetryAfter::seconds);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(
                    Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

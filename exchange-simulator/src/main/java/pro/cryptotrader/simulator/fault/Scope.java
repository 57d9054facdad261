package pro.cryptotrader.simulator.fault;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fault is for; null means any.
 *
 * @param endpoint {@code POST /api/v3/order}, or a path without a method; a {@code *} at the end
 *     stands for any rest
 * @param event a user event's type, such as {@code executionReport}
 */
public record Scope(
        @Nullable String account,
        @Nullable String endpoint,
        @Nullable String symbol,
        @Nullable String event) {

    /** Something that may go wrong. */
    public record Target(
            Optional<String> account,
            Optional<String> call,
            Optional<String> symbol,
            Optional<String> event) {

        /** A request; {@code call} is method, space, path. */
        public static Target request(
                Optional<String> account, String call, Optional<String> symbol) {
            return new Target(account, Optional.of(call), symbol, Optional.empty());
        }

        /** A user event of an account. */
        public static Target event(String account, String event, Optional<String> symbol) {
            return new Target(Optional.of(account), Optional.empty(), symbol, Optional.of(event));
        }

        /** A symbol's market. */
        public static Target market(String symbol) {
            return new Target(
                    Optional.empty(), Optional.empty(), Optional.of(symbol), Optional.empty());
        }

        /** The venue as such. */
        public static Target venue() {
            return new Target(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    boolean covers(Target target) {
        return is(account, target.account())
                && is(symbol, target.symbol())
                && is(event, target.event())
                && (endpoint == null || target.call().filter(this::reaches).isPresent());
    }

    private static boolean is(@Nullable String wanted, Optional<String> found) {
        return wanted == null || found.filter(wanted::equals).isPresent();
    }

    private boolean reaches(String call) {
        var wanted = String.valueOf(endpoint);
        var compared = wanted.startsWith("/") ? call.substring(call.indexOf(' ') + 1) : call;
        return wanted.endsWith("*")
                ? compared.startsWith(wanted.substring(0, wanted.length() - 1))
                : compared.equals(wanted);
    }
}

package pro.cryptotrader.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Refusal;

/**
 * A request's parameters, whether they came in the query, in a form body or in a WebSocket frame.
 */
public final class Params {
    private static final String NUMBER = "^([0-9]{1,20})(\\.[0-9]{1,20})?$";
    private static final Pattern NUMBER_PATTERN = Pattern.compile(NUMBER);

    private final Map<String, String> values;

    /** Takes the values as they are. */
    public Params(Map<String, String> values) {
        this.values = values;
    }

    /** Reads query and body; where both have a parameter the query wins. */
    static Params of(String query, String body) {
        var values = new LinkedHashMap<String, String>();
        read(body, values);
        read(query, values);
        return new Params(values);
    }

    private static void read(String encoded, Map<String, String> values) {
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(-1100, "Illegal characters found in a parameter.");
        }
    }

    /** A parameter that was sent and is not empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Refuses the request if the parameter is missing. */
    public String required(String name) {
        return text(name)
                .orElseThrow(() ->
                        new Refusal(
                                -1102,
                                "Mandatory parameter '"
                                        + name
                                        + "' was not sent, was empty/null, or malformed."));
    }

    /** Refuses the request if the parameter was sent. */
    void forbidden(String name) {
        if (text(name).isPresent()) {
            throw new Refusal(-1106, "Parameter '" + name + "' sent when not required.");
        }
    }

    /** A decimal amount in 1e-8. */
    Optional<Long> amount(String name) {
        return text(name)
                .map(value -> {
                    if (!NUMBER_PATTERN.matcher(value).matches()) {
                        throw illegal(name, NUMBER);
                    }
                    try {
                        return Amounts.parse(value);
                    } catch (ArithmeticException e) {
                        var precise =
                                value.substring(value.indexOf('.') + 1).length() > 8
                                        && value.contains(".");
                        throw precise
                                ? new Refusal(
                                        -1111, "Parameter '" + name + "' has too much precision.")
                                : new Refusal(-1108, "Parameter '" + name + "' overflowed.");
                    }
                });
    }

    /** A decimal amount in 1e-8 that must be there. */
    long requiredAmount(String name) {
        required(name);
        return amount(name).orElse(0L);
    }

    /** A whole number. */
    public Optional<Long> number(String name) {
        return text(name)
                .map(value -> {
                    try {
                        return Long.parseLong(value);
                    } catch (NumberFormatException e) {
                        throw illegal(name, "^[0-9]{1,20}$");
                    }
                });
    }

    @Nullable Long numberOrNull(String name) {
        return number(name).orElse(null);
    }

    /** A number of results: at least 1, what is above {@code most} is capped. */
    int limit(int usual, int most) {
        var limit = number("limit").orElse((long) usual);
        if (limit < 1) {
            throw new Refusal(-1130, "Data sent for parameter 'limit' is not valid.");
        }
        return (int) Math.min(limit, most);
    }

    /** A parameter that must match {@code pattern}. */
    Optional<String> matching(String name, String pattern) {
        return text(name)
                .map(value -> {
                    if (!value.matches(pattern)) {
                        throw illegal(name, pattern);
                    }
                    return value;
                });
    }

    /** true or false. */
    boolean flag(String name, boolean usual) {
        var text = text(name).orElse(Boolean.toString(usual));
        if (!text.equals("true") && !text.equals("false")) {
            throw new Refusal(-1130, "Data sent for parameter '%s' is not valid.".formatted(name));
        }
        return text.equals("true");
    }

    /** This venue knows no time zone but UTC. */
    void requireUtc() {
        if (text("timeZone").filter(zone -> !zone.matches("[+-]?0{1,2}(:00)?")).isPresent()) {
            throw new Refusal(-1130, "Data sent for parameter 'timeZone' is not valid.");
        }
    }

    private static Refusal illegal(String name, String range) {
        return new Refusal(
                -1100,
                "Illegal characters found in parameter '%s'; legal range is '%s'."
                        .formatted(name, range));
    }

    /** One of the names of an enumeration. */
    static <E> E oneOf(String value, Function<String, E> valueOf, int code, String message) {
        try {
            return valueOf.apply(value);
        } catch (IllegalArgumentException e) {
            throw new Refusal(code, message);
        }
    }

    /** All of them, for the ledger: without signature. */
    String summary() {
        return shown().toString();
    }

    /** All of them but the signature. */
    Map<String, String> shown() {
        var copy = new LinkedHashMap<>(values);
        copy.remove("signature");
        return copy;
    }
}

package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * An object of a configuration file. Each field that is asked for may be missing, which keeps what
 * is current; a field that nobody has asked for by the {@link #end} is unknown.
 */
final class JsonSection {
    private final JsonNode node;
    private final String path;
    private final Findings findings;
    private final Set<String> known = new LinkedHashSet<>();

    JsonSection(JsonNode node, String path, Findings findings) {
        this.node = node;
        this.path = path;
        this.findings = findings;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A number that may be missing; zero takes it away. */
    @Nullable BigDecimal optional(String name, Range range, @Nullable BigDecimal current) {
        var value = field(name);
        if (value != null && value.isNumber() && value.decimalValue().signum() == 0) {
            return null;
        }
        var found = decimal(name, range, current == null ? BigDecimal.ZERO : current);
        return found.signum() == 0 ? null : found;
    }

    BigDecimal decimal(String name, Range range, BigDecimal current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        if (!value.isNumber()) {
            wrongType(name, value, "a number from " + range);
            return current;
        }
        if (!range.contains(value.decimalValue())) {
            findings.outside(at(name), value.toString(), range);
            return current;
        }
        try {
            return Decimals.canonical(value.decimalValue());
        } catch (IllegalArgumentException e) {
            findings.add(at(name), value.toString(), range.toString(), "too many digits");
            return current;
        }
    }

    int whole(String name, Range range, int current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        if (!value.isIntegralNumber()) {
            wrongType(name, value, "a whole number from " + range);
            return current;
        }
        if (!range.contains(value.decimalValue())) {
            findings.outside(at(name), value.toString(), range);
            return current;
        }
        return value.intValue();
    }

    /** A whole number out of few. */
    <T> T numbered(String name, List<T> choices, ToLongFunction<T> number, T current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        for (var choice : choices) {
            if (value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.longValue() == number.applyAsLong(choice)) {
                return choice;
            }
        }
        var allowed =
                choices.stream()
                        .map(choice -> Long.toString(number.applyAsLong(choice)))
                        .collect(Collectors.joining(", "));
        findings.add(
                at(name),
                shown(value),
                "one of " + allowed,
                shown(value) + " is not one of " + allowed);
        return current;
    }

    boolean flag(String name, boolean current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        if (!value.isBoolean()) {
            wrongType(name, value, "true or false");
            return current;
        }
        return value.booleanValue();
    }

    /** Text; JSON's null where {@code current} may be null takes it away. */
    @Nullable String text(String name, @Nullable String current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            wrongType(name, value, "text or null");
            return current;
        }
        return value.textValue();
    }

    /** Text that no message repeats. */
    @Nullable String secret(String name) {
        var value = field(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            findings.add(at(name), "***", "text or null", "must be text or null");
            return null;
        }
        return value.textValue();
    }

    /** Whether the file takes the field away by JSON's null. */
    boolean clears(String name) {
        return node.has(name) && node.get(name).isNull();
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices, E current) {
        var value = field(name);
        return value == null ? current : choice(at(name), value, choices, current);
    }

    private <E extends Enum<E>> E choice(
            String where, JsonNode value, Class<E> choices, E otherwise) {
        for (var choice : choices.getEnumConstants()) {
            if (value.isTextual() && choice.name().equalsIgnoreCase(value.textValue())) {
                return choice;
            }
        }
        var allowed = names(choices);
        findings.add(
                where,
                shown(value),
                "one of " + allowed,
                shown(value) + " is not one of " + allowed);
        return otherwise;
    }

    /** A list of choices, each once; null where the file has none. */
    <E extends Enum<E>> @Nullable Set<E> choices(String name, Class<E> choices) {
        var value = field(name);
        if (value == null) {
            return null;
        }
        var result = new LinkedHashSet<E>();
        if (!value.isArray()) {
            wrongType(name, value, "a list of " + names(choices));
            return result;
        }
        for (int i = 0; i < value.size(); i++) {
            var where = "%s[%d]".formatted(at(name), i);
            int before = findings.problems().size();
            var choice = choice(where, value.get(i), choices, choices.getEnumConstants()[0]);
            if (findings.problems().size() == before && !result.add(choice)) {
                findings.add(
                        where,
                        shown(value.get(i)),
                        "each once",
                        shown(value.get(i)) + " is listed twice");
            }
        }
        return result;
    }

    List<Symbol> symbols(String name, List<Symbol> current) {
        var value = field(name);
        if (value == null) {
            return current;
        }
        if (!value.isArray()) {
            wrongType(name, value, "a list of symbols such as BTC/USDT");
            return current;
        }
        var symbols = new ArrayList<Symbol>();
        for (int i = 0; i < value.size(); i++) {
            var where = "%s[%d]".formatted(at(name), i);
            try {
                symbols.add(Symbol.of(value.get(i).isTextual() ? value.get(i).textValue() : ""));
            } catch (IllegalArgumentException e) {
                findings.add(
                        where,
                        shown(value.get(i)),
                        "BASE/QUOTE such as BTC/USDT",
                        shown(value.get(i)) + " is not BASE/QUOTE in capitals such as BTC/USDT");
            }
        }
        if (symbols.size() == value.size()) {
            findings.symbols(at(name), symbols);
        }
        return symbols;
    }

    /** A part of this object; empty where the file has none. */
    JsonSection section(String name) {
        var value = field(name);
        if (value != null && !value.isObject()) {
            wrongType(name, value, "an object");
            value = null;
        }
        return new JsonSection(
                value == null ? JsonNodeFactory.instance.objectNode() : value, at(name), findings);
    }

    /** Nothing more will be asked for: what is left is unknown. */
    void end() {
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        unknown(name);
                    }
                });
    }

    private void unknown(String name) {
        var nearest = NearestName.of(name, known);
        var all = String.join(", ", known);
        findings.add(
                at(Findings.shortened(name)),
                name,
                "one of " + all,
                nearest == null
                        ? "unknown field; known are " + all
                        : "unknown field; did you mean %s?".formatted(nearest));
    }

    private @Nullable JsonNode field(String name) {
        known.add(name);
        return node.get(name);
    }

    private void wrongType(String name, JsonNode value, String needed) {
        findings.add(
                at(name), shown(value), needed, "%s must be %s".formatted(shown(value), needed));
    }

    private static String shown(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            default -> Findings.shortened(value.toString());
        };
    }

    static <E extends Enum<E>> String names(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(JsonSection::name)
                .collect(Collectors.joining(", "));
    }

    /** The way a file spells a choice. */
    static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}

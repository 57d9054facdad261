package pro.cryptotrader.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of an order, each asked for by name. */
final class FaultFields {
    private final JsonNode node;
    private final TreeSet<String> known = new TreeSet<>();

    FaultFields(JsonNode node) {
        this.node = node;
    }

    @Nullable String text(String name) {
        known.add(name);
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    String textOr(String name, String usual) {
        var text = text(name);
        return text == null ? usual : text;
    }

    @Nullable String matching(String name, String pattern) {
        var text = text(name);
        if (text != null && !text.matches(pattern)) {
            throw new IllegalArgumentException(
                    "%s is '%s', but must match %s".formatted(name, text, pattern));
        }
        return text;
    }

    boolean flag(String name, boolean usual) {
        var text = textOr(name, Boolean.toString(usual));
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException(
                    "%s is '%s', but must be true or false".formatted(name, text));
        }
        return "true".equals(text);
    }

    int whole(String name, int usual, int least, int most) {
        return (int) number(name, usual, least, most);
    }

    long number(String name, long usual, long least, long most) {
        known.add(name);
        if (!node.hasNonNull(name)) {
            return usual;
        }
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw outside(name, Long.toString(least), Long.toString(most));
        }
        if (value.asLong() < least || value.asLong() > most) {
            throw outside(name, Long.toString(least), Long.toString(most));
        }
        return value.asLong();
    }

    double decimal(String name, double usual, double least, double most) {
        known.add(name);
        if (!node.hasNonNull(name)) {
            return usual;
        }
        var value = node.path(name);
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
            throw outside(name, Double.toString(least), Double.toString(most));
        }
        return value.asDouble();
    }

    private IllegalArgumentException outside(String name, String least, String most) {
        return new IllegalArgumentException(
                "%s is %s, but must be a number of %s to %s"
                        .formatted(name, node.path(name), least, most));
    }

    void requireNoOthers(String kind) {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw new IllegalArgumentException(
                        "%s has no '%s'; it knows %s".formatted(kind, entry.getKey(), known));
            }
        }
    }
}

package pro.cryptotrader.backtester.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.EventType;

/**
 * What was said about signals, verdicts, orders and fills, as it is on the wire, in strands that
 * have an order: signals by symbol and interval, verdicts and fills by account and symbol, and what
 * happened to each order.
 */
public final class Transcript {
    private final ObjectMapper mapper = EventJson.newMapper();
    private final SortedMap<Kind, SortedMap<String, List<Line>>> strands = new TreeMap<>();
    private final Set<String> heard = new HashSet<>();
    private final List<Signal> signals = new ArrayList<>();

    /** What is compared. */
    public enum Kind {
        SIGNAL,
        VERDICT,
        ORDER,
        FILL
    }

    /**
     * One event.
     *
     * @param type on the wire
     * @param data on the wire
     */
    record Line(String type, String data) {
        String about() {
            return type + " " + data;
        }
    }

    /** Takes what a backtest says; what is not compared is passed over. */
    public void add(Event event) {
        var kind = kind(event);
        if (kind != null) {
            add(kind, EventType.of(event), mapper.valueToTree(event));
        }
        if (event instanceof Signal signal) {
            signals.add(signal);
        }
    }

    /** The signals that a backtest has said. */
    public List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    /**
     * Takes a message of a topic; one that was delivered before changes nothing.
     *
     * @param text as it is on the wire
     */
    public void addMessage(String text) {
        try {
            var message = mapper.readTree(text);
            var type = EventType.named(message.path("type").asText());
            var kind = type == null ? null : kind(type.eventClass());
            if (type != null && kind != null && heard.add(message.path("id").asText())) {
                add(kind, type, message.path("data"));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message: " + text, e);
        }
    }

    private void add(Kind kind, EventType type, JsonNode data) {
        strands.computeIfAbsent(kind, _ -> new TreeMap<>())
                .computeIfAbsent(strand(kind, data), _ -> new ArrayList<>())
                .add(new Line(type.typeName(), data.toString()));
    }

    private static String strand(Kind kind, JsonNode data) {
        var symbol = data.path("symbol").asText();
        var account = data.path("account").asText();
        return switch (kind) {
            case SIGNAL -> symbol + " " + data.path("interval").asText();
            case VERDICT, FILL -> account + " " + symbol;
            case ORDER -> account + " " + symbol + " " + data.path("orderId").asText();
        };
    }

    private static @Nullable Kind kind(Event event) {
        return kind(event.getClass());
    }

    private static @Nullable Kind kind(Class<?> type) {
        if (type == Signal.class) {
            return Kind.SIGNAL;
        }
        if (RiskVerdict.class.isAssignableFrom(type)) {
            return Kind.VERDICT;
        }
        if (OrderEvent.class.isAssignableFrom(type)) {
            return Kind.ORDER;
        }
        return type == Fill.class ? Kind.FILL : null;
    }

    /** How many lines of a kind there are. */
    public long size(Kind kind) {
        return strands(kind).values().stream().mapToLong(List::size).sum();
    }

    Map<String, List<Line>> strands(Kind kind) {
        return Collections.unmodifiableMap(strands.getOrDefault(kind, new TreeMap<>()));
    }
}

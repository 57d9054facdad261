package pro.cryptotrader.backtester.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pro.cryptotrader.contracts.wire.EventJson;

/**
 * The numbers that the venue gave out, by the moment at which it did. It numbers orders and trades
 * of all accounts in the order in which they arrive, and in one millisecond that is the network's
 * choice.
 */
final class VenueNumbers {
    private final Map<String, Set<String>> given = new HashMap<>();
    private final Map<String, String> momentOf = new HashMap<>();

    /** The numbers in a transcript. */
    static VenueNumbers of(Transcript transcript) {
        var numbers = new VenueNumbers();
        var mapper = EventJson.newMapper();
        for (var kind : new Transcript.Kind[] {Transcript.Kind.ORDER, Transcript.Kind.FILL}) {
            for (var strand : transcript.strands(kind).values()) {
                strand.forEach(line -> numbers.add(line, mapper));
            }
        }
        return numbers;
    }

    private void add(Transcript.Line line, ObjectMapper mapper) {
        try {
            var data = mapper.readTree(line.data());
            var at = data.path("at").asText();
            if (line.type().equals("order.accepted.v1")) {
                put("venueOrderId", data.path("venueOrderId").asText(), at);
            } else if (data.has("tradeId")) {
                put("tradeId", data.path("tradeId").asText(), at);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was on the wire: " + line.data(), e);
        }
    }

    private void put(String name, String number, String at) {
        given.computeIfAbsent(name + at, _ -> new TreeSet<>()).add(number);
        momentOf.put(name + number, name + at);
    }

    /** Whether both gave the same numbers in the same moment, and these two are among them. */
    boolean areOfOneMoment(VenueNumbers other, String name, String ours, String theirs) {
        var moment = momentOf.getOrDefault(name + ours, "");
        var numbers = given.getOrDefault(moment, Set.of());
        return numbers.contains(ours)
                && numbers.contains(theirs)
                && numbers.equals(other.given.get(moment));
    }
}

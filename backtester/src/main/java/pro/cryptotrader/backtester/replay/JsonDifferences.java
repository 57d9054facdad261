package pro.cryptotrader.backtester.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import pro.cryptotrader.contracts.wire.EventJson;

/** Finds the fields in which two documents differ. */
public final class JsonDifferences {
    private final ObjectMapper mapper = EventJson.newMapper();

    /** The fields that differ; of documents that differ in form only, the whole. */
    public List<JsonField> between(String recorded, String replayed) {
        var fields = new ArrayList<JsonField>();
        try {
            compare("", mapper.readTree(recorded), mapper.readTree(replayed), fields);
        } catch (JsonProcessingException e) {
            fields.add(new JsonField("", recorded, replayed));
        }
        if (fields.isEmpty()) {
            // The same fields in another form, such as other white space.
            fields.add(new JsonField("", recorded, replayed));
        }
        return fields;
    }

    private static void compare(
            String path, JsonNode recorded, JsonNode replayed, List<JsonField> fields) {
        if (recorded.isObject() && replayed.isObject()) {
            var names = new TreeSet<String>();
            recorded.fieldNames().forEachRemaining(names::add);
            replayed.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(
                        path.isEmpty() ? name : path + "." + name,
                        recorded.path(name),
                        replayed.path(name),
                        fields);
            }
        } else if (recorded.isArray() && replayed.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), replayed.size()); i++) {
                compare(path + "[" + i + "]", recorded.path(i), replayed.path(i), fields);
            }
        } else if (!recorded.equals(replayed)) {
            fields.add(new JsonField(path, recorded.asText(""), replayed.asText("")));
        }
    }
}

package pro.cryptotrader.contracts.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.Resource;

/** The shipped {@code asyncapi.yaml}. */
record AsyncApi(JsonNode root) {

    static AsyncApi shipped() {
        try {
            return new AsyncApi(new YAMLMapper().readTree(Resource.text("/asyncapi.yaml")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("asyncapi.yaml is no YAML", e);
        }
    }

    JsonNode channel(Topic topic) {
        return root.path("channels").path(topic.topicName());
    }

    JsonNode message(EventType type) {
        return root.path("components").path("messages").path(type.typeName());
    }

    JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** What messages of this type must be like. */
    JsonSchema payload(EventType type) {
        var document = ((ObjectNode) root).objectNode();
        document.putArray("allOf")
                .addObject()
                .put("$ref", "#/components/messages/%s/payload".formatted(type.typeName()));
        document.set("components", root.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

package pro.cryptotrader.backtester.research;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import pro.cryptotrader.contracts.config.ConfigFile;
import pro.cryptotrader.contracts.config.ConfigRules;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.config.TradingConfig;

/**
 * Sets any value of a configuration by the name it has in {@code risk_config.json}, such as {@code
 * stop_loss_pct}, or in {@code auto_trading_config.json}, such as {@code engine.trading_interval}.
 */
final class TrialConfig {
    private static final ConfigFile[] FILES = {ConfigFile.RISK, ConfigFile.AUTO_TRADING};
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrialConfig() {}

    /**
     * {@code base} with {@code values} set, checked by the configuration's own rules.
     *
     * @throws IllegalArgumentException for a name that no file has
     * @throws pro.cryptotrader.contracts.config.ConfigRefused when it makes no sense
     */
    static TradingConfig with(TradingConfig base, Map<String, String> values) {
        var config = base;
        for (var value : values.entrySet()) {
            config = with(config, value.getKey(), value.getValue());
        }
        return ConfigRules.check(config);
    }

    private static TradingConfig with(TradingConfig base, String name, String value) {
        for (var file : FILES) {
            var document = document(file, base);
            int dot = name.lastIndexOf('.');
            var parent =
                    dot < 0
                            ? document
                            : document.at("/" + name.substring(0, dot).replace('.', '/'));
            var field = name.substring(dot + 1);
            if (parent instanceof ObjectNode object && object.path(field).isValueNode()) {
                object.set(field, node(object.path(field), value));
                return ConfigRules.read(file, document.toString(), base, TrialConfig::noSecrets);
            }
        }
        throw unknown(base, name);
    }

    static void requireName(TradingConfig base, String name) {
        if (!names(base).contains(name)) {
            throw unknown(base, name);
        }
    }

    private static IllegalArgumentException unknown(TradingConfig base, String name) {
        return new IllegalArgumentException(
                "no configuration file has '%s'; there are %s"
                        .formatted(name, String.join(", ", names(base))));
    }

    private static SealedSecret noSecrets(String plain) {
        throw new IllegalArgumentException("secrets are no parameters");
    }

    private static JsonNode node(JsonNode before, String value) {
        if (before.isBoolean()) {
            return JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(value));
        }
        if (before.isNumber()) {
            try {
                return JSON.getNodeFactory().numberNode(new BigDecimal(value));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'%s' is not a number".formatted(value), e);
            }
        }
        return JSON.getNodeFactory().textNode(value);
    }

    private static ObjectNode document(ConfigFile file, TradingConfig config) {
        try {
            return (ObjectNode) JSON.readTree(ConfigRules.write(file, config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration cannot be read again", e);
        }
    }

    /** Every name that can be set. */
    private static SortedSet<String> names(TradingConfig config) {
        var names = new TreeSet<String>();
        for (var file : FILES) {
            collect(document(file, config), "", names);
        }
        names.removeIf(name -> name.startsWith("notifications"));
        return names;
    }

    private static void collect(JsonNode node, String prefix, SortedSet<String> names) {
        node.properties()
                .forEach(field -> {
                    var name = prefix + field.getKey();
                    if (field.getValue().isObject()) {
                        collect(field.getValue(), name + ".", names);
                    } else if (field.getValue().isValueNode()) {
                        names.add(name);
                    }
                });
    }
}

package pro.cryptotrader.gateway.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import pro.cryptotrader.contracts.config.ConfigFile;
import pro.cryptotrader.contracts.config.ConfigProblem;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.ConfigRules;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.config.TradingConfig;

/**
 * The whole configuration as the form edits it: {@code enabled}, and then what the three files say,
 * each thing once: {@code engine} and {@code symbols} as in {@code auto_trading_config.json},
 * {@code risk} is {@code risk_config.json} and {@code notifications} is {@code
 * notification_config.json}.
 */
public final class Whole {
    private static final Set<String> SECTIONS =
            Set.of("enabled", "engine", "symbols", "risk", "notifications");
    private static final String POSITIONS = "max_concurrent_positions";

    private final ObjectMapper mapper;

    public Whole(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What the form shows. */
    public ObjectNode write(TradingConfig config) {
        try {
            var file = mapper.readTree(ConfigRules.write(ConfigFile.AUTO_TRADING, config));
            var whole = mapper.createObjectNode().put("enabled", config.enabled());
            // The limit of positions is a limit: it is among the risk's.
            whole.set("engine", ((ObjectNode) file.path("engine")).without(POSITIONS));
            whole.set("symbols", file.path("symbols"));
            whole.set("risk", mapper.readTree(ConfigRules.write(ConfigFile.RISK, config)));
            whole.set(
                    "notifications",
                    mapper.readTree(ConfigRules.write(ConfigFile.NOTIFICATION, config)));
            return whole;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot show the configuration", e);
        }
    }

    /**
     * {@code current} with what the form says; what it leaves out stays.
     *
     * @throws ConfigRefused with everything that is wrong
     */
    public TradingConfig read(
            JsonNode form, TradingConfig current, Function<String, SealedSecret> seal) {
        var problems = new ArrayList<ConfigProblem>();
        if (!form.isObject()) {
            problems.add(problem("config", form, "an object", "must be an object"));
        }
        form.fieldNames()
                .forEachRemaining(name -> {
                    if (!SECTIONS.contains(name)) {
                        problems.add(
                                problem(
                                        name,
                                        form.path(name),
                                        "one of " + SECTIONS.stream().sorted().toList(),
                                        "is not a part of the configuration"));
                    }
                });
        var config = enabled(form.path("enabled"), current, problems);
        var file = mapper.createObjectNode();
        copy(form, file, "engine");
        copy(form, file, "symbols");
        config = section(ConfigFile.AUTO_TRADING, "", file, config, seal, problems);
        config = section(ConfigFile.RISK, "risk.", form.path("risk"), config, seal, problems);
        config =
                section(
                        ConfigFile.NOTIFICATION,
                        "notifications.",
                        form.path("notifications"),
                        config,
                        seal,
                        problems);
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
        return config;
    }

    private static void copy(JsonNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.path(name));
        }
    }

    private static TradingConfig enabled(
            JsonNode value, TradingConfig current, List<ConfigProblem> problems) {
        if (value.isMissingNode()) {
            return current;
        }
        if (!value.isBoolean()) {
            problems.add(problem("enabled", value, "true or false", "must be true or false"));
            return current;
        }
        return new TradingConfig(
                value.booleanValue(),
                current.mode(),
                current.paperTrading(),
                current.interval(),
                current.symbols(),
                current.risk(),
                current.notifications());
    }

    private static TradingConfig section(
            ConfigFile file,
            String prefix,
            JsonNode section,
            TradingConfig current,
            Function<String, SealedSecret> seal,
            List<ConfigProblem> problems) {
        if (section.isMissingNode()) {
            return current;
        }
        try {
            return ConfigRules.read(file, section.toString(), current, seal);
        } catch (ConfigRefused refused) {
            refused.problems().stream()
                    .map(problem ->
                            new ConfigProblem(
                                    prefix + problem.field(),
                                    problem.value(),
                                    problem.allowed(),
                                    problem.text()))
                    .forEach(problems::add);
            return current;
        }
    }

    private static ConfigProblem problem(
            String field, JsonNode value, String allowed, String text) {
        var shown = value.toString();
        return new ConfigProblem(
                field, shown.length() > 40 ? shown.substring(0, 40) + "…" : shown, allowed, text);
    }
}

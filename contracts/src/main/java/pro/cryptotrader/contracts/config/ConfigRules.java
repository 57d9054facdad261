package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * The one place that says which configurations make sense, and reads and writes them as the files
 * an owner edits. Reading a file changes only what it speaks of.
 */
public final class ConfigRules {
    static final Range MAX_POSITIONS = Range.of("1", "100");
    static final Range DAILY_LOSS_PCT = Range.of("0.1", "50");
    static final Range POSITION_SIZE_PCT = Range.of("0.1", "100");
    static final Range STOP_LOSS_PCT = Range.of("0.1", "50");
    static final Range TAKE_PROFIT_PCT = Range.of("0.1", "500");
    static final Range TRAILING_STOP_PCT = Range.of("0.1", "20");
    static final Range PARTIAL_TAKE_PROFIT_PCT = Range.of("0.1", "500");
    static final Range PARTIAL_SHARE_PCT = Range.of("1", "99");
    static final Range MINIMUM_BALANCE = Range.atLeast("0");

    /** A file's most characters. */
    private static final int MAX_LENGTH = 100_000;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(
                            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private ConfigRules() {}

    /**
     * The configuration itself when it makes sense.
     *
     * @throws ConfigRefused with everything that is wrong, fields spelled as in {@link
     *     TradingConfig}
     */
    public static TradingConfig check(TradingConfig config) {
        var findings = new Findings();
        findings.symbols("symbols", config.symbols());
        var risk = config.risk();
        findings.within("risk.maxDailyLossPct", risk.maxDailyLossPct(), DAILY_LOSS_PCT);
        findings.within(
                "risk.maxPositions", BigDecimal.valueOf(risk.maxPositions()), MAX_POSITIONS);
        findings.within("risk.positionSizePct", risk.positionSizePct(), POSITION_SIZE_PCT);
        findings.within("risk.stopLossPct", risk.stopLossPct(), STOP_LOSS_PCT);
        findings.within("risk.takeProfitPct", risk.takeProfitPct(), TAKE_PROFIT_PCT);
        findings.within("risk.minimumBalance", risk.minimumBalance().value(), MINIMUM_BALANCE);
        findings.withinIfAny("risk.trailingStopPct", risk.trailingStopPct(), TRAILING_STOP_PCT);
        findings.withinIfAny(
                "risk.partialTakeProfitPct", risk.partialTakeProfitPct(), PARTIAL_TAKE_PROFIT_PCT);
        findings.withinIfAny(
                "risk.partialTakeProfitSharePct",
                risk.partialTakeProfitSharePct(),
                PARTIAL_SHARE_PCT);
        findings.email("notifications.email", config.notifications().email());
        findings.telegramChatId(
                "notifications.telegramChatId", config.notifications().telegramChatId());
        findings.refuseIfAny();
        return config;
    }

    /**
     * {@code current} with what the file says.
     *
     * @param seal closes the secrets that a notification file brings in plain text
     * @throws ConfigRefused with everything that is wrong with the file, fields as it spells them
     */
    public static TradingConfig read(
            ConfigFile file,
            String json,
            TradingConfig current,
            Function<String, SealedSecret> seal) {
        var findings = new Findings();
        var section = new JsonSection(parse(file, json), "", findings);
        return switch (file) {
            case AUTO_TRADING -> AutoTradingFile.read(section, current, findings);
            case RISK -> RiskFile.read(section, current, findings);
            case NOTIFICATION -> NotificationFile.read(section, current, findings, seal);
        };
    }

    /** What the file says about {@code config}, to be read by people; never a secret. */
    public static String write(ConfigFile file, TradingConfig config) {
        var root = MAPPER.createObjectNode();
        switch (file) {
            case AUTO_TRADING -> AutoTradingFile.write(config, root);
            case RISK -> RiskFile.write(config, root);
            case NOTIFICATION -> NotificationFile.write(config, root);
        }
        try {
            var separators =
                    Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER);
            var printer =
                    new DefaultPrettyPrinter(separators)
                            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + file.fileName(), e);
        }
    }

    /** A number as the files show it: never an exponent, always a point. */
    static BigDecimal shown(BigDecimal number) {
        return number.scale() < 1 ? number.setScale(1) : number;
    }

    private static ObjectNode parse(ConfigFile file, String json) {
        if (json.length() > MAX_LENGTH) {
            throw refused(
                    file, "has %d characters; %d are allowed".formatted(json.length(), MAX_LENGTH));
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw refused(file, "is not a JSON object");
        } catch (JsonProcessingException e) {
            // The parser's own words could repeat a secret.
            var duplicate = e.getOriginalMessage().startsWith("Duplicate field");
            var location = e.getLocation();
            throw refused(
                    file,
                    "%s at line %d, column %d"
                            .formatted(
                                    duplicate ? "names a field twice" : "is not JSON",
                                    location.getLineNr(),
                                    location.getColumnNr()));
        }
    }

    private static ConfigRefused refused(ConfigFile file, String text) {
        return new ConfigRefused(
                List.of(new ConfigProblem(file.fileName(), "", "a JSON object", text)));
    }
}

package pro.cryptotrader.backtester.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import pro.cryptotrader.backtester.engine.AccountResult;
import pro.cryptotrader.backtester.statistics.AccountFigures;
import pro.cryptotrader.contracts.wire.EventJson;

/**
 * A report as one JSON document. Equal reports give equal text: statistics are rounded to ten
 * digits, and what could not be computed is null.
 */
public final class ReportJson {
    /** Counts up when a reader would have to change. */
    public static final int FORMAT = 1;

    private static final ObjectMapper MAPPER =
            EventJson.newMapper()
                    .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(Double.class, new TenDigits())
                                    .addSerializer(double.class, new TenDigits()));

    private ReportJson() {}

    /** The document, indented. */
    public static String write(Report report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document(report))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }

    /** The document without its charts. */
    static ObjectNode document(Report report) {
        var result = report.run();
        var document = MAPPER.createObjectNode().put("format", FORMAT);
        var run = document.putObject("run").put("strategy", result.strategy());
        run.set("settings", MAPPER.valueToTree(result.settings()));
        run.set("markets", MAPPER.valueToTree(result.markets()));
        run.put("candles", result.candles())
                .put("signals", result.signals())
                .put("orders", result.orders())
                .put("ordersHash", result.ordersHash());
        var accounts = document.putArray("accounts");
        for (int i = 0; i < report.accounts().size(); i++) {
            accounts.add(account(result.accounts().get(i), report.accounts().get(i)));
        }
        return document;
    }

    private static ObjectNode account(AccountResult result, AccountFigures figures) {
        ObjectNode account = MAPPER.valueToTree(figures);
        var config = result.config();
        var traded = account.putObject("config").put("mode", config.mode().name());
        traded.put("interval", config.interval().code());
        traded.set("symbols", MAPPER.valueToTree(config.symbols()));
        traded.set("risk", MAPPER.valueToTree(config.risk()));
        return account;
    }

    /** Writes records as reports do: statistics with ten digits, null for what is unknown. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Doubles with ten significant digits, and null for what is not a number. */
    private static final class TenDigits extends StdSerializer<Double> {
        @Serial private static final long serialVersionUID = 1;

        TenDigits() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(rounded(value).toPlainString());
            } else {
                json.writeNull();
            }
        }
    }

    /** Ten significant digits, half even, without trailing zeros. */
    static BigDecimal rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(10, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }
}

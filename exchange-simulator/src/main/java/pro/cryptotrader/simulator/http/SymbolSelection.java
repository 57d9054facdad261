package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.simulator.matching.Refusal;

/**
 * The symbols that a call is for.
 *
 * @param one whether a single object answers, not an array
 */
record SymbolSelection(List<String> symbols, boolean one) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By {@code symbol}, {@code symbols} or none: then all that are listed. */
    static SymbolSelection of(Params params, List<String> listed) {
        var one = params.text("symbol");
        var several = params.text("symbols");
        if (one.isPresent() && several.isPresent()) {
            throw new Refusal(-1128, "Combination of optional parameters invalid.");
        }
        if (one.isPresent()) {
            return new SymbolSelection(List.of(one.get()), true);
        }
        return new SymbolSelection(several.map(SymbolSelection::read).orElse(listed), false);
    }

    /** By {@code symbol} or {@code symbols}, at most 100 of them. */
    static SymbolSelection required(Params params) {
        var selection = of(params, List.of());
        if (selection.symbols().isEmpty()) {
            throw new Refusal(
                    -1102, "Param 'symbol' or 'symbols' must be sent, but both were empty/null!");
        }
        if (selection.symbols().size() > 100) {
            throw new Refusal(
                    -1101,
                    "Too many values sent for parameter 'symbols', maximum allowed up to 100.");
        }
        return selection;
    }

    private static List<String> read(String json) {
        var symbols = new ArrayList<String>();
        try {
            var node = JSON.readTree(json);
            if (!node.isArray() || node.isEmpty()) {
                throw illegal();
            }
            node.forEach(symbol -> symbols.add(symbol.asText()));
        } catch (JsonProcessingException e) {
            throw illegal();
        }
        if (symbols.stream().distinct().count() < symbols.size()) {
            throw new Refusal(-1151, "Symbol is present multiple times in the list.");
        }
        return symbols;
    }

    private static Refusal illegal() {
        return new Refusal(-1130, "Data sent for parameter 'symbols' is not valid.");
    }

    /** How many symbols are named, 0 if all are meant. */
    static int named(Params params) {
        return params.text("symbol").isPresent()
                ? 1
                : params.text("symbols").map(text -> text.split(",", -1).length).orElse(0);
    }

    JsonNode answer(Function<String, ? extends JsonNode> report) {
        return one ? report.apply(symbols.getFirst()) : QueryApi.array(symbols, report);
    }
}

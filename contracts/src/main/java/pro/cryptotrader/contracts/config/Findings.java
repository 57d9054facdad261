package pro.cryptotrader.contracts.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Symbol;

/** Gathers what is wrong, so that an owner sees all of it at once. */
final class Findings {
    private static final Range SYMBOLS = Range.of("1", "50");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,189}");
    private static final Pattern CHAT_ID = Pattern.compile("-?[0-9]{1,20}|@[A-Za-z0-9_]{5,32}");
    private static final int MAX_SHOWN = 60;
    private static final int MAX_PROBLEMS = 200;

    private final List<ConfigProblem> problems = new ArrayList<>();

    void add(String field, String value, String allowed, String text) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new ConfigProblem(field, shortened(value), allowed, text));
        }
    }

    List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Ends well only when nothing was found.
     *
     * @throws ConfigRefused otherwise
     */
    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigRefused(problems);
        }
    }

    void within(String field, BigDecimal value, Range range) {
        if (!range.contains(value)) {
            outside(field, value.toString(), range);
        }
    }

    void withinIfAny(String field, @Nullable BigDecimal value, Range range) {
        if (value != null) {
            within(field, value, range);
        }
    }

    void outside(String field, String value, Range range) {
        add(field, value, range.toString(), "%s is outside %s".formatted(shortened(value), range));
    }

    /** 1 to 50 symbols, each once, all against the first one's quote asset. */
    void symbols(String field, List<Symbol> symbols) {
        if (!SYMBOLS.contains(BigDecimal.valueOf(symbols.size()))) {
            add(
                    field,
                    Integer.toString(symbols.size()),
                    SYMBOLS + " symbols",
                    "%d symbols are outside %s".formatted(symbols.size(), SYMBOLS));
        }
        var seen = new HashMap<Symbol, Integer>();
        for (int i = 0; i < symbols.size(); i++) {
            symbol("%s[%d]".formatted(field, i), symbols.get(i), symbols.getFirst());
            var before = seen.putIfAbsent(symbols.get(i), i);
            if (before != null) {
                add(
                        "%s[%d]".formatted(field, i),
                        symbols.get(i).toString(),
                        "each symbol once",
                        "%s is already at %s[%d]; each symbol may be listed once"
                                .formatted(symbols.get(i), field, before));
            }
        }
    }

    private void symbol(String field, Symbol symbol, Symbol first) {
        if (symbol.base().equals(symbol.quote())) {
            add(
                    field,
                    symbol.toString(),
                    "two different assets",
                    "%s trades an asset against itself".formatted(symbol));
        } else if (!symbol.quote().equals(first.quote())) {
            add(
                    field,
                    symbol.toString(),
                    "BASE/" + first.quote(),
                    "%s is not against %s as the first one is; an account trades against one quote asset"
                            .formatted(symbol, first.quote()));
        }
    }

    void email(String field, @Nullable String address) {
        if (address != null && !EMAIL.matcher(address).matches()) {
            add(
                    field,
                    address,
                    "an address such as owner@example.com",
                    "'%s' is not a mail address such as owner@example.com"
                            .formatted(shortened(address)));
        }
    }

    void telegramChatId(String field, @Nullable String chatId) {
        if (chatId != null && !CHAT_ID.matcher(chatId).matches()) {
            add(
                    field,
                    chatId,
                    "a number such as -1001234567890 or @channelname",
                    "'%s' is not a chat id: a number such as -1001234567890 or @channelname"
                            .formatted(shortened(chatId)));
        }
    }

    static String shortened(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
}

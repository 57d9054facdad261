package pro.cryptotrader.simulator.http;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.matching.OrderType;
import pro.cryptotrader.simulator.matching.Peg;
import pro.cryptotrader.simulator.matching.Refusal;

/** The parameters that peg an order's price; {@code name} gives each its prefix. */
record PegRequest(Params params, UnaryOperator<String> name) {
    /** The peg that was asked for, {@code null} if none was. */
    @Nullable Peg peg(OrderType type, String priceName) {
        var kind = params.text(name.apply("PegPriceType"));
        if (kind.isEmpty()) {
            params.forbidden(name.apply("PegOffsetType"));
            params.forbidden(name.apply("PegOffsetValue"));
            return null;
        }
        var stated = type.priced() ? params.amount(priceName).orElse(0L) : 0L;
        return new Peg(
                Params.oneOf(kind.get(), Peg.Kind::valueOf, -1210, "Invalid pegPriceType."),
                level(),
                stated,
                false);
    }

    /** Type and value of an offset go together. */
    private Optional<Integer> level() {
        var typeName = name.apply("PegOffsetType");
        var valueName = name.apply("PegOffsetValue");
        if (params.text(typeName).isEmpty() && params.text(valueName).isEmpty()) {
            return Optional.empty();
        }
        if (!params.required(typeName).equals("PRICE_LEVEL")) {
            throw new Refusal(-1211, "Invalid pegOffsetType.");
        }
        params.required(valueName);
        var level = params.number(valueName).orElse(0L);
        if (level < 0 || level > Peg.DEEPEST) {
            throw new Refusal(
                    -1130, "Data sent for parameter '%s' is not valid.".formatted(valueName));
        }
        return Optional.of(level.intValue());
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.List;
import java.util.Map;

/**
 * What the venue decides for all symbols.
 *
 * @param commission where a symbol has none of its own
 * @param commissions by symbol
 * @param exchangeFilters account-wide limits
 * @param assetLimits most of an asset in one order (MAX_ASSET), 1e-8
 * @param sors among which books orders may be routed
 * @param clientIds when the client id of an order that is no longer open can be used again
 */
public record Rules(
        Commission commission,
        Map<String, Commission> commissions,
        List<Filter> exchangeFilters,
        Map<String, Long> assetLimits,
        ClientIds clientIds,
        List<Sor> sors) {

    /** The documents say "filled", or "filled or expired"; neither mentions canceled orders. */
    public enum ClientIds {
        AFTER_ANY_END,
        AFTER_FILL_OR_EXPIRY,
        AFTER_FILL;

        boolean free(OrderStatus status) {
            return switch (this) {
                case AFTER_ANY_END -> !status.open();
                case AFTER_FILL_OR_EXPIRY -> !status.open() && status != OrderStatus.CANCELED;
                case AFTER_FILL -> status == OrderStatus.FILLED;
            };
        }
    }

    /** Copies. */
    public Rules {
        commissions = Map.copyOf(commissions);
        exchangeFilters = List.copyOf(exchangeFilters);
        assetLimits = Map.copyOf(assetLimits);
        sors = List.copyOf(sors);
    }

    /** One commission for everything and no account-wide limits. */
    public static Rules of(Commission commission) {
        return new Rules(
                commission, Map.of(), List.of(), Map.of(), ClientIds.AFTER_ANY_END, List.of());
    }

    /** The same with other routes. */
    public Rules with(List<Sor> routes) {
        return new Rules(commission, commissions, exchangeFilters, assetLimits, clientIds, routes);
    }

    /** What trading on {@code symbol} costs. */
    public Commission commission(String symbol) {
        return commissions.getOrDefault(symbol, commission);
    }
}

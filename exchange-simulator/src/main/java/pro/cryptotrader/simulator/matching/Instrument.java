package pro.cryptotrader.simulator.matching;

import java.util.List;
import java.util.Optional;

/**
 * A symbol: its rules and the book around its price; amounts in 1e-8.
 *
 * @param filters in the order in which they are looked at
 * @param baseDecimals to which commission in base is rounded
 * @param quoteDecimals to which commission in quote is rounded
 * @param priceRange the execution rule, if it has one
 */
public record Instrument(
        String symbol,
        String base,
        String quote,
        int baseDecimals,
        int quoteDecimals,
        List<Filter> filters,
        Abilities abilities,
        Optional<PriceRange> priceRange,
        Standing standing,
        Liquidity liquidity) {
    private static final Filter.PriceFilter ANY_PRICE = new Filter.PriceFilter(0, 0, 1);
    private static final Filter.LotSize ANY_LOT = new Filter.LotSize(1, Long.MAX_VALUE, 1);
    private static final int MOST_AMENDS = 10;

    /**
     * How far from the reference price a taker may trade: multipliers in 1e-8, 0 where there is no
     * limit.
     */
    public record PriceRange(long bidUp, long bidDown, long askUp, long askDown) {
        boolean allows(Side taker, long price, long reference) {
            var up = taker == Side.BUY ? bidUp : askUp;
            var down = taker == Side.BUY ? bidDown : askDown;
            return (up == 0 || Amounts.compareProducts(price, Amounts.ONE, reference, up) <= 0)
                    && (down == 0
                            || Amounts.compareProducts(price, Amounts.ONE, reference, down) >= 0);
        }
    }

    /** Validates. */
    public Instrument {
        filters = List.copyOf(filters);
        for (var filter : filters) {
            if ((filter instanceof Filter.PriceFilter prices && prices.tick() <= 0)
                    || (filter instanceof Filter.LotSize lots && lots.step() <= 0)) {
                throw new IllegalArgumentException(
                        symbol + " needs a positive tick and step, not " + filter);
            }
        }
    }

    /** A symbol that can do everything, without an execution rule. */
    public static Instrument of(
            String symbol, String base, String quote, List<Filter> filters, Liquidity liquidity) {
        return new Instrument(
                symbol,
                base,
                quote,
                8,
                8,
                filters,
                Abilities.ALL,
                Optional.empty(),
                Standing.OPEN,
                liquidity);
    }

    /** The same with another book around its price. */
    public Instrument with(Liquidity other) {
        return new Instrument(
                symbol,
                base,
                quote,
                baseDecimals,
                quoteDecimals,
                filters,
                abilities,
                priceRange,
                standing,
                other);
    }

    /** The same with other abilities and another execution rule. */
    public Instrument with(Abilities other, Optional<PriceRange> rule) {
        return new Instrument(
                symbol,
                base,
                quote,
                baseDecimals,
                quoteDecimals,
                filters,
                other,
                rule,
                standing,
                liquidity);
    }

    /** The first filter of a type. */
    public <F extends Filter> Optional<F> filter(Class<F> type) {
        return filters.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The price grid. */
    public long tick() {
        return prices().tick();
    }

    /** The quantity grid. */
    public long step() {
        return lots().step();
    }

    /** Smallest quantity. */
    public long minQuantity() {
        return lots().min();
    }

    /** How many minutes the price that stands in for a market order's is averaged over. */
    public int averageMinutes() {
        return filters.stream()
                .mapToInt(filter ->
                        switch (filter) {
                            case Filter.Notional notional -> notional.minutes();
                            case Filter.MinNotional notional -> notional.minutes();
                            case Filter.PercentPrice percent -> percent.minutes();
                            case Filter.PercentPriceBySide percent -> percent.minutes();
                            default -> 0;
                        })
                .max()
                .orElse(0);
    }

    int maxAmends() {
        return filter(Filter.MaxNumOrderAmends.class)
                .map(Filter.MaxNumOrderAmends::limit)
                .orElse(MOST_AMENDS);
    }

    int decimals(String asset) {
        return asset.equals(base) ? baseDecimals : quoteDecimals;
    }

    private Filter.PriceFilter prices() {
        return filter(Filter.PriceFilter.class).orElse(ANY_PRICE);
    }

    private Filter.LotSize lots() {
        return filter(Filter.LotSize.class).orElse(ANY_LOT);
    }
}

package pro.cryptotrader.simulator.market;

import java.util.List;
import java.util.Map;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Filter;
import pro.cryptotrader.simulator.matching.Instrument;
import pro.cryptotrader.simulator.matching.Liquidity;

/**
 * A symbol, its filters and its temper in the generated market.
 *
 * @param price where the generated market begins, 1e-8
 * @param beta how much of the common move it makes
 * @param ownVolatility standard deviation of its own move per minute
 * @param volume typical base volume per minute, whole units
 */
public record Listing(
        Instrument instrument, long price, double beta, double ownVolatility, double volume) {
    private static final List<String> QUOTES =
            List.of("USDT", "FDUSD", "USDC", "TUSD", "BUSD", "BTC", "ETH", "BNB", "EUR", "TRY");

    /** Filters as Binance had them in August 2025 where that is known to us. */
    private static final Map<String, Listing> KNOWN =
            Map.of(
                    "BTCUSDT",
                            known(
                                    "BTC", "93500", "0.01", "0.00001", 0.02, 20_000, 1.0, 0.00020,
                                    12),
                    "ETHUSDT",
                            known(
                                    "ETH", "3340", "0.01", "0.0001", 0.05, 16_000, 1.15, 0.00030,
                                    220),
                    "BNBUSDT", known("BNB", "702", "0.01", "0.001", 0.15, 9_000, 0.85, 0.00030, 90),
                    "SOLUSDT", known("SOL", "190", "0.01", "0.001", 0.6, 9_000, 1.35, 0.00045, 900),
                    "XRPUSDT",
                            known(
                                    "XRP", "2.08", "0.0001", "0.1", 0.5, 9_000, 1.2, 0.00045,
                                    60_000));

    /** Dollars that are worth one another. */
    private static final List<String> DOLLARS = List.of("USDC", "FDUSD", "TUSD");

    /** A symbol of the generated market, known or with a temper in the middle. */
    public static Listing of(String symbol) {
        var known = KNOWN.get(path(symbol));
        return known != null ? known.as(symbol) : derived(symbol, 2, 3, Amounts.ONE * 50);
    }

    /** Whose price a symbol has in the generated market: a coin costs the same in every dollar. */
    static String path(String symbol) {
        for (var dollar : DOLLARS) {
            if (symbol.endsWith(dollar)) {
                var usual = symbol.substring(0, symbol.length() - dollar.length()) + "USDT";
                return KNOWN.containsKey(usual) ? usual : symbol;
            }
        }
        return symbol;
    }

    private Listing as(String symbol) {
        var quote = symbol.substring(instrument.base().length());
        return symbol.equals(instrument.symbol())
                ? this
                : with(
                        Instrument.of(
                                symbol,
                                instrument.base(),
                                quote,
                                instrument.filters(),
                                instrument.liquidity()));
    }

    /** A symbol of recorded data: known, or with as many decimals as its data show. */
    public static Listing recorded(
            String symbol, int priceDecimals, int quantityDecimals, long price) {
        var known = KNOWN.get(symbol);
        return known != null
                ? known
                : derived(
                        symbol,
                        priceDecimals,
                        Math.min(quantityDecimals, 8 - priceDecimals),
                        price);
    }

    /** The same temper under other rules. */
    public Listing with(Instrument other) {
        return new Listing(other, price, beta, ownVolatility, volume);
    }

    private static Listing derived(
            String symbol, int priceDecimals, int quantityDecimals, long price) {
        var quote =
                QUOTES.stream()
                        .filter(candidate ->
                                symbol.endsWith(candidate) && symbol.length() > candidate.length())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "symbol %s ends with none of the known quote assets %s"
                                                .formatted(symbol, QUOTES)));
        var base = symbol.substring(0, symbol.length() - quote.length());
        var tick = unit(priceDecimals);
        var step = unit(quantityDecimals);
        var dollar = quote.contains("USD");
        var filters =
                SpotFilters.of(
                        new Filter.PriceFilter(tick, Amounts.ONE * 1_000_000, tick),
                        new Filter.LotSize(step, Amounts.ONE * 900_000_000, step),
                        Amounts.ONE * 100_000_000,
                        dollar ? Amounts.ONE * 5 : Amounts.ONE / 10_000);
        var touch = dollar ? Amounts.ONE * 9_000 : Math.multiplyExact(price, 100);
        var instrument = Instrument.of(symbol, base, quote, filters, Liquidity.of(10_000, touch));
        return new Listing(instrument, price, 1.1, 0.0004, 900);
    }

    private static Listing known(
            String base,
            String price,
            String tick,
            String step,
            double spreadBasisPoints,
            long touchNotional,
            double beta,
            double ownVolatility,
            double volume) {
        var most =
                switch (base) {
                    case "XRP" -> 10_000L;
                    case "SOL", "BNB" -> 100_000L;
                    default -> 1_000_000L;
                };
        var mostLots =
                switch (base) {
                    case "XRP" -> 9_222_449L;
                    case "SOL", "BNB" -> 900_000L;
                    default -> 9_000L;
                };
        var filters =
                SpotFilters.of(
                        new Filter.PriceFilter(
                                Amounts.parse(tick), Amounts.ONE * most, Amounts.parse(tick)),
                        new Filter.LotSize(
                                Amounts.parse(step), Amounts.ONE * mostLots, Amounts.parse(step)),
                        Amounts.divide(Amounts.ONE * 9_000_000, Amounts.parse(price)),
                        Amounts.ONE * 5);
        var spread = Math.round(spreadBasisPoints * Amounts.ONE / 10_000);
        var instrument =
                Instrument.of(
                        base + "USDT",
                        base,
                        "USDT",
                        filters,
                        Liquidity.of(spread, Amounts.ONE * touchNotional));
        return new Listing(instrument, Amounts.parse(price), beta, ownVolatility, volume);
    }

    private static long unit(int decimals) {
        var unit = Amounts.ONE;
        for (var i = 0; i < decimals; i++) {
            unit /= 10;
        }
        return unit;
    }
}

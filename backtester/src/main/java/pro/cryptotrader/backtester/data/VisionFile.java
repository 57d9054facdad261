package pro.cryptotrader.backtester.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What the name of a Binance Vision file says, such as {@code BTCUSDT-1m-2024-01.zip} or {@code
 * BTCUSDT-aggTrades-2024-01-02.csv.gz}.
 *
 * @param interval of its candles; null when it holds trades
 */
public record VisionFile(Symbol symbol, @Nullable Interval interval) {
    private static final Pattern NAME =
            Pattern.compile(
                    "([A-Z0-9]{4,30})-(1m|5m|15m|1h|4h|aggTrades|trades)-.*", Pattern.DOTALL);

    /** The venue's quote assets; where one ends another, the longer one first. */
    private static final List<String> QUOTES =
            List.of(
                    "FDUSD", "USDT", "USDC", "TUSD", "BUSD", "USDP", "USD1", "BIDR", "EURI", "AEUR",
                    "USDS", "IDRT", "BVND", "BKRW", "DAI", "EUR", "TRY", "BRL", "GBP", "AUD", "RUB",
                    "UAH", "NGN", "ZAR", "JPY", "MXN", "PLN", "RON", "ARS", "COP", "CZK", "IDR",
                    "UST", "PAX", "VAI", "XRP", "TRX", "DOGE", "DOT", "SOL", "BNB", "ETH", "BTC");

    /** Reads a file's name; empty when it is not named like one. */
    public static Optional<VisionFile> of(String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        var kind = match.group(2);
        return symbolOf(match.group(1))
                .map(symbol ->
                        new VisionFile(symbol, kind.endsWith("rades") ? null : Interval.of(kind)));
    }

    /** The symbol of a venue's name such as {@code BTCUSDT}; empty for an unknown quote asset. */
    public static Optional<Symbol> symbolOf(String venueName) {
        for (var quote : QUOTES) {
            if (venueName.endsWith(quote) && venueName.length() > quote.length()) {
                var base = venueName.substring(0, venueName.length() - quote.length());
                return Optional.of(new Symbol(new Asset(base), new Asset(quote)));
            }
        }
        return Optional.empty();
    }
}

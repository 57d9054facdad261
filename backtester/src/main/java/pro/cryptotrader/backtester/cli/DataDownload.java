package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.store.KlineDownload;
import pro.cryptotrader.backtester.store.KlineVenue;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** The venue's candles into the store. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads closed candles from the venue's REST. Stopped at any moment, the same command"
                    + " goes on where it was."
        })
final class DataDownload implements Callable<Integer> {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StoreOption store = new StoreOption();

    @Option(
            names = "--symbol",
            required = true,
            split = ",",
            description = "Symbols, such as BTC/USDT,ETH/USDT.")
    private List<Symbol> symbols = List.of();

    @Option(names = "--interval", defaultValue = "1m", description = "1m, 5m, 15m, 1h or 4h.")
    private Interval interval = Interval.M1;

    @Option(names = "--from", required = true, description = "Start, such as 2024-01-01.")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", description = "End, exclusive. Default: now.")
    private @Nullable Instant to;

    @Option(
            names = "--venue",
            defaultValue = "${env:MARKET_REST_URL:-https://api.binance.com}",
            description = "The venue's address. Default: $MARKET_REST_URL, or Binance.")
    private String venue = "https://api.binance.com";

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var output = new Output(spec, json);
        Map<String, Long> added = new TreeMap<>();
        try (var client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var rest = new KlineVenue(venue, client, Thread::sleep);
            var end = to == null ? rest.time() : to;
            for (var symbol : symbols) {
                added.put(symbol.toString(), download(output, rest, symbol, end));
            }
        }
        added.forEach(
                (symbol, count) -> output.line("%s: %,d candles added".formatted(symbol, count)));
        output.document(added);
        return Output.OK;
    }

    private long download(Output output, KlineVenue rest, Symbol symbol, Instant end)
            throws IOException, InterruptedException {
        double seconds = (double) Duration.between(from, end).toSeconds();
        try (var bar =
                new ProgressBar(output.err(), InstantSource.system(), symbol + "", seconds)) {
            return new KlineDownload(store.store(), rest)
                    .run(
                            symbol,
                            interval,
                            from,
                            end,
                            (reached, _) ->
                                    bar.at((double) Duration.between(from, reached).toSeconds()));
        }
    }
}

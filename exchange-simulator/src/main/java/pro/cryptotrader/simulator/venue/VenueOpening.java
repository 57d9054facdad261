package pro.cryptotrader.simulator.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;
import pro.cryptotrader.simulator.store.LedgerFile;
import pro.cryptotrader.simulator.upstream.Upstream;

/** Opens the venue: with a history behind it the first time, where it was left the next time. */
public final class VenueOpening {
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 300;

    private final Settings settings;
    private final Rulebook rulebook;
    private final Upstream upstream;
    private final Path folder;

    /** Checks what can be checked before anything is made. */
    VenueOpening(Settings settings, Rulebook rulebook, Upstream upstream) {
        this.rulebook = rulebook;
        this.settings = settings;
        this.upstream = upstream;
        folder = settings.dataDir();
        if (settings.speed() < SLOWEST || settings.speed() > FASTEST) {
            throw new IllegalArgumentException(
                    "sim.speed is %s, but must be %s to %s"
                            .formatted(settings.speed(), SLOWEST, FASTEST));
        }
    }

    private MarketPlan plan() {
        return switch (settings.market()) {
            case GENERATED -> new GeneratedPlan(settings, rulebook);
            case REPLAY -> new ReplayPlan(settings, rulebook);
            case UPSTREAM -> new UpstreamPlan(settings, rulebook, upstream);
        };
    }

    /** Opens it; market time starts at the wall's {@code nanos}. */
    public Venue open(long nanos) {
        var plan = plan();
        var checkpoint = checkpoint(plan.identity());
        try {
            Files.createDirectories(folder.resolve("candles"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        var files = new TreeMap<String, CandleFile>();
        for (var listing : plan.listings()) {
            var symbol = listing.instrument().symbol();
            files.put(symbol, new CandleFile(folder.resolve("candles").resolve(symbol + "-1m")));
        }
        MarketSource source;
        Checkpoint start;
        if (checkpoint == null) {
            files.values().forEach(file -> file.cutFrom(Long.MIN_VALUE));
            source = plan.first(files);
            start =
                    new Checkpoint(
                            plan.identity(),
                            source.start(),
                            Map.of(),
                            Map.of(),
                            source.tape().position());
            start.write(checkpointPath());
        } else {
            files.values().forEach(file -> file.cutFrom(checkpoint.nextMinute()));
            source = plan.resume(checkpoint, files);
            start = checkpoint;
        }
        return assemble(plan, files, start, source, nanos);
    }

    private Venue assemble(
            MarketPlan plan,
            Map<String, CandleFile> files,
            Checkpoint start,
            MarketSource source,
            long nanos) {
        var instruments = plan.listings().stream().map(Listing::instrument).toList();
        var engine = new Engine(instruments, rulebook.rules());
        var restored = new AtomicLong();
        var ledger =
                new LedgerFile(
                        folder.resolve("ledger.jsonl"),
                        fact -> {
                            engine.restore(fact);
                            restored.incrementAndGet();
                        });
        var tickers = new TreeMap<String, Ticker>();
        files.forEach((symbol, file) -> {
            var trades = new TradeLog(symbol, start.aggregateIds().getOrDefault(symbol, 0L));
            var lastTrade = start.tradeIds().getOrDefault(symbol, 0L);
            tickers.put(symbol, new Ticker(file, trades, lastTrade, source.start()));
            file.last().ifPresent(candle -> engine.mark(symbol, candle.close(), true));
        });
        var books = new Books(plan.identity(), ledger, restored.get(), files, checkpointPath());
        return new Venue(
                engine, books, tickers, source, source.relayed() ? 1 : settings.speed(), nanos);
    }

    private Path checkpointPath() {
        return folder.resolve("checkpoint.json");
    }

    private @Nullable Checkpoint checkpoint(String identity) {
        var found = Checkpoint.read(checkpointPath()).orElse(null);
        if (found != null && !found.market().equals(identity)) {
            throw new IllegalArgumentException(
                    "sim.data-dir %s holds the books of another market (%s); this one is (%s). Choose another sim.data-dir, or delete that one."
                            .formatted(folder, found.market(), identity));
        }
        return found;
    }
}

package pro.cryptotrader.simulator.venue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.GeneratedTape;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;
import pro.cryptotrader.simulator.store.LedgerFile;

/** Opens the venue: with a history behind it the first time, where it was left the next time. */
public final class VenueOpening {
    private static final int MOST_HISTORY_DAYS = 3650;

    private final Settings settings;
    private final Path folder;

    /** Checks what can be checked before anything is made. */
    public VenueOpening(Settings settings) {
        this.settings = settings;
        folder = settings.dataDir();
        require(
                settings.speed() >= 0.01 && settings.speed() <= 300,
                "sim.speed",
                settings.speed(),
                "0.01 to 300");
        require(
                settings.historyDays() >= 1 && settings.historyDays() <= MOST_HISTORY_DAYS,
                "sim.history-days",
                settings.historyDays(),
                "1 to " + MOST_HISTORY_DAYS);
        require(
                settings.commission().signum() >= 0 && settings.commission().doubleValue() <= 0.1,
                "sim.commission",
                settings.commission(),
                "a fraction of 0 to 0.1");
    }

    private static void require(boolean fine, String name, Object value, String right) {
        if (!fine) {
            throw new IllegalArgumentException(
                    "%s is %s, but must be %s".formatted(name, value, right));
        }
    }

    /** Opens it; market time starts at the wall's {@code nanos}. */
    public Venue open(long nanos) {
        try {
            Files.createDirectories(folder.resolve("candles"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        var listings = settings.symbols().stream().map(Listing::of).toList();
        var identity =
                "generated seed=%d start=%s history=%d symbols=%s"
                        .formatted(
                                settings.seed(),
                                settings.start(),
                                settings.historyDays(),
                                String.join(",", settings.symbols()));
        var files = new TreeMap<String, CandleFile>();
        for (var symbol : settings.symbols()) {
            files.put(symbol, new CandleFile(folder.resolve("candles").resolve(symbol + "-1m")));
        }
        var start = Interval.M1.openOf(settings.start().toEpochMilli());
        var tape =
                new GeneratedTape(
                        settings.seed(),
                        listings,
                        start - settings.historyDays() * 1440L * Interval.MINUTE);
        var checkpoint = checkpoint(identity);
        var tradeIds = new HashMap<String, Long>();
        if (checkpoint == null) {
            files.values().forEach(file -> file.cutFrom(Long.MIN_VALUE));
            writeHistory(tape, files, start);
            new Checkpoint(identity, start, tradeIds, tape.position()).write(checkpointPath());
        } else {
            start = checkpoint.nextMinute();
            tape.resume(start, checkpoint.tape());
            tradeIds.putAll(checkpoint.tradeIds());
            for (var file : files.values()) {
                file.cutFrom(start);
            }
        }
        return assemble(listings, files, tradeIds, identity, new MarketSource(tape, start), nanos);
    }

    private Venue assemble(
            List<Listing> listings,
            Map<String, CandleFile> files,
            Map<String, Long> tradeIds,
            String identity,
            MarketSource source,
            long nanos) {
        var feeRate = Amounts.parse(settings.commission().toPlainString());
        var engine = new Engine(listings.stream().map(Listing::instrument).toList(), feeRate);
        var ledger = new LedgerFile(folder.resolve("ledger.jsonl"), engine::restore);
        var tickers = new TreeMap<String, Ticker>();
        files.forEach((symbol, file) -> {
            tickers.put(
                    symbol, new Ticker(file, tradeIds.getOrDefault(symbol, 0L), source.start()));
            file.last().ifPresent(candle -> engine.mark(symbol, candle.close(), true));
        });
        var books = new Books(identity, ledger, files, checkpointPath());
        return new Venue(engine, books, tickers, source, settings.speed(), nanos);
    }

    private static void writeHistory(
            GeneratedTape tape, Map<String, CandleFile> files, long until) {
        var pending = new TreeMap<String, List<Candle>>();
        files.keySet().forEach(symbol -> pending.put(symbol, new ArrayList<>()));
        var done = false;
        while (!done) {
            for (var entry : tape.nextCandles().entrySet()) {
                done = entry.getValue().openTime() + Interval.MINUTE >= until;
                pending.getOrDefault(entry.getKey(), new ArrayList<>()).add(entry.getValue());
            }
            for (var entry : pending.entrySet()) {
                var file = files.get(entry.getKey());
                if (file != null && (done || entry.getValue().size() >= 4096)) {
                    file.append(entry.getValue());
                    entry.getValue().clear();
                }
            }
        }
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

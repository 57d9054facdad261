package pro.cryptotrader.simulator.venue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.market.RecordedFile;
import pro.cryptotrader.simulator.market.Recording;
import pro.cryptotrader.simulator.market.ReplayTape;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;

/** A market from recorded files; what was recorded before the replay begins is its history. */
final class ReplayPlan implements MarketPlan {
    /** 2,100 five-minute candles, rounded up. */
    private static final long USUAL_HISTORY = 180 * 60 * Interval.MINUTE;

    private final List<RecordedFile> files;
    private final List<Recording> recordings = new ArrayList<>();
    private final long seed;
    private final long start;

    ReplayPlan(Settings settings, Rulebook rulebook) {
        seed = settings.seed();
        files =
                settings.files().orElse(List.of()).stream()
                        .map(name -> RecordedFile.of(Path.of(name.strip())))
                        .toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "sim.market is replay, but sim.files names no file; it must name at least one CSV file");
        }
        new TreeMap<>(files.stream().collect(Collectors.groupingBy(RecordedFile::symbol)))
                .forEach((symbol, of) -> {
                    var recording = Recording.of(symbol, of);
                    recordings.add(recording.with(rulebook.stated(recording.listing())));
                });
        start = start(settings);
    }

    private long start(Settings settings) {
        var first = recordings.stream().mapToLong(Recording::first).max().orElseThrow();
        var last = recordings.stream().mapToLong(Recording::last).min().orElseThrow();
        if (first >= last) {
            throw new IllegalArgumentException(
                    "the recordings have no time in common: the youngest begins at %s, the oldest ends at %s"
                            .formatted(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last)));
        }
        var wanted =
                settings.replayFrom()
                        .map(Instant::toEpochMilli)
                        .orElse(first + Math.min((last - first) / 2, USUAL_HISTORY));
        if (wanted < first || wanted > last) {
            throw new IllegalArgumentException(
                    "sim.replay-from is %s, but must be %s to %s"
                            .formatted(
                                    Instant.ofEpochMilli(wanted),
                                    Instant.ofEpochMilli(first),
                                    Instant.ofEpochMilli(last)));
        }
        var longest =
                recordings.stream().mapToLong(Recording::interval).max().orElse(Interval.MINUTE);
        var grid = Math.max(longest, Interval.MINUTE);
        return wanted - Math.floorMod(wanted, grid);
    }

    @Override
    public String identity() {
        var names =
                files.stream()
                        .map(file -> file.path().getFileName() + ":" + size(file.path()))
                        .sorted()
                        .collect(Collectors.joining(","));
        return "replay seed=%d from=%s files=%s"
                .formatted(seed, Instant.ofEpochMilli(start), names);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + path, e);
        }
    }

    @Override
    public List<Listing> listings() {
        return recordings.stream().map(Recording::listing).toList();
    }

    @Override
    public MarketSource first(Map<String, CandleFile> candleFiles) {
        for (var recording : recordings) {
            var file = candleFiles.get(recording.symbol());
            if (file != null) {
                writeHistory(recording, file);
            }
        }
        return new MarketSource(new ReplayTape(recordings, seed, start), start, false);
    }

    /**
     * Recorded minutes are history as they are; of anything else the minutes are built from its
     * trades.
     */
    private void writeHistory(Recording recording, CandleFile file) {
        var recordedMinutes =
                recording.interval() == Interval.MINUTE
                        && recording.files().getFirst().kind() == RecordedFile.Kind.CANDLES;
        if (recordedMinutes) {
            for (var recorded : recording.files()) {
                try (var rows = recorded.rows()) {
                    var batch = new ArrayList<Candle>();
                    while (rows.hasNext()) {
                        var candle = Recording.candle(rows.next());
                        if (candle.openTime() < start) {
                            batch.add(candle);
                        }
                    }
                    file.append(batch);
                }
            }
            return;
        }
        var tape = new ReplayTape(List.of(recording), seed, Interval.M1.openOf(recording.first()));
        var batch = new ArrayList<Candle>();
        for (var minute = tape.next();
                minute.isPresent() && minute.get().openTime() < start;
                minute = tape.next()) {
            var openTime = minute.get().openTime();
            var trades = minute.get().trades();
            if (!trades.isEmpty()) {
                batch.add(folded(trades, openTime));
            } else if (!batch.isEmpty()) {
                batch.add(Candle.flat(openTime, batch.getLast().close()));
            }
        }
        file.append(batch);
    }

    private static Candle folded(List<MarketTrade> trades, long openTime) {
        var candle = Candle.of(openTime, trades.getFirst());
        for (var trade : trades.subList(1, trades.size())) {
            candle = candle.and(Candle.of(openTime, trade), openTime);
        }
        return candle;
    }

    @Override
    public MarketSource resume(Checkpoint checkpoint, Map<String, CandleFile> candleFiles) {
        var from = checkpoint.nextMinute();
        return new MarketSource(new ReplayTape(recordings, seed, from), from, false);
    }
}

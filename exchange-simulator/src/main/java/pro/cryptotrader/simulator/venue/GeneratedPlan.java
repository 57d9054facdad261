package pro.cryptotrader.simulator.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.GeneratedTape;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;

/** A market from a seed, with some days of history before its start. */
final class GeneratedPlan implements MarketPlan {
    private static final int BATCH = 4096;
    private static final int MOST_HISTORY_DAYS = 3650;

    private final Settings settings;
    private final List<Listing> listings;
    private final long start;
    private final GeneratedTape tape;

    GeneratedPlan(Settings settings, Rulebook rulebook) {
        if (settings.historyDays() < 1 || settings.historyDays() > MOST_HISTORY_DAYS) {
            throw new IllegalArgumentException(
                    "sim.history-days is %d, but must be 1 to %d"
                            .formatted(settings.historyDays(), MOST_HISTORY_DAYS));
        }
        this.settings = settings;
        listings = settings.symbols().stream().map(Listing::of).map(rulebook::stated).toList();
        start = Interval.M1.openOf(settings.start().toEpochMilli());
        tape =
                new GeneratedTape(
                        settings.seed(),
                        listings,
                        start - settings.historyDays() * 1440L * Interval.MINUTE);
    }

    @Override
    public String identity() {
        return "generated seed=%d start=%s history=%d symbols=%s"
                .formatted(
                        settings.seed(),
                        settings.start(),
                        settings.historyDays(),
                        String.join(",", settings.symbols()));
    }

    @Override
    public List<Listing> listings() {
        return listings;
    }

    @Override
    public MarketSource first(Map<String, CandleFile> files) {
        var pending = new TreeMap<String, List<Candle>>();
        for (var minute = start - settings.historyDays() * 1440L * Interval.MINUTE;
                minute < start;
                minute += Interval.MINUTE) {
            tape.nextCandles()
                    .forEach((symbol, candle) -> {
                        var batch = pending.computeIfAbsent(symbol, _ -> new ArrayList<>());
                        batch.add(candle);
                        if (batch.size() == BATCH || candle.openTime() + Interval.MINUTE == start) {
                            var file = files.get(symbol);
                            if (file != null) {
                                file.append(batch);
                            }
                            batch.clear();
                        }
                    });
        }
        return new MarketSource(tape, start, false);
    }

    @Override
    public MarketSource resume(Checkpoint checkpoint, Map<String, CandleFile> files) {
        tape.resume(checkpoint.nextMinute(), checkpoint.tape());
        return new MarketSource(tape, checkpoint.nextMinute(), false);
    }
}

package pro.cryptotrader.simulator.venue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.market.MarketTape;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;
import pro.cryptotrader.simulator.upstream.Upstream;

/** Another venue's market, relayed as it happens; its candles are fetched anew at every start. */
final class UpstreamPlan implements MarketPlan {
    private final Settings settings;
    private final Rulebook rulebook;
    private final Upstream upstream;

    UpstreamPlan(Settings settings, Rulebook rulebook, Upstream upstream) {
        this.rulebook = rulebook;
        this.settings = settings;
        this.upstream = upstream;
    }

    @Override
    public String identity() {
        return "upstream symbols=" + String.join(",", settings.symbols());
    }

    @Override
    public List<Listing> listings() {
        return settings.symbols().stream().map(Listing::of).map(rulebook::stated).toList();
    }

    @Override
    public MarketSource first(Map<String, CandleFile> files) {
        var now = upstream.openMinute(settings.symbols().getFirst());
        var from = now - upstream.historyDays() * 1440L * Interval.MINUTE;
        files.forEach((symbol, file) -> file.append(upstream.minutes(symbol, from, now)));
        return new MarketSource(new EmptyTape(), now, true);
    }

    @Override
    public MarketSource resume(Checkpoint checkpoint, Map<String, CandleFile> files) {
        files.values().forEach(file -> file.cutFrom(Long.MIN_VALUE));
        return first(files);
    }

    private static final class EmptyTape implements MarketTape {
        @Override
        public Optional<Minute> next() {
            return Optional.empty();
        }

        @Override
        public Map<String, double[]> position() {
            return Map.of();
        }
    }
}

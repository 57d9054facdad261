package pro.cryptotrader.simulator.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A market that happened, from recordings. Minutes of which nothing is recorded are left out. */
public final class ReplayTape implements MarketTape {
    private final Map<String, RecordedTrades> symbols = new TreeMap<>();
    private long minute;

    /**
     * Replays from {@code from} on, a full minute in milliseconds; the seed decides how candles are
     * walked.
     */
    public ReplayTape(List<Recording> recordings, long seed, long from) {
        for (var recording : recordings) {
            symbols.put(recording.symbol(), new RecordedTrades(recording, seed, from));
        }
        minute = from;
    }

    @Override
    public Optional<Minute> next() {
        var earliest =
                symbols.values().stream()
                        .mapToLong(RecordedTrades::nextTime)
                        .min()
                        .orElse(Long.MAX_VALUE);
        var standing = standing(minute);
        if (standing.isEmpty() && earliest == Long.MAX_VALUE) {
            return Optional.empty();
        }
        if (standing.isEmpty()) {
            minute = Math.max(minute, Interval.M1.openOf(earliest));
        }
        var openTime = minute;
        minute += Interval.MINUTE;
        var trades = new ArrayList<MarketTrade>();
        symbols.values().forEach(recorded -> recorded.take(minute, trades::add));
        trades.sort(Comparator.comparingLong(MarketTrade::time));
        return Optional.of(new Minute(openTime, trades, standing(openTime)));
    }

    private Map<String, Long> standing(long openTime) {
        var standing = new TreeMap<String, Long>();
        symbols.forEach((symbol, recorded) -> {
            var price = recorded.standing(openTime);
            if (price >= 0) {
                standing.put(symbol, price);
            }
        });
        return standing;
    }

    @Override
    public Map<String, double[]> position() {
        return Map.of();
    }
}

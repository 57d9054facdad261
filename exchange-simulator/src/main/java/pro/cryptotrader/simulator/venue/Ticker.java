package pro.cryptotrader.simulator.venue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.store.CandleFile;

/**
 * What has been traded of one symbol: recent trades, closed candles on disk, and the candles still
 * open.
 */
final class Ticker {

    private final CandleFile file;
    private final TradeLog trades;
    private final Map<Interval, Candle> begun = new EnumMap<>(Interval.class);
    private @Nullable Candle minute;
    private long lastTradeId;

    Ticker(CandleFile file, TradeLog trades, long lastTradeId, long nextMinute) {
        this.file = file;
        this.trades = trades;
        this.lastTradeId = lastTradeId;
        foldFrom(nextMinute);
    }

    private void foldFrom(long nextMinute) {
        for (var interval : Interval.values()) {
            var bucket = interval.openOf(nextMinute);
            if (interval != Interval.M1) {
                file.forEach(bucket, nextMinute, candle -> fold(interval, candle));
            }
        }
    }

    private void fold(Interval interval, Candle candle) {
        var open = interval.openOf(candle.openTime());
        var before = begun.get(interval);
        begun.put(interval, before == null ? candle.openedAt(open) : before.and(candle, open));
    }

    CandleFile file() {
        return file;
    }

    long lastTradeId() {
        return lastTradeId;
    }

    TradeLog trades() {
        return trades;
    }

    /** A minute begins, with its first trade still to come. */
    void open(long openTime, long price) {
        minute = Candle.flat(openTime, price);
    }

    MarketTrade traded(MarketTrade trade) {
        var known = trade.id() == 0 ? trade.numbered(lastTradeId + 1) : trade;
        lastTradeId = known.id();
        var openTime = Interval.M1.openOf(trade.time());
        var single = Candle.of(openTime, known);
        var before = minute;
        minute =
                before == null || before.trades() == 0 || before.openTime() != openTime
                        ? single
                        : before.and(single, openTime);
        trades.add(known);
        return known;
    }

    /**
     * Puts candles in the place of what was seen since the first of them opened; the last is the
     * open one.
     */
    void repair(List<Candle> candles) {
        if (candles.isEmpty()) {
            return;
        }
        file.cutFrom(candles.getFirst().openTime());
        file.append(candles.subList(0, candles.size() - 1));
        minute = candles.getLast();
        begun.clear();
        foldFrom(candles.getLast().openTime());
    }

    /** The minute still open. */
    Optional<Candle> minute() {
        return Optional.ofNullable(minute);
    }

    /** The candle of {@code interval} still open, with all that was traded so far. */
    Optional<Candle> current(Interval interval) {
        var closedPart = begun.get(interval);
        var open = minute;
        if (open == null || closedPart == null) {
            return Optional.ofNullable(
                    open == null ? closedPart : open.openedAt(interval.openOf(open.openTime())));
        }
        return Optional.of(closedPart.and(open, closedPart.openTime()));
    }

    /** Ends the open minute; empty if there was none. */
    Optional<Candle> closeMinute() {
        var closed = Optional.ofNullable(minute);
        closed.ifPresent(candle -> {
            file.append(List.of(candle));
            for (var interval : Interval.values()) {
                fold(interval, candle);
            }
        });
        minute = null;
        return closed;
    }

    /** Ends the open candle of {@code interval} if it ended by {@code time}; empty otherwise. */
    Optional<Candle> closeEndedBy(Interval interval, long time) {
        var candle = begun.get(interval);
        if (candle == null || interval.endOf(candle.openTime()) > time) {
            return Optional.empty();
        }
        begun.remove(interval);
        return Optional.of(candle);
    }
}

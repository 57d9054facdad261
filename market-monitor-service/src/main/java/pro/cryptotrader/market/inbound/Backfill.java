package pro.cryptotrader.market.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import pro.cryptotrader.binance.market.PublicMarket;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.market.CandleSequence;
import pro.cryptotrader.market.MarketMonitor;
import pro.cryptotrader.market.SymbolCandles;

/** Brings a symbol's candles up to now over REST: its history at first, later what was missed. */
final class Backfill {
    private static final Logger LOG = Logger.getLogger(Backfill.class);
    private static final int PER_TRANSACTION = 500;
    private static final Interval LONGEST = Collections.max(Arrays.asList(Interval.values()));

    private final PublicMarket market;
    private final MarketMonitor monitor;
    private final int history;

    Backfill(PublicMarket market, MarketMonitor monitor, int history) {
        this.market = market;
        this.monitor = monitor;
        this.history = history;
    }

    /** Candles of which every one that the venue had closed a moment ago is published. */
    SymbolCandles begin(Symbol symbol) {
        if (!monitor.progress(symbol).containsKey(Interval.M1)) {
            publishHistory(symbol);
        }
        var progress = monitor.progress(symbol);
        var last = progress.get(Interval.M1);
        var next = last == null ? Instant.EPOCH : last.plus(Interval.M1.duration());
        var candles = new SymbolCandles(symbol, progress, LONGEST.openTimeOf(next));
        int missed = catchUp(symbol, candles);
        LOG.infof("%s: %d missed candles published, now at %s", symbol, missed, candles.next());
        return candles;
    }

    /**
     * Publishes the closed minutes that are missing and that the venue has.
     *
     * @return how many candles of all intervals were published
     */
    int catchUp(Symbol symbol, SymbolCandles candles) {
        int published = 0;
        while (true) {
            var minutes = market.closedCandlesFrom(symbol, Interval.M1, candles.next());
            if (minutes.isEmpty()) {
                return published;
            }
            var news = new ArrayList<CandleClosed>();
            for (var minute : minutes) {
                news.addAll(candles.accept(minute, true));
            }
            publish(news);
            published += news.size();
        }
    }

    private void publishHistory(Symbol symbol) {
        var minutes = market.latestClosedCandles(symbol, Interval.M1, history);
        if (minutes.isEmpty()) {
            return;
        }
        var known = minutes.getLast().closeTime();
        // The minutes last: once they are there, the history counts as complete.
        for (var interval : Interval.values()) {
            if (interval != Interval.M1) {
                publishHistory(
                        market.latestClosedCandles(symbol, interval, history).stream()
                                .filter(candle -> !candle.closeTime().isAfter(known))
                                .toList());
            }
        }
        publishHistory(minutes);
    }

    private void publishHistory(List<Candle> candles) {
        var whole = new ArrayList<CandleClosed>();
        Candle last = null;
        for (var candle : candles) {
            while (last != null && last.closeTime().isBefore(candle.openTime())) {
                last = CandleSequence.quiet(last);
                whole.add(new CandleClosed(last, true));
            }
            whole.add(new CandleClosed(candle, true));
            last = candle;
        }
        publish(whole);
    }

    private void publish(List<CandleClosed> candles) {
        for (int from = 0; from < candles.size(); from += PER_TRANSACTION) {
            monitor.publish(
                    candles.subList(from, Math.min(candles.size(), from + PER_TRANSACTION)));
        }
    }
}

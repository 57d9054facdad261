package pro.cryptotrader.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.signal.AnchoredStream;
import pro.cryptotrader.core.signal.RuleEnsemble;
import pro.cryptotrader.core.signal.SignalDesk;

/** Five-minute candles of a seeded random walk, and the signals they must give. */
record Market(Symbol symbol, List<Candle> candles, int historyCandles) {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    static Market of(String symbol, int history, int live) {
        var random = new Random(symbol.hashCode());
        var candles = new ArrayList<Candle>();
        double price = 2_000;
        for (int i = 0; i < history + live; i++) {
            double open = price;
            double high = price;
            double low = price;
            for (int step = 0; step < 10; step++) {
                price *= 1 + 0.0005 * random.nextGaussian();
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            candles.add(
                    new Candle(
                            Symbol.of(symbol),
                            Interval.M5,
                            START.plusSeconds(300L * i),
                            cents(open),
                            cents(high),
                            cents(low),
                            cents(price),
                            BigDecimal.valueOf(1 + random.nextInt(100_000), 3),
                            BigDecimal.valueOf(1 + random.nextInt(100_000), 2),
                            1 + random.nextInt(500)));
        }
        return new Market(Symbol.of(symbol), candles, history);
    }

    private static Price cents(double price) {
        return new Price(BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN));
    }

    /** The message of each candle, in order. */
    Envelope<?>[] messages(int from, int to) {
        var messages = new ArrayList<Envelope<?>>();
        for (int i = from; i < to; i++) {
            messages.add(message(i));
        }
        return messages.toArray(Envelope<?>[]::new);
    }

    Envelope<CandleClosed> message(int index) {
        var candle = candles.get(index);
        return Envelope.root(
                candle.id(),
                "market-monitor-service",
                candle.closeTime(),
                new CandleClosed(candle, index < historyCandles));
    }

    Candle last() {
        return candles.getLast();
    }

    int size() {
        return candles.size();
    }

    /** What an uninterrupted desk says, one signal for each live candle. */
    List<Signal> expectedSignals() {
        var desk = new SignalDesk();
        var stream = new AnchoredStream(symbol, Interval.M5, RuleEnsemble::usual);
        var signals = new ArrayList<Signal>();
        for (int i = 0; i < candles.size(); i++) {
            desk.decide(stream, message(i).data())
                    .events()
                    .forEach(event -> signals.add((Signal) event));
        }
        return signals;
    }
}

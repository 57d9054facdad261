package pro.cryptotrader.gateway;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.testing.TopicFeed;

/** A market for the screen: the same seed walks the same way. */
final class Market {
    private final Random random = new Random(7);
    private final TopicFeed feed;

    Market(TopicFeed feed) {
        this.feed = feed;
    }

    void list(String symbol, String tickSize) {
        feed.publish(
                Envelope.root(
                        UUID.randomUUID(),
                        "market-monitor-service",
                        Instant.EPOCH,
                        new InstrumentListed(
                                new Instrument(
                                        Symbol.of(symbol),
                                        new BigDecimal(tickSize),
                                        new BigDecimal("0.00001"),
                                        Quantity.of("0.00001"),
                                        Quantity.of("9000"),
                                        Money.of("5"),
                                        true),
                                Instant.EPOCH)));
    }

    /** {@code count} candles, the last of which closes at {@code until}; answers its close. */
    double candles(String symbol, Interval interval, Instant until, int count, double price) {
        double last = price;
        for (int place = count; place >= 1; place--) {
            double open = last;
            double close = open * (1 + random.nextGaussian() * 0.0012);
            double high = Math.max(open, close) * (1 + Math.abs(random.nextGaussian()) * 0.0006);
            double low = Math.min(open, close) * (1 - Math.abs(random.nextGaussian()) * 0.0006);
            last = close;
            var candle =
                    new Candle(
                            Symbol.of(symbol),
                            interval,
                            until.minus(interval.duration().multipliedBy(place)),
                            price(open),
                            price(high),
                            price(low),
                            price(close),
                            new BigDecimal("3.25"),
                            new BigDecimal("300000"),
                            120);
            feed.publish(
                    Envelope.root(
                            candle.id(),
                            "market-monitor-service",
                            candle.closeTime(),
                            new CandleClosed(candle, place > 1)));
        }
        return last;
    }

    void tick(String symbol, double price, Instant at) {
        feed.publish(
                Envelope.root(
                        UUID.randomUUID(),
                        "market-monitor-service",
                        at,
                        new Tick(
                                Symbol.of(symbol),
                                price(price),
                                price(price * 0.99995),
                                price(price * 1.00005),
                                1,
                                at)));
    }

    void heartbeat(String component, Heartbeat.Status status, Map<String, String> details) {
        var facts =
                component.equals("executor-service")
                        ? Map.of(Heartbeat.VENUE, "SIMULATOR")
                        : Map.<String, String>of();
        heartbeat(component, status, details, facts);
    }

    /** The executor says where it trades. */
    void venue(String name) {
        heartbeat("executor-service", Heartbeat.Status.UP, Map.of(), Map.of(Heartbeat.VENUE, name));
    }

    private void heartbeat(
            String component,
            Heartbeat.Status status,
            Map<String, String> details,
            Map<String, String> facts) {
        var now = Instant.now();
        feed.publish(
                Envelope.root(
                        UUID.randomUUID(),
                        component,
                        now,
                        new Heartbeat(
                                component,
                                "0",
                                status,
                                details,
                                facts,
                                now.minus(Duration.ofHours(1)),
                                now)));
    }

    static Price price(double value) {
        return new Price(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN));
    }
}

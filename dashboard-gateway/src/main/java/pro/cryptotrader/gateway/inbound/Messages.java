package pro.cryptotrader.gateway.inbound;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.Projections;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.live.PriceBoard;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.outbound.Candles;
import pro.cryptotrader.gateway.readmodel.Json;
import pro.cryptotrader.messaging.Intake;

/** Every topic that the dashboard shows: into the database first, then onto the screens. */
@ApplicationScoped
public class Messages {
    private final Intake intake;
    private final Projections projections;
    private final Candles candles;
    private final PriceBoard prices;
    private final LiveFeed feed;
    private final Json json;

    Messages(
            Intake intake,
            Projections projections,
            Candles candles,
            PriceBoard prices,
            LiveFeed feed,
            Json json) {
        this.intake = intake;
        this.projections = projections;
        this.candles = candles;
        this.prices = prices;
        this.feed = feed;
        this.json = json;
    }

    @Incoming("ticks")
    @Blocking
    void onTick(ConsumerRecord<String, String> message) {
        intake.handle(
                message,
                event -> {
                    if (event.data() instanceof Tick tick) {
                        prices.accept(tick);
                    }
                });
    }

    @Incoming("candles")
    @Blocking
    void onCandles(ConsumerRecords<String, String> messages) {
        var events = new ArrayList<CandleClosed>(messages.count());
        for (var message : messages) {
            intake.handle(
                    message,
                    event -> {
                        if (event.data() instanceof CandleClosed closed) {
                            events.add(closed);
                        }
                    });
        }
        if (events.isEmpty()) {
            return;
        }
        candles.store(events.stream().map(CandleClosed::candle).toList());
        var loaded = new LinkedHashSet<Series>();
        for (var event : events) {
            if (event.history()) {
                loaded.add(Series.of(event.candle()));
            } else {
                feed.publish(new Push("candle", null, json.write(event.candle())));
            }
        }
        loaded.forEach(series -> feed.publish(new Push("candles", null, json.write(series))));
    }

    /**
     * Positions and money come with every price. Of those that wait together only the last of each
     * position, and of each account's minute, counts: so a busy market leaves nothing behind.
     */
    @Incoming("state-events")
    @Blocking
    void onStates(ConsumerRecords<String, String> messages) {
        var latest = new LinkedHashMap<String, ConsumerRecord<String, String>>();
        for (var message : messages) {
            intake.handle(message, event -> latest.putLast(subject(event.data()), message));
        }
        latest.values().forEach(message -> intake.handle(message, this::project));
    }

    private static String subject(Event event) {
        return switch (event) {
            case PositionChanged position -> position.key() + "|" + position.positionId();
            case AccountStateChanged state ->
                    state.account() + "|" + state.at().truncatedTo(ChronoUnit.MINUTES);
            default -> event.key();
        };
    }

    @Incoming("account-events")
    @Blocking
    void onAccountEvent(ConsumerRecord<String, String> message) {
        intake.handle(message, this::project);
    }

    /** Apart from the others, so that a stop is seen at once, however much else there is to do. */
    @Incoming("engine-events")
    @Blocking
    void onEngineEvent(ConsumerRecord<String, String> message) {
        intake.handle(message, this::project);
    }

    @Incoming("market-events")
    @Blocking
    void onMarketEvent(ConsumerRecord<String, String> message) {
        intake.handle(message, this::project);
    }

    @Incoming("backtests")
    @Blocking
    void onBacktest(ConsumerRecord<String, String> message) {
        intake.handle(message, this::project);
    }

    private void project(Envelope<Event> event) {
        projections.apply(event).forEach(feed::publish);
    }

    /** History of this symbol and interval has come in: a chart that shows it loads it again. */
    private record Series(String symbol, String interval) {
        static Series of(Candle candle) {
            return new Series(candle.symbol().toString(), candle.interval().code());
        }
    }
}

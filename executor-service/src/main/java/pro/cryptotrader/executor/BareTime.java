package pro.cryptotrader.executor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.core.execution.Trade;

/**
 * Measures how long something is held while, by what we know, nothing of ours rests at the venue.
 * Kept beside the trade, so that the time in which nobody was running counts.
 */
@ApplicationScoped
class BareTime {
    /** Shorter ones are the way of two messages about one event; they are only measured. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private final InstantSource wall;
    private final Timer ended;

    BareTime(InstantSource wall, MeterRegistry metrics) {
        this.wall = wall;
        this.ended =
                Timer.builder("position_unprotected_ended")
                        .description("Times without protection that are over")
                        .register(metrics);
    }

    /** Since when the trade is bare now; null when it is not. */
    @Nullable Instant since(
            @Nullable Instant before, Trade after, @Nullable Instrument instrument) {
        if (!after.isBare(instrument)) {
            return null;
        }
        return before == null ? wall.instant() : before;
    }

    /** What is said about a time without protection that has just ended. */
    Optional<TradingLog> ended(
            @Nullable Instant before, @Nullable Instant after, Trade trade, Instant now) {
        if (before == null || after != null) {
            return Optional.empty();
        }
        var time = Duration.between(before, wall.instant());
        ended.record(time);
        if (time.compareTo(WORTH_TELLING) < 0) {
            return Optional.empty();
        }
        var seconds = Long.toString(time.toSeconds());
        return Optional.of(
                new TradingLog(
                        trade.account(),
                        TradingLog.Level.WARNING,
                        Announcements.SOURCE,
                        "What is held in %s was without protection for %s s"
                                .formatted(trade.symbol(), seconds),
                        Map.of("symbol", trade.symbol().toString(), "unprotectedSeconds", seconds),
                        now));
    }
}

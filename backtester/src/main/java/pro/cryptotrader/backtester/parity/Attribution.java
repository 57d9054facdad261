package pro.cryptotrader.backtester.parity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.replay.JsonField;

/**
 * Which differences have a known cause. A price, a quantity, a commission, a signal or a verdict
 * never has one.
 *
 * @param executorClock what the executor's clock shows at a moment of the venue's clock: the time
 *     of the last tick until then
 */
public record Attribution(UnaryOperator<Instant> executorClock) {

    /** Why live and backtest say something in other words. */
    public enum Cause {
        /** The executor takes market time from the latest tick, the backtest from the candle. */
        MARKET_CLOCK,
        /** The executor learns of it by reply or by stream, the backtest from its own venue. */
        WAY_OF_NEWS,
        /** Orders of two accounts reached the venue in one millisecond, and it numbers them. */
        ORDER_OF_ARRIVAL
    }

    /** The cause of a field's difference; null when there is none that is known. */
    @Nullable Cause of(
            Transcript.Kind kind,
            String type,
            JsonField field,
            VenueNumbers live,
            VenueNumbers backtest) {
        if (field.path().equals("venueOrderId") || field.path().equals("tradeId")) {
            return live.areOfOneMoment(backtest, field.path(), field.recorded(), field.replayed())
                    ? Cause.ORDER_OF_ARRIVAL
                    : null;
        }
        if (kind != Transcript.Kind.ORDER) {
            return null;
        }
        return switch (field.path()) {
            case "evidence" ->
                    field.recorded().isBlank() || field.replayed().isBlank()
                            ? null
                            : Cause.WAY_OF_NEWS;
            case "at" -> isStampedByExecutor(type) && isItsClock(field) ? Cause.MARKET_CLOCK : null;
            default -> null;
        };
    }

    /** The others carry the venue's own time. */
    private static boolean isStampedByExecutor(String type) {
        return type.equals("order.intended.v1") || type.equals("order.not-sent.v1");
    }

    private boolean isItsClock(JsonField field) {
        try {
            var venue = Instant.parse(field.replayed());
            return executorClock.apply(venue).equals(Instant.parse(field.recorded()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}

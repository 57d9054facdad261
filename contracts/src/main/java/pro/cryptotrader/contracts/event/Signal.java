package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What the strategies say at the close of one candle; made once per symbol, interval and strategy
 * and shared by all accounts. Its event id is the signal's id. Topic {@code signals}.
 *
 * @param strategy who speaks, such as {@code rule-ensemble}
 * @param confidence 0 to 100
 * @param entry the candle's close
 * @param stopLoss where the idea is wrong; null for HOLD
 * @param takeProfit where the idea is fulfilled; null for HOLD
 * @param candleOpenTime the judged candle's open time
 * @param expiresAt market time from which nobody may act on it
 * @param votes each strategy's opinion with its reason, in the order in which they are configured
 * @param model the model's id (SHA-256 of its artifact), null when rules speak alone
 * @param gate whether a model may trade
 */
public record Signal(
        Symbol symbol,
        Interval interval,
        String strategy,
        SignalType type,
        int confidence,
        Price entry,
        @Nullable Price stopLoss,
        @Nullable Price takeProfit,
        Instant candleOpenTime,
        Instant expiresAt,
        List<Vote> votes,
        @Nullable String model,
        Gate gate)
        implements MarketEvent {
    public Signal {
        votes = List.copyOf(votes);
        if (confidence < 0 || confidence > 100) {
            throw new IllegalArgumentException("confidence is 0 to 100, not " + confidence);
        }
        if (type != SignalType.HOLD && (stopLoss == null || takeProfit == null)) {
            throw new IllegalArgumentException(
                    "a %s signal on %s needs a stop-loss and a take-profit"
                            .formatted(type, symbol));
        }
    }

    /** What a signal asks for. */
    public enum SignalType {
        BUY,
        SELL,
        HOLD
    }

    /**
     * One strategy's opinion.
     *
     * @param score -100 (sell) to 100 (buy)
     * @param weight the share it has in the result, 0 to 100 per cent
     * @param reason in words a trader understands, with the numbers
     */
    public record Vote(String strategy, int score, int weight, String reason) {
        public Vote {
            if (score < -100 || score > 100 || weight < 0 || weight > 100) {
                throw new IllegalArgumentException(
                        "%s: score is -100 to 100 and weight 0 to 100, not %d and %d"
                                .formatted(strategy, score, weight));
            }
        }
    }

    /**
     * Whether a model has earned the right to originate signals; {@code NO_MODEL} means rules trade
     * alone.
     */
    public enum Gate {
        NO_MODEL,
        CLOSED,
        OPEN
    }
}

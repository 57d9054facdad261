package pro.cryptotrader.core.signal;

/**
 * A way to judge a market: sees every closed candle of one symbol and interval in order and says at
 * each what it thinks. To add one, implement this and give {@link RuleEnsemble} a fresh instance
 * per stream.
 *
 * <p>Its answers may depend on nothing but the candles it was given: no clock, no random numbers,
 * no files, no {@code Math.exp} and the like (the platform's last digit differs; {@code StrictMath}
 * has the same everywhere). What it remembers must fade within 1,000 candles, because that is the
 * least a stream has seen before it speaks: no cumulative volume, no all-time high.
 */
public interface Strategy {
    /** Names it in votes and configuration: lower case, words joined by dashes. */
    String name();

    /** How many candles it needs before its score means something; at most 1,000. */
    int warmUp();

    /** Takes the next closed candle. */
    void update(Bar bar);

    /** -100 (sell) to 100 (buy) at the latest candle; 0 has no opinion. */
    int score();

    /**
     * Why, in words a trader understands and with the numbers that led to the score. Asked for only
     * when somebody reads it, so that it may cost more than the score.
     */
    String reason();
}

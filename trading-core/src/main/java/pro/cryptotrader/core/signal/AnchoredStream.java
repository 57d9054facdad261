package pro.cryptotrader.core.signal;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The ensembles that watch one symbol and interval. What they say at a candle depends only on the
 * candles since its anchor, the last multiple of 1,000 candles that lies at least 1,000 back; so a
 * restart, a replay and a live stream give the same signals wherever they began. Two ensembles
 * overlap to make that so: one starts at every multiple of 1,000, and the older of the two speaks.
 *
 * <p>It changes in place, for speed. Whoever loses a transaction after {@link SignalDesk#decide}
 * throws the stream away and feeds a new one from the candles that are kept.
 */
public final class AnchoredStream {
    /** Distance between two anchors, in candles. */
    public static final int BLOCK = 1_000;

    /** So many candles before the first judged one always reach back to its anchor. */
    public static final int ENOUGH_HISTORY = 2 * BLOCK;

    private final Symbol symbol;
    private final Interval interval;
    private final Supplier<RuleEnsemble> newEnsemble;
    private RuleEnsemble older;
    private RuleEnsemble younger;
    private int seenByOlder;
    private int seenByYounger;
    private long firstIndex = Long.MIN_VALUE;
    private long lastIndex = Long.MIN_VALUE;

    /**
     * A stream that has seen nothing.
     *
     * @param newEnsemble gives a fresh ensemble at each call
     */
    public AnchoredStream(Symbol symbol, Interval interval, Supplier<RuleEnsemble> newEnsemble) {
        this.symbol = symbol;
        this.interval = interval;
        this.newEnsemble = newEnsemble;
        this.older = newEnsemble.get();
        this.younger = newEnsemble.get();
    }

    /**
     * Takes the next candle.
     *
     * @return false when it is not later than the last one, and nothing has changed
     * @throws IllegalArgumentException when it is of another symbol or interval
     */
    public boolean accept(Candle candle) {
        if (!candle.symbol().equals(symbol) || candle.interval() != interval) {
            throw new IllegalArgumentException(
                    "this stream watches %s %s, not %s %s"
                            .formatted(
                                    symbol,
                                    interval.code(),
                                    candle.symbol(),
                                    candle.interval().code()));
        }
        return accept(candle.openTime().getEpochSecond(), Bar.of(candle));
    }

    /**
     * Takes the next candle of this stream's symbol and interval without the object.
     *
     * @param openSecond open time in seconds since 1970, a multiple of the interval
     * @return false when it is not later than the last one, and nothing has changed
     */
    public boolean accept(long openSecond, Bar bar) {
        long index = openSecond / interval.seconds();
        if (index <= lastIndex) {
            return false;
        }
        if (lastIndex == Long.MIN_VALUE) {
            firstIndex = index;
        } else {
            turn(block(index) - block(lastIndex));
        }
        lastIndex = index;
        older.update(bar);
        younger.update(bar);
        seenByOlder++;
        seenByYounger++;
        return true;
    }

    private void turn(long blocks) {
        if (blocks == 0) {
            return;
        }
        older = blocks == 1 ? younger : newEnsemble.get();
        seenByOlder = blocks == 1 ? seenByYounger : 0;
        younger = newEnsemble.get();
        seenByYounger = 0;
    }

    /**
     * Whether the candles reach back to the anchor and are enough for every strategy. Where candles
     * are missing since the anchor, the speaker has seen fewer than its strategies rely on, and
     * more are waited for.
     */
    public boolean isWarm() {
        return firstIndex != Long.MIN_VALUE
                && firstIndex <= anchor(lastIndex)
                && seenByOlder >= BLOCK
                && older.isReady();
    }

    /** How far the warm-up is, for people; full when {@link #isWarm()}. */
    public Progress warmUp() {
        if (firstIndex == Long.MIN_VALUE) {
            return new Progress(0, BLOCK);
        }
        if (firstIndex <= anchor(lastIndex)) {
            return new Progress(Math.min(seenByOlder, BLOCK), BLOCK);
        }
        long firstAnchor = Math.ceilDiv(firstIndex, BLOCK) * BLOCK;
        int needed = (int) (firstAnchor + BLOCK - firstIndex) + 1;
        int seen = (int) Math.min(needed, lastIndex - firstIndex + 1);
        return new Progress(Math.min(seen, needed - 1), needed);
    }

    /** The ensemble that speaks; meaningful once {@link #isWarm()}. */
    public RuleEnsemble speaker() {
        return older;
    }

    public Symbol symbol() {
        return symbol;
    }

    public Interval interval() {
        return interval;
    }

    /** Open time of the last candle taken; null before the first. */
    public @Nullable Instant lastOpenTime() {
        return lastIndex == Long.MIN_VALUE
                ? null
                : Instant.ofEpochSecond(lastIndex * interval.seconds());
    }

    private static long block(long index) {
        return Math.floorDiv(index, BLOCK);
    }

    private static long anchor(long index) {
        return (block(index) - 1) * BLOCK;
    }

    /**
     * How far a warm-up is.
     *
     * @param seen candles seen so far
     * @param needed candles after which signals begin
     */
    public record Progress(int seen, int needed) {}
}

package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Writes candles at the end of a file. What was not flushed is lost when the process dies, what was
 * is whole: a block that was cut off is cut away by the next one who appends.
 */
public final class CandleAppender implements AutoCloseable {
    /** Decimals that a price may have in a {@code CandleSource}. */
    private static final int MOST_PRICE_DECIMALS = 8;

    private final Symbol symbol;
    private final Interval interval;
    private final FileChannel channel;
    private final List<Candle> pending = new ArrayList<>(CandleBlock.USUAL_CAPACITY);
    private Instant last;

    private CandleAppender(Symbol symbol, Interval interval, FileChannel channel, Instant last) {
        this.symbol = symbol;
        this.interval = interval;
        this.channel = channel;
        this.last = last;
    }

    static CandleAppender open(Path path, Symbol symbol, Interval interval) throws IOException {
        boolean known = Files.exists(path) && Files.size(path) > 0;
        if (!known) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, CandleFile.title(symbol, interval));
        }
        var stored = StoredCandles.open(path);
        var channel = FileChannel.open(path, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException(path + " is being written by another process");
        }
        channel.truncate(stored.bytes()).position(stored.bytes());
        return new CandleAppender(symbol, interval, channel, stored.last());
    }

    /** Open time of the last candle; {@link Instant#MIN} when there is none. */
    public Instant last() {
        return last;
    }

    /**
     * Adds {@code candle} at the end.
     *
     * @throws IllegalArgumentException when it belongs elsewhere
     */
    public void append(Candle candle) throws IOException {
        if (!candle.symbol().equals(symbol)
                || candle.interval() != interval
                || !candle.openTime().isAfter(last)) {
            throw new IllegalArgumentException(
                    "%s %s after %s wants a later candle, not %s %s of %s"
                            .formatted(
                                    symbol,
                                    interval.code(),
                                    last,
                                    candle.symbol(),
                                    candle.interval().code(),
                                    candle.openTime()));
        }
        if (candle.low().value().scale() > MOST_PRICE_DECIMALS
                || candle.high().value().scale() > MOST_PRICE_DECIMALS) {
            throw new IllegalArgumentException(
                    "%s %s: prices have at most %d decimals, not %s"
                            .formatted(
                                    symbol, candle.openTime(), MOST_PRICE_DECIMALS, candle.low()));
        }
        pending.add(candle);
        last = candle.openTime();
        if (pending.size() == CandleBlock.USUAL_CAPACITY) {
            flush();
        }
    }

    /** Writes what is still in memory. */
    public void flush() throws IOException {
        if (!pending.isEmpty()) {
            var buffer = ByteBuffer.wrap(CandleEncoder.encode(pending));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            pending.clear();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
            channel.force(true);
        }
    }
}

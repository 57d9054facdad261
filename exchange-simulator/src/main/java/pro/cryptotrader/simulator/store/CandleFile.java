package pro.cryptotrader.simulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import pro.cryptotrader.simulator.market.Candle;

/** Closed one-minute candles of one symbol on disk, in order of time, 80 bytes each. */
public final class CandleFile implements AutoCloseable {
    private static final int RECORD = 10 * Long.BYTES;
    private static final int CHUNK = 4096;

    private final FileChannel channel;
    private final AtomicLong count = new AtomicLong();

    /** Opens or creates the file; a torn last record is cut off. */
    public CandleFile(Path path) {
        try {
            channel =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            count.set(channel.size() / RECORD);
            channel.truncate(count.get() * RECORD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the candles in " + path, e);
        }
    }

    /** Appends candles younger than all that are there. */
    public void append(List<Candle> candles) {
        var buffer = ByteBuffer.allocate(candles.size() * RECORD);
        for (var candle : candles) {
            buffer.putLong(candle.openTime())
                    .putLong(candle.open())
                    .putLong(candle.high())
                    .putLong(candle.low())
                    .putLong(candle.close())
                    .putLong(candle.volume())
                    .putLong(candle.quoteVolume())
                    .putLong(candle.trades())
                    .putLong(candle.takerVolume())
                    .putLong(candle.takerQuoteVolume());
        }
        buffer.flip();
        try {
            var position = count.get() * RECORD;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
            count.addAndGet(candles.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot append candles", e);
        }
    }

    /** Forgets candles that opened at or after {@code time}. */
    public void cutFrom(long time) {
        try {
            count.set(indexOf(time));
            channel.truncate(count.get() * RECORD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cut candles", e);
        }
    }

    /** Hands over the candles that opened in [from, to), oldest first. */
    public void forEach(long from, long to, Consumer<Candle> consumer) {
        var end = indexOf(to);
        for (var index = indexOf(from); index < end; ) {
            var chunk = read(index, (int) Math.min(CHUNK, end - index));
            while (chunk.hasRemaining()) {
                consumer.accept(candle(chunk));
                index++;
            }
        }
    }

    /** The youngest candle. */
    public Optional<Candle> last() {
        return count.get() == 0 ? Optional.empty() : Optional.of(candle(read(count.get() - 1, 1)));
    }

    /** The oldest candle's open time, {@link Long#MAX_VALUE} if there is none. */
    public long firstTime() {
        return count.get() == 0 ? Long.MAX_VALUE : timeAt(0);
    }

    private long indexOf(long time) {
        var low = 0L;
        var high = count.get();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (timeAt(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long timeAt(long index) {
        return read(index, 1).getLong();
    }

    private ByteBuffer read(long index, int records) {
        var buffer = ByteBuffer.allocate(records * RECORD);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, index * RECORD + buffer.position()) < 0) {
                    throw new IOException("the file ends within record " + index);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read candles", e);
        }
        return buffer.flip();
    }

    private static Candle candle(ByteBuffer buffer) {
        return new Candle(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.getLong());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close candles", e);
        }
    }
}

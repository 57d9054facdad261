package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleReader;
import pro.cryptotrader.backtester.data.CandleSource;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * A file of candles, as it was when it was opened; may be read by many threads, each with a reader
 * of its own.
 */
public final class StoredCandles implements CandleSource {
    /** A volume in units of its last decimal stays below 10^18. */
    private static final int MOST_DIGITS = 18;

    private final CandleFile file;
    private final int priceDecimals;
    private final int volumeDecimals;

    private StoredCandles(CandleFile file) {
        this.file = file;
        this.priceDecimals = most(file.blocks(), CandleBlockHeader::priceDecimals);
        this.volumeDecimals =
                Math.min(
                        Math.max(
                                most(file.blocks(), CandleBlockHeader::volumeDecimals),
                                most(file.blocks(), CandleBlockHeader::quoteDecimals)),
                        MOST_DIGITS - most(file.blocks(), CandleBlockHeader::volumeDigits));
    }

    static StoredCandles open(Path path) throws IOException {
        return new StoredCandles(CandleFile.index(path));
    }

    private static int most(
            List<CandleFile.Block> blocks, ToIntFunction<CandleBlockHeader> figure) {
        return blocks.stream().mapToInt(block -> figure.applyAsInt(block.header())).max().orElse(0);
    }

    @Override
    public Symbol symbol() {
        return file.symbol();
    }

    @Override
    public Interval interval() {
        return file.interval();
    }

    @Override
    public int priceDecimals() {
        return priceDecimals;
    }

    /**
     * As many as the data have, unless the largest volume would not fit: then the last digits of
     * quote volumes are rounded off.
     */
    @Override
    public int volumeDecimals() {
        return volumeDecimals;
    }

    @Override
    public Instant first() {
        return file.blocks().isEmpty()
                ? Instant.MAX
                : Instant.ofEpochMilli(file.blocks().getFirst().header().firstOpen());
    }

    @Override
    public Instant last() {
        return file.blocks().isEmpty()
                ? Instant.MIN
                : Instant.ofEpochMilli(file.blocks().getLast().header().lastOpen());
    }

    /** How many candles there are. */
    public long size() {
        return file.blocks().stream().mapToLong(block -> block.header().count()).sum();
    }

    /** How many candles open at or after {@code from} and before {@code to}. */
    public long count(Instant from, Instant to) {
        long start = millis(from);
        long end = millis(to);
        long count = 0;
        for (var block : file.blocks()) {
            var header = block.header();
            if (header.firstOpen() >= start && header.lastOpen() < end) {
                count += header.count();
            } else if (header.lastOpen() >= start && header.firstOpen() < end) {
                count +=
                        counted(
                                Math.max(start, header.firstOpen()),
                                Math.min(end, header.lastOpen() + 1));
            }
        }
        return count;
    }

    private long counted(long start, long end) {
        long count = 0;
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        try (var reader = read(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end))) {
            while (reader.read(block)) {
                count += block.size();
            }
        }
        return count;
    }

    /** What they take on disk, in bytes. */
    public long bytes() {
        return file.end();
    }

    CandleFile file() {
        return file;
    }

    @Override
    public CandleReader read(Instant from, Instant to) {
        return new Reader(from, to);
    }

    /** The candles as objects, to the last digit; for what is not in a hurry. */
    public Candles candles(Instant from, Instant to) {
        return new Candles(new Reader(from, to));
    }

    private static long millis(Instant time) {
        return time.isBefore(Instant.EPOCH)
                ? 0
                : time.getEpochSecond() > Long.MAX_VALUE / 1_000 - 1
                        ? Long.MAX_VALUE
                        : time.toEpochMilli();
    }

    /** An iterator that holds a file open. */
    public final class Candles implements Iterator<Candle>, AutoCloseable {
        private final Reader reader;

        private Candles(Reader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            return reader.advance();
        }

        @Override
        public Candle next() {
            if (!reader.advance()) {
                throw new NoSuchElementException();
            }
            return reader.decoder.candle(symbol(), interval(), reader.next++);
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private final class Reader implements CandleReader {
        private final FileChannel channel;
        private final CandleDecoder decoder = new CandleDecoder(interval());
        private final byte[] header = new byte[CandleBlockHeader.LENGTH];
        private final long to;
        private byte[] payload = new byte[32 * CandleBlock.USUAL_CAPACITY];
        private int block;
        private int next;
        private int end;

        Reader(Instant from, Instant to) {
            this.to = millis(to);
            try {
                channel = FileChannel.open(file.path(), StandardOpenOption.READ);
            } catch (IOException e) {
                throw new UncheckedIOException(file.path().toString(), e);
            }
            long start = millis(from);
            block = firstBlock(start);
            while (advance() && decoder.openTime(next) < start) {
                next++;
            }
        }

        /** The first block that ends at or after {@code start}. */
        private int firstBlock(long start) {
            int low = 0;
            int high = file.blocks().size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (file.blocks().get(middle).header().lastOpen() < start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Makes {@code next} a candle that is wanted; false when there are no more. */
        boolean advance() {
            while (next == end) {
                if (block == file.blocks().size()
                        || file.blocks().get(block).header().firstOpen() >= to) {
                    return false;
                }
                load(file.blocks().get(block++));
            }
            return true;
        }

        private void load(CandleFile.Block wanted) {
            int length = wanted.header().payloadLength();
            if (payload.length < length) {
                payload = new byte[length];
            }
            try {
                CandleFile.read(channel, header, wanted.payloadAt() - header.length);
                CandleFile.read(channel, ByteBuffer.wrap(payload, 0, length), wanted.payloadAt());
            } catch (IOException e) {
                throw new UncheckedIOException(file.path().toString(), e);
            }
            if (!CandleBlockHeader.isIntact(header, payload, length)) {
                throw new UncheckedIOException(
                        new IOException(
                                "%s is damaged at byte %d: import or download the time from %s again"
                                        .formatted(
                                                file.path(),
                                                wanted.payloadAt(),
                                                Instant.ofEpochMilli(
                                                        wanted.header().firstOpen()))));
            }
            decoder.decode(wanted.header(), payload);
            next = 0;
            end = decoder.count();
            while (end > 0 && decoder.openTime(end - 1) >= to) {
                end--;
            }
        }

        @Override
        public boolean read(CandleBlock into) {
            into.clear();
            while (!into.isFull() && advance()) {
                int count = Math.min(end - next, into.capacity() - into.size());
                decoder.copy(into, next, next + count, priceDecimals, volumeDecimals);
                next += count;
            }
            return into.size() > 0;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

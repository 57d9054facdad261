package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What a file of candles holds: one line of text that says what it is, then blocks.
 *
 * @param blocks in order of time
 * @param end where the last whole block ends; what lies behind it was never finished
 */
record CandleFile(Path path, Symbol symbol, Interval interval, List<Block> blocks, long end) {
    private static final String KIND = "crypto-trader-pro candles 1";
    private static final int MAX_TITLE = 200;

    CandleFile {
        blocks = List.copyOf(blocks);
    }

    /** A block's header and where its payload starts. */
    record Block(CandleBlockHeader header, long payloadAt) {}

    static byte[] title(Symbol symbol, Interval interval) {
        return "%s %s %s\n"
                .formatted(KIND, symbol, interval.code())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the headers of all blocks.
     *
     * @throws IOException when it is no such file
     */
    static CandleFile index(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            var title = readTitle(path, channel);
            var words = title.substring(KIND.length()).strip().split(" ", -1);
            if (!title.startsWith(KIND) || words.length != 2) {
                throw new IOException(path + " is not a file of candles of this program");
            }
            var blocks = new ArrayList<Block>();
            long at = title.length() + 1L;
            var header = new byte[CandleBlockHeader.LENGTH];
            while (read(channel, header, at) == header.length
                    && CandleBlockHeader.isHeader(header)) {
                var block = CandleBlockHeader.of(header);
                long payloadAt = at + header.length;
                if (payloadAt + block.payloadLength() > channel.size()) {
                    break;
                }
                blocks.add(new Block(block, payloadAt));
                at = payloadAt + block.payloadLength();
            }
            return new CandleFile(path, Symbol.of(words[0]), Interval.of(words[1]), blocks, at);
        }
    }

    private static String readTitle(Path path, FileChannel channel) throws IOException {
        var bytes = new byte[MAX_TITLE];
        var text =
                new String(
                        bytes, 0, Math.max(0, read(channel, bytes, 0)), StandardCharsets.US_ASCII);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(KIND)) {
            throw new IOException(path + " is not a file of candles of this program");
        }
        return text.substring(0, end);
    }

    /** Fills {@code bytes} from {@code position} as far as the file goes. */
    static int read(FileChannel channel, byte[] bytes, long position) throws IOException {
        return read(channel, ByteBuffer.wrap(bytes), position);
    }

    static int read(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        int total = 0;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position + total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }
}

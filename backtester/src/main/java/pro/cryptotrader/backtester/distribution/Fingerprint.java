package pro.cryptotrader.backtester.distribution;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.backtester.data.CandleSource;

/** SHA-256 of every candle that a run reads: equal fingerprints, equal results. */
final class Fingerprint {
    private static final int LONGS = 8;

    private Fingerprint() {}

    static String of(CandleSource candles, Instant from, Instant to) {
        var digest = sha256();
        digest.update((byte) candles.priceDecimals());
        digest.update((byte) candles.volumeDecimals());
        var block = new CandleBlock(CandleBlock.USUAL_CAPACITY);
        var bytes = ByteBuffer.allocate(LONGS * Long.BYTES * CandleBlock.USUAL_CAPACITY);
        try (var reader = candles.read(from, to)) {
            while (reader.read(block)) {
                digest.update(bytes(block, bytes));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static ByteBuffer bytes(CandleBlock block, ByteBuffer bytes) {
        bytes.clear();
        for (int i = 0; i < block.size(); i++) {
            bytes.putLong(block.openTime(i))
                    .putLong(block.open(i))
                    .putLong(block.high(i))
                    .putLong(block.low(i))
                    .putLong(block.close(i))
                    .putLong(block.volume(i))
                    .putLong(block.quoteVolume(i))
                    .putLong(block.trades(i));
        }
        return bytes.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package pro.cryptotrader.backtester.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What stands before each block of a file.
 *
 * @param payloadLength bytes that follow
 * @param count candles in them
 * @param firstOpen milliseconds since 1970
 * @param lastOpen of the last candle
 * @param priceDecimals of its prices
 * @param volumeDecimals of its volumes
 * @param quoteDecimals of its quote volumes
 * @param volumeDigits most digits before the point of a volume or quote volume
 * @param checksum CRC-32C of everything before it and of the payload
 */
record CandleBlockHeader(
        int payloadLength,
        int count,
        long firstOpen,
        long lastOpen,
        int priceDecimals,
        int volumeDecimals,
        int quoteDecimals,
        int volumeDigits,
        int checksum) {
    static final int LENGTH = 36;

    private static final int MAGIC = 0x43_41_4E_44;
    private static final int CHECKSUM_AT = LENGTH - Integer.BYTES;

    /** Bytes of the header with its checksum over {@code payload}. */
    byte[] bytes(byte[] payload) {
        var bytes = new byte[LENGTH];
        var buffer =
                ByteBuffer.wrap(bytes)
                        .putInt(MAGIC)
                        .putInt(payloadLength)
                        .putInt(count)
                        .putLong(firstOpen)
                        .putLong(lastOpen)
                        .put((byte) priceDecimals)
                        .put((byte) volumeDecimals)
                        .put((byte) quoteDecimals)
                        .put((byte) volumeDigits);
        buffer.putInt(checksum(bytes, payload, payload.length));
        return bytes;
    }

    /** Whether {@code header} and the payload after it are as they were written. */
    static boolean isIntact(byte[] header, byte[] payload, int payloadLength) {
        return ByteBuffer.wrap(header).getInt(CHECKSUM_AT)
                == checksum(header, payload, payloadLength);
    }

    private static int checksum(byte[] header, byte[] payload, int payloadLength) {
        var crc = new CRC32C();
        crc.update(header, 0, CHECKSUM_AT);
        crc.update(payload, 0, payloadLength);
        return (int) crc.getValue();
    }

    static boolean isHeader(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt() == MAGIC;
    }

    static CandleBlockHeader of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        buffer.getInt();
        return new CandleBlockHeader(
                buffer.getInt(),
                buffer.getInt(),
                buffer.getLong(),
                buffer.getLong(),
                buffer.get(),
                buffer.get(),
                buffer.get(),
                buffer.get(),
                buffer.getInt());
    }
}

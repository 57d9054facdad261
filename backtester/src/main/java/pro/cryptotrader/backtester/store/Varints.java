package pro.cryptotrader.backtester.store;

import java.io.ByteArrayOutputStream;

/**
 * Whole numbers in as few bytes as they need: seven bits a byte, least significant first, the
 * highest bit saying that more follow; signed ones folded so that small ones stay small (Protocol
 * Buffers' base 128 varints and zigzag).
 */
final class Varints {
    private Varints() {}

    static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static void writeSigned(ByteArrayOutputStream out, long value) {
        write(out, (value << 1) ^ (value >> 63));
    }

    static long signed(long folded) {
        return (folded >>> 1) ^ -(folded & 1);
    }

    /**
     * Reads {@code count} numbers into the start of {@code values}.
     *
     * @return where the next byte is
     */
    static int read(byte[] bytes, int start, long[] values, int count) {
        int at = start;
        for (int i = 0; i < count; i++) {
            byte next = bytes[at++];
            long value = next & 0x7F;
            for (int shift = 7; next < 0; shift += 7) {
                next = bytes[at++];
                value |= (next & 0x7FL) << shift;
            }
            values[i] = value;
        }
        return at;
    }
}

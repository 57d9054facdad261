package pro.cryptotrader.contracts.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs of version 5 (RFC 9562, section 5.5): the same cause and name give the same id on every
 * machine, for ever.
 */
public final class DeterministicId {
    /** The namespace of ids that no other event causes, such as a candle's. */
    public static final UUID ROOT = UUID.fromString("9f2c8a54-6f5e-5b0a-9d6e-3c1f0a7b4e21");

    private DeterministicId() {}

    public static UUID root(String name) {
        return of(ROOT, name);
    }

    public static UUID of(UUID cause, String name) {
        var sha1 = sha1();
        sha1.update(
                ByteBuffer.allocate(16)
                        .putLong(cause.getMostSignificantBits())
                        .putLong(cause.getLeastSignificantBits())
                        .array());
        var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

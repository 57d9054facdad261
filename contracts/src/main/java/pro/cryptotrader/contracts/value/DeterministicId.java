package pro.cryptotrader.contracts.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
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

    /** One per thread: to make one costs several times as much as to hash with it. */
    private static final ThreadLocal<Hasher> HASHERS = ThreadLocal.withInitial(Hasher::new);

    private DeterministicId() {}

    public static UUID root(String name) {
        return of(ROOT, name);
    }

    public static UUID of(UUID cause, String name) {
        return HASHERS.get().hash(cause, name);
    }

    /** SHA-1 and room for what goes in and comes out of it; keeps nothing from hash to hash. */
    private static final class Hasher {
        private static final int CAUSE = 16;
        private static final int LONGEST_NAME = 240;
        private static final int SHA1_BYTES = 20;

        private final MessageDigest sha1 = sha1();
        private final byte[] bytes = new byte[CAUSE + LONGEST_NAME];
        private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);

        UUID hash(UUID cause, String name) {
            buffer.putLong(0, cause.getMostSignificantBits());
            buffer.putLong(Long.BYTES, cause.getLeastSignificantBits());
            if (isShortAscii(name)) {
                sha1.update(bytes, 0, CAUSE + name.length());
            } else {
                sha1.update(bytes, 0, CAUSE);
                sha1.update(name.getBytes(StandardCharsets.UTF_8));
            }
            try {
                sha1.digest(bytes, 0, SHA1_BYTES);
            } catch (DigestException e) {
                throw new IllegalStateException("SHA-1 has %d bytes".formatted(SHA1_BYTES), e);
            }
            long high = (buffer.getLong(0) & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            long low =
                    (buffer.getLong(Long.BYTES) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        }

        /** Most names are: then their bytes lie behind the cause's. */
        private boolean isShortAscii(String name) {
            if (name.length() > LONGEST_NAME) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                char letter = name.charAt(i);
                if (letter > 0x7F) {
                    return false;
                }
                bytes[CAUSE + i] = (byte) letter;
            }
            return true;
        }

        private static MessageDigest sha1() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-1", e);
            }
        }
    }
}

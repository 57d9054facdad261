package pro.cryptotrader.backtester.engine;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.OrderEvent.OrderIntended;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.Price;

/** One number for everything that was ordered and filled, in order. */
final class OrdersHash {
    private static final int LONGEST_ENTRY = 512;
    private static final BigDecimal NO_PRICE = BigDecimal.ONE.negate();

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * LONGEST_ENTRY);

    void add(OrderIntended order) {
        begin('O', order.orderId().value());
        text(order.account().value());
        text(order.role().name());
        number(order.quantity().value());
        price(order.limitPrice());
        price(order.stopPrice());
        time(order.at());
    }

    void add(Fill fill) {
        begin('F', fill.orderId().value());
        number(fill.price().value());
        number(fill.quantity().value());
        number(fill.commission());
        text(fill.commissionAsset().code());
        time(fill.at());
    }

    private void begin(char kind, UUID id) {
        if (buffer.remaining() < LONGEST_ENTRY) {
            flush();
        }
        buffer.put((byte) kind)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > 0x7F) {
                throw new IllegalArgumentException("names are plain letters, not " + text);
            }
            buffer.put((byte) letter);
        }
        buffer.put((byte) 0);
    }

    private void price(@Nullable Price price) {
        number(price == null ? NO_PRICE : price.value());
    }

    /** Values are canonical, so equal ones have equal digits. */
    private void number(BigDecimal value) {
        buffer.put((byte) value.scale());
        if (value.precision() <= 18) {
            buffer.putLong(Decimals.digits(value));
        } else {
            text(value.toPlainString());
        }
    }

    private void time(Instant at) {
        buffer.putLong(at.toEpochMilli());
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }

    /** The hash; nothing can be added afterwards. */
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

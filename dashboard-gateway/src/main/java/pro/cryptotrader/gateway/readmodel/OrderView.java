package pro.cryptotrader.gateway.readmodel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as the screen gets it; the fields are those of {@link OrderRow}. */
public record OrderView(
        UUID orderId,
        @Nullable Long seq,
        String account,
        String symbol,
        String role,
        String status,
        @Nullable String side,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal stopPrice,
        @Nullable String venueOrderId,
        BigDecimal executed,
        BigDecimal quoteExecuted,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {
    public static OrderView of(OrderRow row) {
        return new OrderView(
                row.orderId,
                row.seq,
                row.accountId,
                row.symbol,
                row.role,
                row.status,
                row.side,
                row.quantity,
                row.limitPrice,
                row.stopPrice,
                row.venueOrderId,
                row.executed,
                row.quoteExecuted,
                row.reason,
                row.createdAt,
                row.updatedAt);
    }
}

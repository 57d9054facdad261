package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is now, folded from its events and its fills. Those come on two topics, so each
 * touches its own columns only.
 */
@Entity
@Table(name = "orders")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class OrderRow {
    @Id public UUID orderId;

    @Column(insertable = false, updatable = false)
    public @Nullable Long seq;

    public String accountId;
    public String symbol;
    public String role;

    /** INTENDED, NOT_SENT, ACCEPTED, REJECTED, UNKNOWN, FILLED, CANCELED or EXPIRED. */
    public String status;

    public @Nullable String side;
    public @Nullable UUID permit;
    public @Nullable BigDecimal quantity;
    public @Nullable BigDecimal limitPrice;
    public @Nullable BigDecimal stopPrice;
    public @Nullable String venueOrderId;
    public BigDecimal executed;
    public BigDecimal quoteExecuted;

    /** Why it was not sent, was rejected or is unknown. */
    public @Nullable String reason;

    public Instant createdAt;
    public Instant updatedAt;
}

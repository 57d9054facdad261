package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One step in the life of an order. */
@Entity
@Table(name = "order_events")
@SuppressWarnings("NullAway.Init")
public class OrderEventRow extends StoredEvent {
    public UUID orderId;
    public String accountId;
    public String type;
}

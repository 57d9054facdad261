package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What a person was told. */
@Entity
@Table(name = "notifications")
@SuppressWarnings("NullAway.Init")
public class NotificationRow extends StoredEvent {
    public String accountId;
    public String type;
}

package pro.cryptotrader.gateway.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A trading account and its owner. */
@Entity
@Table(name = "accounts")
@SuppressWarnings("NullAway.Init")
public class AccountRow {
    @Id public String id;
    public String userId;
    public Instant createdAt;
}

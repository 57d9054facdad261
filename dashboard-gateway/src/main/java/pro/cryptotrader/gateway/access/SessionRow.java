package pro.cryptotrader.gateway.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sign-in that has not ended; the token itself is known to the browser only. */
@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init")
public class SessionRow {
    @Id public String tokenHash;
    public String userId;
    public String address;
    public Instant createdAt;
    public Instant expiresAt;
}

package pro.cryptotrader.gateway.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person who can sign in. */
@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
public class UserRow {
    @Id public String id;
    public String name;
    public String passwordHash;

    @Enumerated(EnumType.STRING)
    public Role role;

    public Instant createdAt;
}

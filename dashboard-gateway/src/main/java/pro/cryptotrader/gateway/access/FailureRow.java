package pro.cryptotrader.gateway.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failed sign-ins under one name from one address since the last good one. */
@Entity
@Table(name = "sign_in_failures")
@SuppressWarnings("NullAway.Init")
public class FailureRow {
    @Id public String origin;
    public int failures;
    public Instant lastAt;
    public @Nullable Instant lockedUntil;
}

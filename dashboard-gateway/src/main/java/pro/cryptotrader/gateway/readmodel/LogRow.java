package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of a user's trading log. */
@Entity
@Table(name = "auto_trading_logs")
@SuppressWarnings("NullAway.Init")
public class LogRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String userId;
    public String accountId;
    public UUID eventId;
    public Instant timestamp;
    public String logLevel;
    public String component;
    public String message;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;
}

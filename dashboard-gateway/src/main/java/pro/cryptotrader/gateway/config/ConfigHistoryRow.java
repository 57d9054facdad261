package pro.cryptotrader.gateway.config;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an account's configuration. */
@Entity
@Table(name = "config_history")
@SuppressWarnings("NullAway.Init")
public class ConfigHistoryRow {
    /** Account and version. */
    @Id public String id;

    public String accountId;
    public long version;

    @JdbcTypeCode(SqlTypes.JSON)
    public String config;

    public String changedBy;
    public Instant changedAt;
}

package pro.cryptotrader.gateway.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One thing a person did or tried to do. */
@Entity
@Table(name = "audit_log")
@SuppressWarnings("NullAway.Init")
public class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public Instant at;
    public String userName;
    public String address;
    public String action;
    public String target;

    @JdbcTypeCode(SqlTypes.JSON)
    public String detail;

    public String result;
}

package pro.cryptotrader.gateway.readmodel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A component as its latest heartbeat described it. */
@Entity
@Table(name = "system_status")
@SuppressWarnings("NullAway.Init")
public class StatusRow {
    /** Component and instance. */
    @Id public String id;

    public String component;
    public String instance;
    public String state;

    @JdbcTypeCode(SqlTypes.JSON)
    @JsonRawValue
    public String health;

    @JdbcTypeCode(SqlTypes.JSON)
    @JsonRawValue
    public String facts;

    public Instant startedAt;
    public Instant heartbeatAt;
}

package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account's engine as it is now. */
@Entity
@Table(name = "engine_state")
@SuppressWarnings("NullAway.Init")
public class EngineStateRow {
    @Id public String accountId;
    public String state;
    public long epoch;
    public long confirmedEpoch;
    public @Nullable UUID commandId;
    public Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;

    /** As the screen gets it. */
    public Document document() {
        return new Document(accountId, null, "engine", at, data);
    }
}

package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A position, open or closed, as it is now. */
@Entity
@Table(name = "positions")
@SuppressWarnings("NullAway.Init")
public class PositionRow {
    /** Account, symbol and the position's number. */
    @Id public String id;

    public String accountId;
    public String symbol;
    public long positionId;
    public String status;
    public BigDecimal quantity;
    public BigDecimal cost;
    public BigDecimal unrealised;
    public BigDecimal realised;
    public Instant openedAt;
    public @Nullable Instant closedAt;
    public Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;

    /** As the screen gets it. */
    public Document document() {
        return new Document(id, null, "position", at, data);
    }
}

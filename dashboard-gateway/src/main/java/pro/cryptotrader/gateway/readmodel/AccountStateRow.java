package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An account, marked to market, as it is now. */
@Entity
@Table(name = "account_state")
@SuppressWarnings("NullAway.Init")
public class AccountStateRow {
    @Id public String accountId;
    public BigDecimal cash;
    public BigDecimal equity;
    public Instant at;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;

    /** As the screen gets it. */
    public Document document() {
        return new Document(accountId, null, "account", at, data);
    }
}

package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The venue's rules for a symbol. */
@Entity
@Table(name = "instruments")
@SuppressWarnings("NullAway.Init")
public class InstrumentRow {
    @Id public String symbol;

    @JdbcTypeCode(SqlTypes.JSON)
    public String data;
}

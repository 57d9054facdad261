package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** One execution of one of our orders. */
@Entity
@Table(name = "fills")
@SuppressWarnings("NullAway.Init")
public class FillRow extends StoredEvent {
    public String accountId;
    public UUID orderId;
    public UUID permit;
    public String symbol;
    public String role;
    public String side;
    public BigDecimal price;
    public BigDecimal quantity;
    public BigDecimal commission;
    public String commissionAsset;
    public long tradeId;
}

package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A request to get out of a position. */
@Entity
@Table(name = "exits")
@SuppressWarnings("NullAway.Init")
public class ExitRow extends StoredEvent {
    public String accountId;
    public String symbol;
    public long positionId;
}

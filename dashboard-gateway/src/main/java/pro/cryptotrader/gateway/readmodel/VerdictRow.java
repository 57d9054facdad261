package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Risk's answer to one account about one signal. */
@Entity
@Table(name = "verdicts")
@SuppressWarnings("NullAway.Init")
public class VerdictRow extends StoredEvent {
    public String accountId;
    public UUID signalId;
    public String symbol;
    public boolean approved;

    /** {@code approved} or {@code denied}. */
    public String type() {
        return approved ? "approved" : "denied";
    }
}

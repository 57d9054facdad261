package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signal; its strategies' votes are in the data. */
@Entity
@Table(name = "signals")
@SuppressWarnings("NullAway.Init")
public class SignalRow extends StoredEvent {
    public String symbol;
    public String interval;

    /** BUY, SELL or HOLD. */
    public String type;

    public int confidence;
    public Instant candleOpenTime;
}

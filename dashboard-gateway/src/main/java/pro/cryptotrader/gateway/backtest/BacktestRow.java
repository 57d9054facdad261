package pro.cryptotrader.gateway.backtest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestChanged;
import pro.cryptotrader.contracts.event.BacktestRequested;

/** A backtest as it is known here. */
@Entity
@Table(name = "backtests")
@SuppressWarnings("NullAway.Init")
public class BacktestRow {
    @Id public UUID id;

    /** The order of the requests; the database's to give. */
    @Column(insertable = false, updatable = false)
    public @Nullable Long seq;

    public String accountId;

    @Enumerated(EnumType.STRING)
    public BacktestRequested.Kind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    public String plan;

    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable String study;

    public String requestedBy;
    public Instant requestedAt;

    @Enumerated(EnumType.STRING)
    public BacktestChanged.State state;

    /** Somebody has asked to cancel it. */
    public boolean cancelling;

    public long revision;
    public long done;
    public long total;
    public String note;

    /** Null until it is done. */
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable String outcome;

    public Instant changedAt;
}

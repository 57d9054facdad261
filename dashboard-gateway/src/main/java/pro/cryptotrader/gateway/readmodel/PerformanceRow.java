package pro.cryptotrader.gateway.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An account at the end of one minute of market time. */
@Entity
@Table(name = "performance_data")
@SuppressWarnings("NullAway.Init")
public class PerformanceRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String accountId;

    /** The minute's start. */
    public Instant at;

    public BigDecimal equity;
    public BigDecimal cash;
    public BigDecimal realised;
    public BigDecimal drawdownPct;
    public int openPositions;

    @JdbcTypeCode(SqlTypes.JSON)
    public String metrics;
}

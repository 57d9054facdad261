package pro.cryptotrader.gateway.config;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.TradingMode;

/** What the owner of an account wants, as it is now. */
@Entity
@Table(name = "auto_trading_config")
@SuppressWarnings("NullAway.Init")
public class ConfigRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String userId;
    public String accountId;
    public boolean isEnabled;

    @Enumerated(EnumType.STRING)
    public TradingMode tradingMode;

    public boolean paperTrading;
    public BigDecimal maxDailyLossPct;
    public int maxPositions;

    /** Seconds. */
    public int tradingInterval;

    @JdbcTypeCode(SqlTypes.JSON)
    public String symbols;

    public BigDecimal positionSizePct;
    public BigDecimal stopLossPct;
    public BigDecimal takeProfitPct;
    public BigDecimal minimumBalance;
    public @Nullable BigDecimal trailingStopPct;
    public @Nullable BigDecimal partialTakeProfitPct;
    public @Nullable BigDecimal partialTakeProfitSharePct;

    /** Secrets in it are sealed. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String notifications;

    /** Grows by one with every change; checked by hand, so that the refusal can be explained. */
    public long version;

    public String changedBy;
    public Instant createdAt;
    public Instant updatedAt;
}

package pro.cryptotrader.signal.outbound;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code ai_signals_log}, as far as it changes after it was written. */
@Entity
@Table(name = "ai_signals_log")
public class LoggedSignal {
    @Id long id;

    @Column(name = "signal_id", updatable = false)
    @Nullable UUID signalId;

    @Column(name = "account_id", updatable = false)
    @Nullable String accountId;

    boolean executed;

    @Column(name = "execution_price")
    @Nullable BigDecimal executionPrice;

    @Column(name = "executed_at")
    @Nullable Instant executedAt;

    protected LoggedSignal() {}

    /**
     * Notes that the account acted on the signal.
     *
     * @param price average of all fills so far
     * @param at market time of the first fill
     */
    void executedAt(BigDecimal price, Instant at) {
        executed = true;
        executionPrice = price;
        executedAt = at;
    }
}

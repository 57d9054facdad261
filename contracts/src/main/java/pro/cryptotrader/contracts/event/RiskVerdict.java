package pro.cryptotrader.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** What risk-service says to one account's use of one signal. Topic {@code risk.verdicts}. */
public sealed interface RiskVerdict extends AccountEvent {
    /** The event id of the signal that is answered. */
    UUID signalId();

    Symbol symbol();

    Side side();

    /** Every rule that was asked, in order, with its numbers. */
    List<RiskCheck> checks();

    /**
     * May be traded, within these bounds.
     *
     * @param orderId the order this permits: one, once
     * @param quantity the most that may be bought or sold, already a multiple of the symbol's step
     * @param referencePrice the price that the size was computed from
     * @param worstPrice buy no higher, sell no lower; null for a sale, which must get out
     * @param protection rests at the venue as soon as anything is bought; null for a sale
     * @param validUntil market time after which the executor lets it lapse
     * @param epoch the engine's epoch in which it was given; void in any other
     * @param configVersion the configuration it was judged by
     */
    record Approved(
            AccountId account,
            UUID signalId,
            OrderId orderId,
            Symbol symbol,
            Side side,
            Quantity quantity,
            Price referencePrice,
            @Nullable Price worstPrice,
            @Nullable Protection protection,
            Instant validUntil,
            long epoch,
            long configVersion,
            List<RiskCheck> checks)
            implements RiskVerdict {
        public Approved {
            checks = List.copyOf(checks);
            if (side == Side.BUY && (worstPrice == null || protection == null)) {
                throw new IllegalArgumentException(
                        "buying %s needs a worst price and protection".formatted(symbol));
            }
        }
    }

    /**
     * Refused by us before it reached the venue; a venue's refusal is {@link
     * OrderEvent.OrderRejected}.
     */
    record Denied(
            AccountId account,
            UUID signalId,
            Symbol symbol,
            Side side,
            Denial reason,
            Instant at,
            List<RiskCheck> checks)
            implements RiskVerdict {
        public Denied {
            checks = List.copyOf(checks);
        }
    }
}

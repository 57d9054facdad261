package pro.cryptotrader.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Decimals;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** Everything that moves an account's balances, in one order. Topic {@code fills}. */
public sealed interface FillEvent extends AccountEvent {
    Instant at();

    /**
     * One execution of one of our orders.
     *
     * @param permit the event id of the verdict or exit request behind the order
     * @param commission taken from the account, in {@code commissionAsset}; zero or more
     * @param venueOrderId the venue's number of the order
     * @param tradeId the venue's number of the trade; unique per symbol
     * @param maker whether our order was resting
     */
    record Fill(
            AccountId account,
            OrderId orderId,
            UUID permit,
            Symbol symbol,
            OrderRole role,
            Side side,
            Price price,
            Quantity quantity,
            BigDecimal commission,
            Asset commissionAsset,
            String venueOrderId,
            long tradeId,
            boolean maker,
            Instant at)
            implements FillEvent {
        public Fill {
            commission = Decimals.canonical(commission);
            if (commission.signum() < 0) {
                throw new IllegalArgumentException(
                        "a commission is zero or more, not " + commission.toPlainString());
            }
        }
    }

    /**
     * A balance moved without a fill of ours.
     *
     * @param delta signed
     */
    record FundsChanged(AccountId account, Asset asset, BigDecimal delta, Cause cause, Instant at)
            implements FillEvent {
        public FundsChanged {
            delta = Decimals.canonical(delta);
        }

        /** {@code OPENING} is the balance that was found when the account was first seen. */
        public enum Cause {
            OPENING,
            DEPOSIT,
            WITHDRAWAL,
            FOREIGN_TRADE
        }
    }
}

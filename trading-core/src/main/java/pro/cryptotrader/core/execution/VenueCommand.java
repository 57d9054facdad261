package pro.cryptotrader.core.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What is to be asked of the venue, as data. Performed after the decision is kept, once; its
 * outcome comes back as a {@link TradeInput}.
 */
public sealed interface VenueCommand {
    Symbol symbol();

    /** The name under which it is in flight. */
    default Trade.InFlight.Kind kind() {
        return switch (this) {
            case PlaceEntry _ -> Trade.InFlight.Kind.PLACE_ENTRY;
            case PlaceProtection _ -> Trade.InFlight.Kind.PLACE_PROTECTION;
            case Cancel _ -> Trade.InFlight.Kind.CANCEL;
            case SellMarket _ -> Trade.InFlight.Kind.SELL;
            case Replace _ -> Trade.InFlight.Kind.REPLACE;
            case Shrink _ -> Trade.InFlight.Kind.SHRINK;
            case LookUp _ -> Trade.InFlight.Kind.LOOK_UP;
            case AskBalance _ -> Trade.InFlight.Kind.ASK_BALANCE;
        };
    }

    /**
     * Buys at {@code limit} or better, all at once or not at all, and brings the protection with it
     * where the form allows.
     *
     * @param verdict what permits it, to be checked once more before it leaves
     * @param legQuantity the legs' quantity where the venue does not compute it itself
     */
    record PlaceEntry(
            Symbol symbol,
            EntryForm form,
            OrderId order,
            OrderId list,
            OrderId stopLoss,
            OrderId takeProfit,
            Quantity quantity,
            Quantity legQuantity,
            Price limit,
            Protection protection,
            RiskVerdict.Approved verdict)
            implements VenueCommand {}

    /** Protects what is held: an OCO of a stop-loss and a take-profit. */
    record PlaceProtection(
            Symbol symbol,
            OrderId list,
            OrderId stopLoss,
            OrderId takeProfit,
            Quantity quantity,
            Protection protection)
            implements VenueCommand {}

    /**
     * Takes resting orders off the book.
     *
     * @param list the whole list; null to cancel {@code order} alone
     */
    record Cancel(Symbol symbol, @Nullable OrderId list, OrderId order) implements VenueCommand {}

    /** Sells at the market. */
    record SellMarket(Symbol symbol, OrderId order, Quantity quantity) implements VenueCommand {}

    /**
     * Takes {@code resting} off the book, its list with it, and sells at the market, in one
     * request: only if {@code resting} has not begun to trade, and otherwise neither.
     */
    record Replace(Symbol symbol, OrderId resting, OrderId sale, Quantity quantity)
            implements VenueCommand {}

    /** Makes {@code resting} ask for no more than {@code quantity}, the other leg with it. */
    record Shrink(Symbol symbol, OrderId resting, Quantity quantity) implements VenueCommand {}

    /** Asks what became of orders, with their executions where some are missing. */
    record LookUp(Symbol symbol, List<Item> items) implements VenueCommand {
        public LookUp {
            items = List.copyOf(items);
        }

        /**
         * One order.
         *
         * @param filled the executions that are known already
         */
        public record Item(OrderId order, Quantity filled) {}
    }

    /** Asks how much of the base asset the account has. */
    record AskBalance(Symbol symbol) implements VenueCommand {}
}

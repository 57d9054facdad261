package pro.cryptotrader.core.engine;

import java.util.UUID;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;

/** One symbol of one account: its orders, and what was last paid. */
final class Lane {
    private final Symbol symbol;
    private final OrderLife orders;
    private final OrderLife.Listener listener;
    private double bought = Double.NaN;

    Lane(AccountId account, Symbol symbol, Venue venue, OrderLife.Listener listener) {
        this.symbol = symbol;
        this.listener = listener;
        this.orders = new OrderLife(account, symbol, venue, this::hear);
    }

    private void hear(Event event, UUID cause) {
        if (event instanceof FillEvent.Fill fill && fill.side() == Side.BUY) {
            bought = fill.price().value().doubleValue();
        }
        listener.hear(event, cause);
    }

    Symbol symbol() {
        return symbol;
    }

    OrderLife orders() {
        return orders;
    }

    /** The price of the latest purchase; NaN before the first. */
    double bought() {
        return bought;
    }
}

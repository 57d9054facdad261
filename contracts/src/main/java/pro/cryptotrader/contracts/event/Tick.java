package pro.cryptotrader.contracts.event;

import java.time.Instant;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The market's latest trade and best prices, conflated: between two ticks of a symbol others may
 * have been left out. Topic {@code market.ticks}.
 *
 * @param last the latest trade's price
 * @param bid the best bid
 * @param ask the best ask, never below the bid
 * @param tradeId the venue's number of the latest trade
 * @param at the latest trade's time at the venue
 */
public record Tick(Symbol symbol, Price last, Price bid, Price ask, long tradeId, Instant at)
        implements MarketEvent {
    public Tick {
        if (ask.isBelow(bid)) {
            throw new IllegalArgumentException(
                    "%s: ask %s is below bid %s".formatted(symbol, ask, bid));
        }
    }
}

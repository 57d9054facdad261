package pro.cryptotrader.core.position;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * What is known of the market while a decision is made; shared by all accounts and kept by the
 * caller.
 *
 * @param instruments the venue's rules by symbol
 * @param bids the latest bid by symbol
 */
public record MarketView(Map<Symbol, Instrument> instruments, Map<Symbol, Price> bids) {
    public static final MarketView EMPTY = new MarketView(Map.of(), Map.of());

    @Nullable Price bid(Symbol symbol) {
        return bids.get(symbol);
    }

    /** Whether the venue would take an order for it; true while the venue's rules are not known. */
    boolean canBeSold(Symbol symbol, BigDecimal quantity, Price price) {
        if (quantity.signum() == 0) {
            return false;
        }
        var instrument = instruments.get(symbol);
        return instrument == null
                || instrument.isWorthTrading(price, instrument.floor(new Quantity(quantity)));
    }
}

package pro.cryptotrader.core.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.MarketAlert;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Instrument;

/**
 * What is known of one symbol's market.
 *
 * @param tick the latest; null until one was seen
 * @param instrument the venue's rules; null until they were seen
 * @param stale whether the feed is reported as stale
 * @param halted whether the venue was reported to have halted the symbol since it was last listed
 *     as tradable
 */
public record SymbolMarket(
        @Nullable Tick tick, @Nullable Instrument instrument, boolean stale, boolean halted) {
    public static final SymbolMarket UNKNOWN = new SymbolMarket(null, null, false, false);

    /**
     * The least that market time can be when {@code signal} is heard. The signal may overtake the
     * tick that follows its candle, so the candle's close counts too.
     */
    public Instant timeAt(Signal signal) {
        var close = signal.candleOpenTime().plus(signal.interval().duration());
        return tick != null && tick.at().isAfter(close) ? tick.at() : close;
    }

    /** With a newer tick; an older one changes nothing. */
    public SymbolMarket with(Tick newer) {
        return tick != null && newer.at().isBefore(tick.at())
                ? this
                : new SymbolMarket(newer, instrument, stale, halted);
    }

    public SymbolMarket with(InstrumentListed listed) {
        return new SymbolMarket(
                tick, listed.instrument(), stale, halted && !listed.instrument().tradable());
    }

    public SymbolMarket with(MarketAlert alert) {
        return switch (alert.kind()) {
            case FEED_STALE -> new SymbolMarket(tick, instrument, true, halted);
            case FEED_LIVE -> new SymbolMarket(tick, instrument, false, halted);
            case SYMBOL_HALTED -> new SymbolMarket(tick, instrument, stale, true);
            case GAP_FILLED, PRICE_SPIKE, SPREAD_WIDE -> this;
        };
    }
}

package pro.cryptotrader.market;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * The latest of one symbol's market: when a tick is due, and whether the feed is alive. All times
 * given are wall times; the market's own time is in the trades.
 */
public final class SymbolPulse {
    private final Symbol symbol;
    private final Duration tickEvery;
    private final Duration staleAfter;
    private @Nullable Price lastPrice;
    private @Nullable Price bid;
    private @Nullable Price ask;
    private long tradeId;
    private Instant tradedAt = Instant.EPOCH;
    private Instant heardAt;
    private Instant tickedAt = Instant.MIN;
    private boolean news;
    private Health health = Health.UNKNOWN;

    public SymbolPulse(Symbol symbol, Duration tickEvery, Duration staleAfter, Instant now) {
        this.symbol = symbol;
        this.tickEvery = tickEvery;
        this.staleAfter = staleAfter;
        this.heardAt = now;
    }

    /** A trade happened. */
    public void traded(Price price, long id, Instant at, Instant now) {
        lastPrice = price;
        tradeId = id;
        tradedAt = at;
        heardAt = now;
        news = true;
    }

    /** The best prices changed. */
    public void quoted(Price newBid, Price newAsk, Instant now) {
        news |= !newBid.equals(bid) || !newAsk.equals(ask);
        bid = newBid;
        ask = newAsk;
        heardAt = now;
    }

    /** The tick that is due, if one is: something is new and the last one is long enough ago. */
    public Optional<Tick> dueTick(Instant now) {
        if (!news || lastPrice == null || bid == null || ask == null || ask.isBelow(bid)) {
            return Optional.empty();
        }
        if (!tickedAt.equals(Instant.MIN) && now.isBefore(tickedAt.plus(tickEvery))) {
            return Optional.empty();
        }
        tickedAt = now;
        news = false;
        return Optional.of(new Tick(symbol, lastPrice, bid, ask, tradeId, tradedAt));
    }

    /** The feed's health when it has changed since it was last asked for. */
    public Optional<Health> changedHealth(Instant now, boolean connected) {
        var silent = !now.isBefore(heardAt.plus(staleAfter));
        var complete = lastPrice != null && bid != null;
        Health current;
        if (!connected || silent) {
            current = Health.STALE;
        } else {
            current = complete ? Health.LIVE : health;
        }
        if (current == health) {
            return Optional.empty();
        }
        health = current;
        return Optional.of(current);
    }

    public Health health() {
        return health;
    }

    public Symbol symbol() {
        return symbol;
    }

    /** How long nothing has been heard. */
    public Duration silence(Instant now) {
        return Duration.between(heardAt, now);
    }

    /** The market's time as far as this symbol knows; the epoch before the first trade. */
    public Instant tradedAt() {
        return tradedAt;
    }

    /** Whether prices of this feed may be trusted. */
    public enum Health {
        UNKNOWN,
        LIVE,
        STALE
    }
}

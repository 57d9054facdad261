package pro.cryptotrader.simulator.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.matching.Refusal;

/**
 * The venue: one lock around core, market and books. Whoever gives a command sees the market as it
 * is at that moment; facts are in the ledger before anybody hears of them. A broken invariant halts
 * it for good.
 */
public final class Venue implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Venue.class);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Engine engine;
    private final Books books;
    private final Map<String, Ticker> tickers;
    private final Market market;
    private final MarketClock clock;
    private final MarketView view;
    private final long resumeTime;
    private final boolean relayed;
    private final List<Audience> audiences = new ArrayList<>();
    private @Nullable String halted;
    private Predicate<String> closedMarkets = _ -> false;

    Venue(
            Engine engine,
            Books books,
            Map<String, Ticker> tickers,
            MarketSource source,
            double speed,
            long nanos) {
        this.engine = engine;
        this.books = books;
        this.tickers = new TreeMap<>(tickers);
        // What happened up to the last fact has been restored; the market before it goes by
        // unnoticed.
        resumeTime = Math.max(source.start(), engine.state().lastTime());
        clock = new MarketClock(speed, resumeTime, nanos);
        view = new MarketView(lock, engine, this.tickers, clock);
        market = new Market(source.tape(), engine, tickers, new Play());
        relayed = source.relayed();
        if (!relayed) {
            market.play(resumeTime);
        }
    }

    /** Something the core is told to do. */
    public interface Command {
        List<Fact> give(Engine engine, long time);
    }

    private final class Play implements Market.Listener {
        @Override
        public boolean open(String symbol) {
            return !closedMarkets.test(symbol);
        }

        @Override
        public void traded(MarketTrade trade) {
            if (trade.time() <= resumeTime) {
                engine.mark(trade.symbol(), trade.price(), trade.buyerMaker());
                return;
            }
            // Another venue's trades of different symbols may come a little out of order; ours must
            // not.
            var time = relayed ? clock.millis() : trade.time();
            var facts =
                    engine.trade(
                            trade.symbol(),
                            trade.price(),
                            trade.quantity(),
                            trade.buyerMaker(),
                            time);
            audiences.forEach(audience -> audience.traded(trade));
            publish(facts);
        }

        @Override
        public void closed(String symbol, Interval interval, Candle candle, long end) {
            if (end > resumeTime) {
                var last = view.ticker(symbol).lastTradeId();
                audiences.forEach(audience -> audience.closed(symbol, interval, candle, last, end));
            }
        }

        @Override
        public void minuteEnded(long nextMinute) {
            var trades = new TreeMap<String, Long>();
            var aggregates = new TreeMap<String, Long>();
            tickers.forEach((symbol, ticker) -> {
                trades.put(symbol, ticker.lastTradeId());
                aggregates.put(symbol, ticker.trades().lastAggregate());
            });
            books.checkpoint(nextMinute, trades, aggregates, market.position());
        }
    }

    /** From now on {@code audience} hears everything. */
    public void attend(Audience audience) {
        locked(() -> audiences.add(audience));
    }

    /** Symbols of which {@code closed} is true do not trade. */
    public void closeMarketsIf(Predicate<String> closed) {
        locked(() -> closedMarkets = closed);
    }

    /** Lets market time run up to the wall's {@code nanos}. */
    public void tick(long nanos, long wallMillis) {
        locked(() -> {
            if (halted == null) {
                try {
                    if (!relayed) {
                        clock.tick(nanos);
                        market.play(clock.millis());
                    }
                    audiences.forEach(audience -> audience.breathe(wallMillis));
                } catch (RuntimeException e) {
                    halt(e);
                }
            }
            return true;
        });
    }

    /**
     * Another venue traded: market time is that trade's, and minutes end with the first trade after
     * them.
     */
    public void relay(MarketTrade trade) {
        locked(() -> {
            if (halted == null) {
                try {
                    var minute = Interval.M1.openOf(clock.millis());
                    var tradeMinute = Interval.M1.openOf(trade.time());
                    clock.reach(trade.time());
                    if (tradeMinute > minute) {
                        market.relayMinute(tradeMinute);
                    }
                    market.relay(tradeMinute < minute ? trade.atTime(minute) : trade);
                } catch (RuntimeException e) {
                    halt(e);
                }
            }
            return true;
        });
    }

    /** Another venue's best prices changed. */
    public void relayQuote(String symbol, long bid, long ask) {
        locked(() -> {
            engine.quote(symbol, bid, ask);
            audiences.forEach(audience -> audience.quoted(symbol));
            return true;
        });
    }

    /**
     * Candles another venue knows better than who has not listened all the time; the last may still
     * be open.
     */
    public void relayCandles(String symbol, List<Candle> candles) {
        locked(() -> {
            view.ticker(symbol).repair(candles);
            return true;
        });
    }

    /** Looks at the venue as it is now. */
    public <T> T read(Function<Engine, T> question) {
        return locked(() -> question.apply(engine));
    }

    /**
     * Gives a command; its facts are in the ledger when this returns.
     *
     * @param request what was asked for, in the ledger if it is refused
     * @throws Refusal with Binance's code
     */
    public List<Fact> command(String account, String request, Command command) {
        return locked(() -> {
            if (halted != null) {
                throw new Refusal(-1016, "This service is no longer available.");
            }
            try {
                return guarded(() -> command.give(engine, clock.millis()));
            } catch (Refusal refusal) {
                publish(
                        List.of(
                                new Fact.Refused(
                                        clock.millis(),
                                        account,
                                        request,
                                        refusal.code(),
                                        refusal.text())));
                throw refusal;
            }
        });
    }

    private List<Fact> guarded(Supplier<List<Fact>> work) {
        try {
            var facts = work.get();
            publish(facts);
            return facts;
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            halt(e);
            throw new Refusal(
                    -1001, "Internal error; unable to process your request. Please try again.");
        }
    }

    private void halt(RuntimeException cause) {
        halted = String.valueOf(cause.getMessage());
        LOG.error("The venue is halted: an invariant broke or the books cannot be written.", cause);
    }

    private void publish(List<Fact> facts) {
        if (!facts.isEmpty()) {
            books.append(facts);
            audiences.forEach(audience -> audience.happened(facts));
        }
    }

    /** Candles and trades of the market. */
    public MarketView market() {
        return view;
    }

    /** Market time, milliseconds. */
    public long time() {
        return locked(clock::millis);
    }

    /**
     * A point between two commands.
     *
     * @param time market time, milliseconds
     * @param lastFact number of the youngest fact in the ledger
     */
    public record Moment(long time, long lastFact) {}

    /** Now. */
    public Moment moment() {
        return locked(() -> new Moment(clock.millis(), books.lastFact()));
    }

    /** How many times faster than wall time. */
    public double speed() {
        return locked(clock::speed);
    }

    /** Changes the speed. */
    public void speed(double speed) {
        locked(() -> {
            clock.speed(speed);
            return true;
        });
    }

    /**
     * Lets market time run up to {@code millis} and stand there, so that whoever is watched decides
     * in no market time at all; {@link Long#MAX_VALUE} lets it run on.
     */
    public void standAt(long millis) {
        locked(() -> {
            clock.standAt(millis);
            return true;
        });
    }

    /** Whether recorded data have ended. */
    public boolean finished() {
        return locked(() -> !relayed && market.finished());
    }

    /** Why the venue has halted, if it has. */
    public Optional<String> halted() {
        return locked(() -> Optional.ofNullable(halted));
    }

    /** Listed symbols, sorted. */
    public List<String> symbols() {
        return List.copyOf(tickers.keySet());
    }

    /** What is kept on disk. */
    public Books books() {
        return books;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            books.close();
            return true;
        });
    }
}

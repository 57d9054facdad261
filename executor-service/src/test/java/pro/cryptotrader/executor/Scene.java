package pro.cryptotrader.executor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.Protection;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** The rest of the platform, as the executor sees it: prices, verdicts, exits, the engine. */
public final class Scene implements AutoCloseable {
    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");

    private final AccountId account;
    private final Simulator venue;
    private final List<Symbol> symbols;
    private final TopicFeed feed = TopicFeed.open();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private final Set<OrderId> verdicts = ConcurrentHashMap.newKeySet();
    private final List<Envelope<?>> said = new ArrayList<>();

    /** Prices of {@code symbols} are told from now on. */
    public Scene(String account, Simulator venue, List<Symbol> symbols) {
        this.account = new AccountId(account);
        this.venue = venue;
        this.symbols = List.copyOf(symbols);
        var _ = ticker.scheduleAtFixedRate(this::tick, 0, 500, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            for (var tick : venue.ticks(symbols)) {
                feed.publish(Envelope.root(UUID.randomUUID(), "test", tick.at(), tick));
            }
        } catch (RuntimeException | AssertionError e) {
            // The venue or the broker is away: no tick.
        }
    }

    /** The account trades these symbols and its engine runs in {@code epoch}. */
    public void open(long epoch) {
        say(
                new TradingConfigChanged(
                        account,
                        "admin",
                        1,
                        new TradingConfig(
                                true,
                                TradingMode.BALANCED,
                                true,
                                Interval.M5,
                                symbols,
                                new RiskConfig(
                                        new BigDecimal("3"),
                                        5,
                                        new BigDecimal("2"),
                                        BigDecimal.ONE,
                                        BigDecimal.TWO,
                                        Money.of("10")),
                                new NotificationConfig(false, Map.of(), null, null, null, null)),
                        "admin",
                        LONG_AGO));
        say(
                new EngineStateChanged(
                        account,
                        EngineState.RUNNING,
                        epoch,
                        epoch - 1,
                        false,
                        null,
                        "a test says so",
                        LONG_AGO));
    }

    /** A purchase for {@code worth}, protected {@code percent} per cent below and above. */
    public OrderId buy(Symbol symbol, long epoch, int worth, int percent) {
        var tick = venue.tick(symbol);
        var signal = UUID.randomUUID();
        var verdict =
                new RiskVerdict.Approved(
                        account,
                        signal,
                        OrderId.from(signal, account.toString()),
                        symbol,
                        Side.BUY,
                        new Quantity(
                                BigDecimal.valueOf(worth)
                                        .divide(tick.ask().value(), 8, RoundingMode.FLOOR)),
                        tick.ask(),
                        tick.ask().plusPercent(BigDecimal.ONE),
                        new Protection(
                                tick.ask().plusPercent(BigDecimal.valueOf(-percent)),
                                tick.ask().plusPercent(BigDecimal.valueOf(percent))),
                        tick.at().plusSeconds(600),
                        epoch,
                        1,
                        List.of());
        verdicts.add(verdict.orderId());
        say(verdict);
        return verdict.orderId();
    }

    /** The position in {@code symbol} is to be left. */
    public void exit(Symbol symbol) {
        say(
                new ExitRequested(
                        account, symbol, 1, ExitRequested.Reason.MANUAL, venue.tick(symbol).at()));
    }

    /** Something that was said before arrives once more. */
    public void repeat(int index) {
        feed.publish(said.get(index % said.size()));
    }

    private void say(Event event) {
        var envelope = Envelope.root(UUID.randomUUID(), "test", LONG_AGO.plusSeconds(1), event);
        said.add(envelope);
        feed.publish(envelope);
    }

    /** The orders that verdicts have allowed. */
    public Set<OrderId> verdicts() {
        return Set.copyOf(verdicts);
    }

    /** Everything about this account on these topics, each event once, in order. */
    public List<Event> log(Topic... topics) {
        var events = new LinkedHashMap<UUID, Event>();
        for (var topic : topics) {
            try (var probe = TopicProbe.of(topic)) {
                for (var envelope : probe.all()) {
                    if (envelope.data().key().equals(account.toString())) {
                        events.putIfAbsent(envelope.id(), envelope.data());
                    }
                }
            }
        }
        return List.copyOf(events.values());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        feed.close();
    }
}

package pro.cryptotrader.executor;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.binance.AccountSnapshot;
import pro.cryptotrader.binance.OrderFilters;
import pro.cryptotrader.binance.SpotAccount;
import pro.cryptotrader.binance.SymbolRules;
import pro.cryptotrader.binance.UserStream;
import pro.cryptotrader.binance.VenueOrder;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.execution.Abilities;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.VenueCommand;

/**
 * An account as this process sees it: its connection to the venue, the venue's rules, and the gate
 * that every entry passes on its way out.
 */
public final class LiveAccount {
    private static final Duration OLD_AVERAGE = Duration.ofSeconds(5);
    private static final BigDecimal USUAL_COMMISSION = new BigDecimal("0.001");

    private final AccountId id;
    private final Map<String, SymbolRules> rules = new ConcurrentHashMap<>();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private volatile EngineView engine;
    private volatile Set<Symbol> symbols = Set.of();
    private volatile @Nullable SpotAccount venue;
    private volatile @Nullable UserStream stream;
    private final Map<Symbol, Average> averages = new ConcurrentHashMap<>();
    private volatile Map<String, List<VenueOrder>> resting = Map.of();
    private volatile SortedMap<Asset, AccountSnapshot.Balance> balances = new TreeMap<>();
    private volatile BigDecimal takerCommission = USUAL_COMMISSION;
    private volatile boolean subscribed;
    private volatile boolean reconciled;
    private long gaps;
    private volatile boolean reconciledOnce;

    LiveAccount(AccountId id, EngineView engine) {
        this.id = id;
        this.engine = engine;
    }

    public AccountId id() {
        return id;
    }

    public EngineView engine() {
        return engine;
    }

    /**
     * Changes what is known of the engine, then waits until no entry is on its way out that did not
     * see the change.
     */
    EngineView closeGate(UnaryOperator<EngineView> change) {
        synchronized (this) {
            engine = change.apply(engine);
        }
        gate.writeLock().lock();
        try {
            return engine;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Sends an entry unless, at this very moment, something speaks against it. */
    public <T> T pass(
            Supplier<Optional<String>> objection, Function<String, T> refused, Supplier<T> send) {
        gate.readLock().lock();
        try {
            return objection.get().map(refused).orElseGet(send);
        } finally {
            gate.readLock().unlock();
        }
    }

    Set<Symbol> symbols() {
        return symbols;
    }

    void trades(Collection<Symbol> wanted) {
        symbols = Set.copyOf(wanted);
    }

    /** The account at the venue; null while there is no connection. */
    public @Nullable SpotAccount venue() {
        return venue;
    }

    void connect(SpotAccount account, UserStream opened) {
        venue = account;
        stream = opened;
    }

    void close() {
        var open = stream;
        if (open != null) {
            open.close();
        }
    }

    void learn(Collection<SymbolRules> told) {
        told.forEach(rule -> rules.put(rule.instrument().symbol().venueName(), rule));
    }

    void learn(AccountSnapshot snapshot) {
        takerCommission = snapshot.takerCommission();
        balances = snapshot.balances();
    }

    /** What rests at the venue, ours and others'. */
    void learnResting(Collection<VenueOrder> open) {
        resting = open.stream().collect(Collectors.groupingBy(VenueOrder::symbol));
    }

    void learnAverage(Symbol symbol, Price price) {
        averages.put(symbol, new Average(price, System.nanoTime()));
    }

    /** Whether the price that the venue measures an entry's prices against is not fresh. */
    boolean isAverageOld(Symbol symbol) {
        var known = averages.get(symbol);
        return known == null || System.nanoTime() - known.nanos() > OLD_AVERAGE.toNanos();
    }

    /**
     * The venue's average price.
     *
     * @param nanos when it was asked for, by {@link System#nanoTime}
     */
    private record Average(Price price, long nanos) {}

    /** Which of the venue's filters an entry would fail, by the latest look at the account. */
    Optional<String> filterObjection(VenueCommand.PlaceEntry entry) {
        var symbol = entry.symbol();
        var rule = rules.get(symbol.venueName());
        if (rule == null) {
            return Optional.of("the venue's rules for %s are not known".formatted(symbol));
        }
        var open = resting.getOrDefault(symbol.venueName(), List.of());
        var owned = balances.get(symbol.base());
        var average = averages.get(symbol);
        return rule.filters()
                .objection(
                        entry.quantity(),
                        entry.limit(),
                        entry.protection(),
                        new OrderFilters.Circumstances(
                                average == null ? null : average.price(),
                                owned == null ? BigDecimal.ZERO : owned.total(),
                                open.size(),
                                (int) open.stream().filter(VenueOrder::isTriggered).count()));
    }

    /** The rules of a symbol in the venue's spelling; null when they are not known. */
    public @Nullable SymbolRules rules(String venueName) {
        return rules.get(venueName);
    }

    EntryForm form(Symbol symbol) {
        var rule = rules.get(symbol.venueName());
        if (rule == null || !rule.oco() || !rule.oto()) {
            return EntryForm.PLAIN;
        }
        return rule.opo() ? EntryForm.OPOCO : EntryForm.OTOCO;
    }

    Abilities abilities(Symbol symbol) {
        var rule = rules.get(symbol.venueName());
        return rule == null
                ? Abilities.NONE
                : new Abilities(
                        rule.cancelReplace(),
                        rule.amend(),
                        rule.leastTrailingBips(),
                        rule.mostTrailingBips());
    }

    BigDecimal takerCommission() {
        return takerCommission;
    }

    /** Whether what we believe has been compared with the venue since the latest gap. */
    public boolean isReconciled() {
        return reconciled;
    }

    /** Whether it has been at least once. */
    public boolean wasReconciled() {
        return reconciledOnce;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    synchronized void subscribed() {
        subscribed = true;
    }

    /** From now on something may have been missed. */
    synchronized void gap() {
        subscribed = false;
        reconciled = false;
        gaps++;
    }

    synchronized long gaps() {
        return gaps;
    }

    /** A pass that began after {@code gap} gaps is worth nothing if there has been another. */
    synchronized void reconciledSince(long gap) {
        reconciled = gaps == gap && subscribed;
        reconciledOnce |= reconciled;
    }

    /** There is something that no pass has looked at yet. */
    synchronized void unreconciled() {
        reconciled = false;
    }
}

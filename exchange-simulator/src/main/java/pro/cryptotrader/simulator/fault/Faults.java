package pro.cryptotrader.simulator.fault;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * All faults of the venue, in the order in which they were given; the first that matches strikes.
 */
@Singleton
public class Faults {
    private static final int KEPT = 10_000;

    private final InstantSource wall;
    private final AtomicLong lastId = new AtomicLong();
    private final NavigableMap<Long, Fault> all = new ConcurrentSkipListMap<>();
    private final List<Fault> active = new CopyOnWriteArrayList<>();
    private final List<Consumer<Fault>> onBegin = new CopyOnWriteArrayList<>();
    private final List<Consumer<Fault>> onEnd = new CopyOnWriteArrayList<>();

    /** Durations are of wall time. */
    public Faults(InstantSource wall) {
        this.wall = wall;
    }

    /** Hears of every fault as it begins. */
    public void onBegin(Consumer<Fault> listener) {
        onBegin.add(listener);
    }

    /** Hears of every fault as it ends, at the latest with the next {@link #expire}. */
    public void onEnd(Consumer<Fault> listener) {
        onEnd.add(listener);
    }

    /** Orders a fault. */
    public Fault add(Effect effect, Scope scope, Limit limit) {
        var fault = new Fault(lastId.incrementAndGet(), effect, scope, limit, wall.millis());
        all.put(fault.id(), fault);
        if (all.size() > KEPT && !all.firstEntry().getValue().active()) {
            all.pollFirstEntry();
        }
        active.add(fault);
        onBegin.forEach(listener -> listener.accept(fault));
        return fault;
    }

    /** Faults in the order of their numbers, also those that have ended. */
    public Collection<Fault> all() {
        return List.copyOf(all.values());
    }

    /** Faults that may still strike. */
    public List<Fault> active() {
        return List.copyOf(active);
    }

    /** A fault by its number. */
    public Optional<Fault> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Ends a fault before its time. */
    public void remove(Fault fault) {
        fault.remove();
        settle();
    }

    /** Ends all faults. */
    public void clear() {
        active.forEach(Fault::remove);
        settle();
    }

    /** Ends what is over by now. */
    public void expire() {
        var now = wall.millis();
        active.forEach(fault -> fault.expire(now));
        settle();
    }

    private void settle() {
        var over = active.stream().filter(fault -> !fault.active()).toList();
        // Whoever takes it off the list tells, once.
        var ended = over.stream().filter(active::remove).toList();
        ended.forEach(fault -> onEnd.forEach(listener -> listener.accept(fault)));
    }

    /** The first fault with an effect of that kind that strikes this case. */
    public Optional<Fault> strike(Class<? extends Effect> kind, Scope.Target target) {
        if (active.isEmpty()) {
            return Optional.empty();
        }
        var now = wall.millis();
        for (var fault : active) {
            if (kind.isInstance(fault.effect())
                    && fault.scope().covers(target)
                    && fault.strikes(now)) {
                if (!fault.active()) {
                    settle();
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** This fault has struck. */
    public void struck(Fault fault) {
        if (fault.strikes(wall.millis()) && !fault.active()) {
            settle();
        }
    }

    /** The effects of that kind that last now for this case; nothing is counted. */
    public <E extends Effect.Lasting> List<E> lasting(Class<E> kind, Scope.Target target) {
        if (active.isEmpty()) {
            return List.of();
        }
        var now = wall.millis();
        var effects = new ArrayList<E>();
        for (var fault : active) {
            fault.expire(now);
            if (kind.isInstance(fault.effect()) && fault.active() && fault.scope().covers(target)) {
                effects.add(kind.cast(fault.effect()));
            }
        }
        return effects;
    }

    /** How far the server's clock is off. */
    public long clockOffset() {
        return lasting(Effect.SkewClock.class, Scope.Target.venue()).stream()
                .mapToLong(Effect.SkewClock::offsetMillis)
                .sum();
    }

    /** Whether a symbol is halted. */
    public boolean halted(String symbol) {
        return !lasting(Effect.HaltSymbol.class, Scope.Target.market(symbol)).isEmpty();
    }
}

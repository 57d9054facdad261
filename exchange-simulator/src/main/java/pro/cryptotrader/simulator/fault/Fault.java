package pro.cryptotrader.simulator.fault;

import java.util.Random;

/** A fault that was ordered, and how it went so far. */
public final class Fault {
    private final long id;
    private final Effect effect;
    private final Scope scope;
    private final Limit limit;
    private final long began;
    private final Random dice;
    private int seen;
    private int strikes;
    private State state = State.ACTIVE;

    /** Whether a fault still strikes, and why not. */
    public enum State {
        ACTIVE,
        /** It has struck as often as it was to. */
        SPENT,
        /** Its time is over. */
        EXPIRED,
        REMOVED
    }

    Fault(long id, Effect effect, Scope scope, Limit limit, long wallMillis) {
        this.id = id;
        this.effect = effect;
        this.scope = scope;
        this.limit = limit;
        began = wallMillis;
        dice = new Random(limit.seed());
    }

    /** Its number at this venue. */
    public long id() {
        return id;
    }

    /** What it does. */
    public Effect effect() {
        return effect;
    }

    /** What it is for. */
    public Scope scope() {
        return scope;
    }

    /** How often it strikes. */
    public Limit limit() {
        return limit;
    }

    /** When it was ordered, wall time. */
    public long began() {
        return began;
    }

    /** How often it has struck. */
    public synchronized int strikes() {
        return strikes;
    }

    /** Whether it still strikes. */
    public synchronized State state() {
        return state;
    }

    boolean active() {
        return state() == State.ACTIVE;
    }

    synchronized void remove() {
        if (state == State.ACTIVE) {
            state = State.REMOVED;
        }
    }

    /** Ends it if its time is over. */
    synchronized void expire(long wallMillis) {
        var over = limit.durationMillis() > 0 && wallMillis - began >= limit.durationMillis();
        if (over && state == State.ACTIVE) {
            state = State.EXPIRED;
        }
    }

    /** Whether it strikes this matching case; if so the case counts. */
    synchronized boolean strikes(long wallMillis) {
        expire(wallMillis);
        if (state != State.ACTIVE) {
            return false;
        }
        seen++;
        if (seen <= limit.skip() || dice.nextDouble() >= limit.probability()) {
            return false;
        }
        strikes++;
        if (strikes == limit.count()) {
            state = State.SPENT;
        }
        return true;
    }
}

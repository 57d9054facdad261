package pro.cryptotrader.contracts.event;

/**
 * The states of an account's engine; only RUNNING opens positions. Exits are allowed in all of
 * them.
 */
public enum EngineState {
    STOPPED,
    RUNNING,
    /** No entries; positions kept and protected. */
    PAUSED,
    /** No entries; positions are being sold. Becomes STOPPED when none is left. */
    STOPPING,
    /** No entries until a person resets it. */
    EMERGENCY_STOPPED,
    /** Stopped itself because something was wrong; no entries. */
    SAFE_MODE
}

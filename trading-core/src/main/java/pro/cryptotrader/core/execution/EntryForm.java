package pro.cryptotrader.core.execution;

/** How an entry brings its protection, best first. */
public enum EntryForm {
    /** The legs' quantity is what was received, computed by the venue: nothing is ever bare. */
    OPOCO,
    /** The legs' quantity is ours to compute before the fill. */
    OTOCO,
    /** The entry alone; an OCO follows its fill. */
    PLAIN
}

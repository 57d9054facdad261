package pro.cryptotrader.core.position;

/** The books contradict themselves, such as more sold than held: nothing may go on from here. */
public final class BrokenLedger extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public BrokenLedger(String what) {
        super(what);
    }
}

package pro.cryptotrader.backtest;

/** A job is not to be worked at any more: cancelled, taken over, or the service stops. */
public final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobStopped() {
        super("stopped", null, false, false);
    }
}

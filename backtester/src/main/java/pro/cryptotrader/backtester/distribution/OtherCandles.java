package pro.cryptotrader.backtester.distribution;

/** A worker's candles are not those of the study, so that its results would not be either. */
public final class OtherCandles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherCandles(String message) {
        super(message);
    }
}

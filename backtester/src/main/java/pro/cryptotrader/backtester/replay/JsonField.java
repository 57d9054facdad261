package pro.cryptotrader.backtester.replay;

/**
 * A field in which two documents differ.
 *
 * @param path such as {@code data.votes[2].score}
 * @param recorded what it was; empty when it was not there
 * @param replayed what it has become; empty when it is no longer there
 */
public record JsonField(String path, String recorded, String replayed) {}

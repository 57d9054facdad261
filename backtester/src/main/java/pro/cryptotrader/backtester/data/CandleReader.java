package pro.cryptotrader.backtester.data;

/** One pass through the candles of a {@link CandleSource}; for one thread. */
public interface CandleReader extends AutoCloseable {
    /**
     * Replaces the content of {@code block} by the next candles, as many as it takes or there are.
     *
     * @return false when there are no more, and the block is empty then
     */
    boolean read(CandleBlock block);

    @Override
    void close();
}

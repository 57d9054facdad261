package pro.cryptotrader.simulator.venue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;
import pro.cryptotrader.simulator.store.LedgerFile;

/** Everything the venue keeps on disk: ledger, candles, checkpoint. */
public final class Books implements AutoCloseable {
    private final String market;
    private final LedgerFile ledger;
    private final Map<String, CandleFile> candles;
    private final Path checkpoint;
    private long lastFact;

    /** {@code lastFact} is the number of facts that are in the ledger already. */
    Books(
            String market,
            LedgerFile ledger,
            long lastFact,
            Map<String, CandleFile> candles,
            Path checkpoint) {
        this.market = market;
        this.ledger = ledger;
        this.lastFact = lastFact;
        this.candles = candles;
        this.checkpoint = checkpoint;
    }

    /** Where the ledger lies. */
    public Path ledger() {
        return ledger.path();
    }

    void append(List<Fact> facts) {
        ledger.append(facts);
        lastFact += facts.size();
    }

    /** The number of the youngest fact, 0 if there is none. */
    long lastFact() {
        return lastFact;
    }

    void checkpoint(
            long nextMinute,
            Map<String, Long> tradeIds,
            Map<String, Long> aggregateIds,
            Map<String, double[]> tape) {
        new Checkpoint(market, nextMinute, tradeIds, aggregateIds, tape).write(checkpoint);
    }

    @Override
    public void close() {
        ledger.close();
        candles.values().forEach(CandleFile::close);
    }
}

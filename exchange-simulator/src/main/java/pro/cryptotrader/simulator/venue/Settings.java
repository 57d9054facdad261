package pro.cryptotrader.simulator.venue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the venue is: its market, its speed and where it keeps its books. */
@ConfigMapping(prefix = "sim")
public interface Settings {
    /** Where the market comes from. */
    @WithDefault("generated")
    MarketKind market();

    /** Two venues with the same seed make the same market. */
    @WithDefault("42")
    long seed();

    /** Market time passes that many times faster than wall time, 1 to 300. */
    @WithDefault("60")
    double speed();

    /** Symbols of the generated and the relayed market. */
    @WithDefault("BTCUSDT,ETHUSDT,BNBUSDT,SOLUSDT,XRPUSDT")
    List<String> symbols();

    /** Recorded candles or trades to replay; a file's name begins with its symbol and a dash. */
    Optional<List<String>> files();

    /**
     * When the replay begins; what was before is history. Default: after half of the data, at most
     * 7.5 days.
     */
    Optional<Instant> replayFrom();

    /** Ledger, candles and checkpoint. */
    @WithDefault("./data/simulator")
    Path dataDir();

    /** Days of candles behind the start of a generated market. */
    @WithDefault("90")
    int historyDays();

    /** When the generated market's live part begins. */
    @WithDefault("2025-01-01T00:00:00Z")
    Instant start();

    /** Fraction of what is received. */
    @WithDefault("0.001")
    BigDecimal commission();

    /** What to do when recorded data end; the market stands still. */
    @WithDefault("stop")
    EndOfData endOfData();

    /** Where the market comes from. */
    enum MarketKind {
        GENERATED,
        REPLAY,
        UPSTREAM
    }

    /** What happens at the end of recorded data. */
    enum EndOfData {
        STOP
    }
}

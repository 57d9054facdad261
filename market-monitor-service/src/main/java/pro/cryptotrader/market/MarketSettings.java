package pro.cryptotrader.market;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Where the market is read and when it counts as silent. */
@ConfigMapping(prefix = "market")
public interface MarketSettings {
    /** The venue's REST address, such as {@code https://api.binance.com}. */
    String restUrl();

    /** The venue's stream address, such as {@code wss://stream.binance.com:9443}. */
    String streamUrl();

    /** Symbols that are always watched, {@code BASE/QUOTE}. */
    List<String> symbols();

    /**
     * Closed candles published per symbol and interval when a symbol is watched for the first time.
     */
    @WithDefault("2000")
    int history();

    /** Wall time without a message after which a symbol's feed is stale. */
    @WithDefault("PT15S")
    Duration staleAfter();

    /** Least wall time between two ticks of one symbol. */
    @WithDefault("PT0.25S")
    Duration tickEvery();

    /**
     * Stream messages that may wait; more end the connection, and the gap is filled after the next
     * one.
     */
    @WithDefault("50000")
    int queue();
}

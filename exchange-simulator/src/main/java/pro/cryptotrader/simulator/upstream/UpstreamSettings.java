package pro.cryptotrader.simulator.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The venue whose market is relayed when {@code sim.market} is {@code upstream}. */
@ConfigMapping(prefix = "sim.upstream")
public interface UpstreamSettings {
    /** Where its REST interface is. */
    @WithDefault("https://data-api.binance.vision")
    String restUrl();

    /** Where its market streams are. */
    @WithDefault("wss://data-stream.binance.vision")
    String streamUrl();

    /** Days of one-minute candles to fetch at start. */
    @WithDefault("8")
    int historyDays();
}

package pro.cryptotrader.simulator.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What is asked of a socket, and how long it lives; all in wall time. Binance's own numbers. */
@ConfigMapping(prefix = "sim.sockets")
public interface StreamSettings {
    /** Every socket is pinged that often. */
    @WithDefault("20S")
    Duration ping();

    /** Who has not answered a ping for that long is cut. */
    @WithDefault("60S")
    Duration pong();

    /** Every socket is cut at that age. */
    @WithDefault("24H")
    Duration lifetime();

    /** Who sends more on a market stream is cut; 0 is no limit. */
    @WithDefault("5")
    int messagesPerSecond();

    /** Sockets an address may open; 0 is no limit. */
    @WithName("connections-per-5-minutes")
    @WithDefault("300")
    int connectionsPer5Minutes();
}

package pro.cryptotrader.simulator.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How much may be asked; 0 is no limit. Binance's own numbers of August 2025. */
@ConfigMapping(prefix = "sim.limits")
public interface LimitSettings {
    /** Request weight per address and minute. */
    @WithDefault("6000")
    int requestWeight();

    /** Requests per address and 5 minutes. */
    @WithDefault("300000")
    int rawRequests();

    /** Unfilled orders per account and 10 seconds. */
    @WithName("orders-per-10-seconds")
    @WithDefault("100")
    int ordersPer10Seconds();

    /** Unfilled orders per account and day. */
    @WithDefault("200000")
    int ordersPerDay();

    /** As many refused requests of one window later an address is banned; 0 never bans. */
    @WithDefault("50")
    int banAfter();

    /** The first ban in seconds; every further one is twice as long, at most 3 days. */
    @WithDefault("120")
    int banSeconds();
}

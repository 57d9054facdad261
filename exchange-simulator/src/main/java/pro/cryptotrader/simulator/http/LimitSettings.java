package pro.cryptotrader.simulator.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.OptionalInt;

/**
 * How much may be asked; 0 is no limit. Where nothing is set the recorded exchange information says
 * it, or else Binance's own numbers of August 2025.
 */
@ConfigMapping(prefix = "sim.limits")
public interface LimitSettings {
    /** Request weight per address and minute. */
    OptionalInt requestWeight();

    /** Requests per address and 5 minutes. */
    OptionalInt rawRequests();

    /** Unfilled orders per account and 10 seconds. */
    @WithName("orders-per-10-seconds")
    OptionalInt ordersPer10Seconds();

    /** Unfilled orders per account and day. */
    OptionalInt ordersPerDay();

    /** As many refused requests of one window later an address is banned; 0 never bans. */
    @WithDefault("50")
    int banAfter();

    /** The first ban in seconds; every further one is twice as long, at most 3 days. */
    @WithDefault("120")
    int banSeconds();
}

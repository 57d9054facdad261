package pro.cryptotrader.simulator.venue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Optional;

/** The synthetic book around the market's price. */
@ConfigMapping(prefix = "sim.book")
public interface BookSettings {
    /** Prices on either side, 1 to 5000. */
    @WithDefault("500")
    int levels();

    /** How many times the usual quantity is offered; 0.001 to 1000. */
    @WithDefault("1")
    BigDecimal depth();

    /** Bid to ask in hundredths of a percent, at least a tick; every symbol's own by default. */
    Optional<BigDecimal> spreadBps();

    /** From one price to the next in hundredths of a percent, at least a tick. */
    @WithDefault("0.2")
    BigDecimal slippageBps();
}

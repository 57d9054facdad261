package pro.cryptotrader.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/**
 * The machine's clock, for heartbeats, time-outs and what people do; never for decisions about the
 * market.
 */
@ApplicationScoped
class WallClock {
    @Produces
    @ApplicationScoped
    InstantSource system() {
        return InstantSource.system();
    }
}

package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import pro.cryptotrader.binance.BinanceRest;
import pro.cryptotrader.binance.RequestGovernor;
import pro.cryptotrader.binance.VenueClock;

/** One clock and one governor for everything that goes to the venue. */
@ApplicationScoped
class VenueSetup {
    // Not as an InstantSource: whoever asks for that means the machine's clock.
    @Produces
    @Singleton
    @Typed(VenueClock.class)
    VenueClock clock(InstantSource wall) {
        return new VenueClock(wall);
    }

    @Produces
    @Singleton
    BinanceRest rest(VenueSite site, VenueClock clock) {
        return new BinanceRest(site.restUrl(), clock, new RequestGovernor(clock), null);
    }
}

package pro.cryptotrader.simulator.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import pro.cryptotrader.simulator.matching.Fact;
import pro.cryptotrader.simulator.venue.Audience;
import pro.cryptotrader.simulator.venue.Venue;

/** An order's first fill gives back what it counted: 1 for a taker, 5 for a maker. */
@ApplicationScoped
class UnfilledOrders implements Audience {
    private final RateLimits limits;
    private final Venue venue;

    UnfilledOrders(RateLimits limits, Venue venue) {
        this.limits = limits;
        this.venue = venue;
    }

    void begin(@Observes StartupEvent event) {
        venue.attend(this);
    }

    @Override
    public void happened(List<Fact> facts) {
        for (var fact : facts) {
            if (fact instanceof Fact.OrderChanged changed
                    && changed.fill() != null
                    && changed.order().executed() == changed.fill().quantity()) {
                limits.placed(changed.order().account(), changed.fill().maker() ? -5 : -1);
            }
        }
    }
}

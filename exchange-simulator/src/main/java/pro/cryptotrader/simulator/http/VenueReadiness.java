package pro.cryptotrader.simulator.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import pro.cryptotrader.simulator.venue.Venue;

/** Ready unless a broken invariant has halted the venue. */
@Readiness
@ApplicationScoped
class VenueReadiness implements HealthCheck {
    private final Venue venue;

    VenueReadiness(Venue venue) {
        this.venue = venue;
    }

    @Override
    public HealthCheckResponse call() {
        var halted = venue.halted();
        var response = HealthCheckResponse.named("venue").status(halted.isEmpty());
        halted.ifPresent(reason -> response.withData("halted", reason));
        return response.build();
    }
}

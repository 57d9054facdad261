package pro.cryptotrader.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while decisions cannot be published. */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {
    private final OutboxRelay relay;

    RelayReadiness(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(relay.isHealthy()).build();
    }
}

package pro.cryptotrader.executor.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import pro.cryptotrader.executor.LiveAccounts;

/** Not ready before every account has been compared with the venue once; says which one waits. */
@Readiness
@ApplicationScoped
class VenueReadiness implements HealthCheck {
    private final LiveAccounts accounts;

    VenueReadiness(LiveAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("reconciled");
        var ready = true;
        for (var account : accounts.all()) {
            response.withData(
                    account.id().toString(),
                    account.venue() == null
                            ? "not connected to the venue"
                            : account.isReconciled() ? "reconciled" : "not reconciled");
            ready &= account.wasReconciled();
        }
        return response.status(ready).build();
    }
}

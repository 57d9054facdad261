package pro.cryptotrader.executor.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import pro.cryptotrader.executor.LiveAccounts;
import pro.cryptotrader.executor.outbound.VenueSite;

/** Not ready before every account has been compared with the venue once; says which one waits. */
@Readiness
@ApplicationScoped
class VenueReadiness implements HealthCheck {
    private final LiveAccounts accounts;
    private final VenueSite site;

    VenueReadiness(LiveAccounts accounts, VenueSite site) {
        this.accounts = accounts;
        this.site = site;
    }

    @Override
    public HealthCheckResponse call() {
        var response =
                HealthCheckResponse.named("reconciled").withData("venue", site.mode().name());
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

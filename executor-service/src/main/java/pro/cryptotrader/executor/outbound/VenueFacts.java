package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.messaging.HeartbeatFacts;

/** Everybody who shows trading to a person learns from us whether it is with real money. */
@ApplicationScoped
class VenueFacts implements HeartbeatFacts {
    private final VenueSite site;

    VenueFacts(VenueSite site) {
        this.site = site;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(Heartbeat.VENUE, site.mode().name());
    }
}

package pro.cryptotrader.market.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every watched symbol's feed is live. */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {
    private final Feed feed;

    FeedReadiness(Feed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        var session = feed.current();
        return HealthCheckResponse.named("market-feed")
                .status(session != null && session.isLive())
                .build();
    }
}

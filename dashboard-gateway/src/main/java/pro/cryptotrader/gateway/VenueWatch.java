package pro.cryptotrader.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.outbound.Venue;
import pro.cryptotrader.gateway.readmodel.Json;

/** Tells all screens how the simulated market runs, whenever that has changed. */
@ApplicationScoped
class VenueWatch {
    private final Venue venue;
    private final LiveFeed feed;
    private final Json json;
    private @Nullable String told;

    VenueWatch(Venue venue, LiveFeed feed, Json json) {
        this.venue = venue;
        this.feed = feed;
        this.json = json;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var status = venue.status();
        if (status == null) {
            // A page that is loaded now knows nothing: the next word is news, the same one too.
            told = null;
            return;
        }
        var now =
                "%s|%s|%s"
                        .formatted(
                                at(status, "market"), at(status, "speed"), at(status, "finished"));
        if (!now.equals(told)) {
            told = now;
            feed.publish(new Push("venue", null, json.write(status)));
        }
    }

    private static String at(JsonNode status, String name) {
        return status.path(name).asText();
    }
}

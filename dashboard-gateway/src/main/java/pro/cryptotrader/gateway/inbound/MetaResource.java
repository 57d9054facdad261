package pro.cryptotrader.gateway.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.outbound.Venue;
import pro.cryptotrader.gateway.readmodel.StatusView;
import pro.cryptotrader.gateway.readmodel.Statuses;

/** About the platform itself. */
@Path("/api")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class MetaResource {
    private final Venue venue;
    private final Statuses statuses;
    private final String version;

    MetaResource(
            Venue venue,
            Statuses statuses,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.venue = venue;
        this.statuses = statuses;
        this.version = version;
    }

    @GET
    @Path("/meta")
    public Meta meta() {
        return new Meta(version, venue.status());
    }

    @GET
    @Path("/system")
    @Transactional
    public List<StatusView> system() {
        return statuses.list("order by component, instance").stream().map(StatusView::of).toList();
    }

    /**
     * What this is; whether money is real is the executor's to say, in its heartbeats.
     *
     * @param venue the simulator's own words about its market and speed; null while it is silent
     */
    public record Meta(String version, @Nullable JsonNode venue) {}
}

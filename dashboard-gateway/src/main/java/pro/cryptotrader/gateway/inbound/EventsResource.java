package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.live.Screens;

/** What changes, pushed. */
@Path("/api/events")
public class EventsResource {
    private final Screens screens;
    private final CallerHolder caller;

    EventsResource(Screens screens, CallerHolder caller) {
        this.screens = screens;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerRequest request,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId) {
        screens.connect(caller.get(), sink, sse, lastEventId, () -> request.connection().close());
    }
}

package pro.cryptotrader.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.FaultReport;
import pro.cryptotrader.simulator.journal.RequestJournal;
import pro.cryptotrader.simulator.venue.Venue;

/** Writes down every request: what it came to, and what the client was told. */
@Singleton
public class RequestLog {
    private final RequestJournal journal;
    private final Venue venue;
    private final InstantSource wall;

    /** Writes to {@code journal}. */
    public RequestLog(RequestJournal journal, Venue venue, InstantSource wall) {
        this.journal = journal;
        this.venue = venue;
        this.wall = wall;
    }

    /**
     * How a request went.
     *
     * @param executed what came of executing it, null if it was not executed
     * @param told what the client was told
     * @param fault what struck it
     */
    record Course(@Nullable Reply executed, Reply told, @Nullable Fault fault) {
        static Course honest(Reply reply) {
            return new Course(reply, reply, null);
        }
    }

    void write(Request request, Optional<String> account, long received, Course course) {
        var moment = venue.moment();
        var node =
                OrderReports.object()
                        .put("fact", "Requested")
                        .put("time", moment.time())
                        .put("after", moment.lastFact())
                        .put("received", received)
                        .put("answered", wall.millis())
                        .put("via", request.via())
                        .put("address", request.address())
                        .put("account", account.orElse(""))
                        .put("call", request.call());
        var params = node.putObject("params");
        request.params().shown().forEach(params::put);
        var executed = course.executed();
        node.put("executed", executed != null);
        if (executed != null) {
            node.set("outcome", answer(executed));
        }
        node.set("told", answer(course.told()));
        var fault = course.fault();
        if (fault != null) {
            node.putObject("fault")
                    .put("id", fault.id())
                    .put("kind", FaultReport.kind(fault.effect()));
        }
        journal.append(node);
    }

    private static ObjectNode answer(Reply reply) {
        var node = OrderReports.object().put("status", reply.status());
        if (reply.body().has("code")) {
            node.put("code", reply.body().path("code").asInt())
                    .put("msg", reply.body().path("msg").asText());
        }
        var retry = reply.headers().get("Retry-After");
        if (retry != null) {
            node.put("retryAfter", Long.parseLong(retry));
        }
        return node;
    }
}

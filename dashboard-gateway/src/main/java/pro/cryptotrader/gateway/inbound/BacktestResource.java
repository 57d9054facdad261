package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.BacktestRequested;
import pro.cryptotrader.gateway.BacktestDesk;
import pro.cryptotrader.gateway.BacktestPlans;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.backtest.BacktestView;
import pro.cryptotrader.gateway.backtest.WantedBacktest;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.outbound.BacktestReports;

/** Backtests of the caller's accounts; somebody else's do not exist. */
@Path("/api/backtests")
@Blocking
public class BacktestResource {
    private static final int MOST_COMPARED = 6;

    private final BacktestDesk desk;
    private final BacktestPlans plans;
    private final BacktestReports reports;
    private final LiveFeed feed;
    private final CallerHolder caller;

    BacktestResource(
            BacktestDesk desk,
            BacktestPlans plans,
            BacktestReports reports,
            LiveFeed feed,
            CallerHolder caller) {
        this.desk = desk;
        this.plans = plans;
        this.reports = reports;
        this.feed = feed;
        this.caller = caller;
    }

    /** Takes one on; the pushes tell the rest. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(WantedBacktest wanted) {
        var account = plans.account(wanted.account(), caller.get());
        var kind = Asked.choice("kind", wanted.kind(), BacktestRequested.Kind.class);
        var view =
                desk.request(
                        account, kind, plans.plan(account, wanted), wanted.study(), caller.get());
        return Response.status(Response.Status.ACCEPTED).entity(view).build();
    }

    /** The newest, without their curves. */
    @GET
    public List<BacktestView> list() {
        return desk.list(caller.get());
    }

    @GET
    @Path("/{id}")
    public BacktestView.WithCurve one(@RestPath String id) {
        return desk.find(Asked.id(id), caller.get());
    }

    /** Two to six beside each other, separated by commas. */
    @GET
    @Path("/compare")
    public List<BacktestView.WithCurve> compare(@RestQuery @Nullable String ids) {
        var asked = Arrays.stream((ids == null ? "" : ids).split(",", -1)).distinct().toList();
        if (asked.size() < 2 || asked.size() > MOST_COMPARED) {
            throw Refusal.invalid(
                    "2 to %d backtests can be compared, not %d: ids=A,B"
                            .formatted(MOST_COMPARED, ids == null ? 0 : asked.size()));
        }
        return asked.stream().map(id -> desk.find(Asked.id(id), caller.get())).toList();
    }

    /** {@code report.html}, {@code report.json} or {@code report.csv}. */
    @GET
    @Path("/{id}/{name}")
    public Response report(@RestPath String id, @RestPath String name) {
        var known = desk.find(Asked.id(id), caller.get());
        return reports.find(known.backtest().id(), name);
    }

    /** Asks for its end. */
    @DELETE
    @Path("/{id}")
    public Response cancel(@RestPath String id) {
        feed.publish(desk.cancel(Asked.id(id), caller.get()));
        return Response.status(Response.Status.ACCEPTED).build();
    }
}

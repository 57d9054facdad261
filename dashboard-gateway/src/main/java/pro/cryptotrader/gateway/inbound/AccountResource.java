package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.outbound.Results;
import pro.cryptotrader.gateway.readmodel.AccountStates;
import pro.cryptotrader.gateway.readmodel.Document;
import pro.cryptotrader.gateway.readmodel.LogView;
import pro.cryptotrader.gateway.readmodel.Logs;
import pro.cryptotrader.gateway.readmodel.Newest;
import pro.cryptotrader.gateway.readmodel.Notifications;
import pro.cryptotrader.gateway.readmodel.Page;
import pro.cryptotrader.gateway.readmodel.Positions;

/** How an account stands and what its owner was told. */
@Path("/api/accounts/{account}")
@Blocking
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private final AccountStates states;
    private final Positions positions;
    private final Notifications notifications;
    private final Logs logs;
    private final Results results;

    AccountResource(
            AccountStates states,
            Positions positions,
            Notifications notifications,
            Logs logs,
            Results results) {
        this.states = states;
        this.positions = positions;
        this.notifications = notifications;
        this.logs = logs;
        this.results = results;
    }

    @GET
    public Document state(@RestPath String account) {
        return states.findByIdOptional(account)
                .orElseThrow(() -> Refusal.notFound("A state of account " + account))
                .document();
    }

    /** The equity curve in about {@code points} points. */
    @GET
    @Path("/equity")
    public List<Results.Point> equity(
            @RestPath String account,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable Integer points) {
        return results.curve(
                account,
                Asked.instant("from", from, Instant.EPOCH),
                Asked.limit(points, 500, 5_000));
    }

    @GET
    @Path("/performance")
    public Results.Summary performance(@RestPath String account) {
        return results.summary(account);
    }

    /** Open positions first, then the latest closed ones. */
    @GET
    @Path("/positions")
    public List<Document> positions(@RestPath String account, @RestQuery @Nullable Integer limit) {
        return positions.ofAccount(account, Asked.limit(limit, 100, 500)).stream()
                .map(row -> row.document())
                .toList();
    }

    @GET
    @Path("/notifications")
    public Page<Document> notifications(
            @RestPath String account,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("seq", Asked.before(before))
                .with("accountId", account)
                .page(
                        notifications,
                        Asked.limit(limit, 50, 200),
                        row -> row.document("notification"),
                        row -> row.seq);
    }

    @GET
    @Path("/logs")
    public Page<LogView> logs(
            @RestPath String account,
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String component,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("id", Asked.before(before))
                .with("accountId", account)
                .with(
                        "logLevel",
                        level == null
                                ? null
                                : Asked.choice("level", level, TradingLog.Level.class).name())
                .with("component", component)
                .with("lower(message)", "like", "text", text == null ? null : pattern(text))
                .page(logs, Asked.limit(limit, 100, 500), LogView::of, row -> row.id);
    }

    private static String pattern(String text) {
        var escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }
}

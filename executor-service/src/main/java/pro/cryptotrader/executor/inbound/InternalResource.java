package pro.cryptotrader.executor.inbound;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.ForeignOrderSeen;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.executor.EngineView;
import pro.cryptotrader.executor.ExecutionDesk;
import pro.cryptotrader.executor.Fence;
import pro.cryptotrader.executor.LiveAccounts;
import pro.cryptotrader.executor.VenueConnections;
import pro.cryptotrader.executor.outbound.ForeignOrderRows;
import pro.cryptotrader.executor.outbound.TradeRows;
import pro.cryptotrader.executor.outbound.VenueSite;

/** What the gateway may ask directly, so that an emergency stop needs no broker. */
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
public class InternalResource {
    private final ExecutionDesk desk;
    private final LiveAccounts accounts;
    private final TradeRows trades;
    private final ForeignOrderRows foreignOrders;
    private final VenueConnections connections;
    private final VenueSite site;
    private final Fence fence;
    private final Optional<String> token;

    InternalResource(
            ExecutionDesk desk,
            LiveAccounts accounts,
            TradeRows trades,
            ForeignOrderRows foreignOrders,
            VenueConnections connections,
            VenueSite site,
            Fence fence,
            @ConfigProperty(name = "internal.token") Optional<String> token) {
        this.desk = desk;
        this.accounts = accounts;
        this.trades = trades;
        this.foreignOrders = foreignOrders;
        this.connections = connections;
        this.site = site;
        this.fence = fence;
        this.token = token;
    }

    /** Whose entries to halt, and the emergency stop's command id. */
    public record HaltRequest(@Nullable String account, @Nullable String commandId) {}

    /** The brake has been pulled and stays pulled over a restart. */
    public record Halted(String account, long epoch, boolean halted) {}

    /** What is wrong with a request. */
    public record Problem(String error) {}

    /**
     * One symbol's trade.
     *
     * @param dust what positions that are over have left, too little to be sold alone
     * @param unprotectedSince wall time; null while something of ours rests or nothing is held
     */
    public record TradeStatus(
            String symbol,
            String phase,
            String held,
            String dust,
            int openOrders,
            @Nullable Instant unprotectedSince) {}

    /**
     * An account as this process sees it.
     *
     * @param foreign orders that rest and are none of ours
     */
    public record AccountStatus(
            String account,
            String venue,
            long executorEpoch,
            boolean connected,
            boolean reconciled,
            @Nullable String engine,
            long epoch,
            boolean halted,
            List<TradeStatus> trades,
            List<ForeignOrderSeen> foreign) {}

    @POST
    @Path("/engine/halt")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response halt(
            @HeaderParam("X-Internal-Token") @Nullable String given,
            @Nullable HaltRequest request) {
        if (!isAllowed(given)) {
            return forbidden();
        }
        if (request == null || request.account() == null || request.commandId() == null) {
            return badRequest("'account' and 'commandId' are needed");
        }
        try {
            var account = new AccountId(request.account());
            EngineView view = desk.halt(account, UUID.fromString(request.commandId()));
            return Response.ok(new Halted(account.toString(), view.epoch(), view.halt() != null))
                    .build();
        } catch (IllegalArgumentException e) {
            return badRequest(String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("/accounts/{account}")
    public Response account(
            @HeaderParam("X-Internal-Token") @Nullable String given,
            @PathParam("account") String name) {
        if (!isAllowed(given)) {
            return forbidden();
        }
        AccountId id;
        try {
            id = new AccountId(name);
        } catch (IllegalArgumentException e) {
            return badRequest(String.valueOf(e.getMessage()));
        }
        var account = accounts.find(id);
        if (account == null) {
            return Response.status(404)
                    .entity(new Problem("there is no account '%s'".formatted(name)))
                    .build();
        }
        var engine = account.engine();
        var state = engine.state();
        return Response.ok(
                        new AccountStatus(
                                name,
                                site.mode().name(),
                                fence.epoch(),
                                account.venue() != null,
                                account.isReconciled(),
                                state == null ? null : state.name(),
                                engine.epoch(),
                                engine.halt() != null,
                                trades(id),
                                foreignOrders.openOf(id)))
                .build();
    }

    private List<TradeStatus> trades(AccountId id) {
        return trades.of(id).stream().map(InternalResource::status).toList();
    }

    private static TradeStatus status(TradeRows.Row row) {
        var trade = row.trade();
        return new TradeStatus(
                trade.symbol().toString(),
                trade.phase().name(),
                trade.held().toPlainString(),
                trade.dust().toPlainString(),
                (int) trade.orders().stream().filter(order -> order.isOpen()).count(),
                row.bareSince());
    }

    /** Makes the full comparison with the venue now; what differs is told as always. */
    @POST
    @Path("/accounts/{account}/reconcile")
    public Response reconcile(
            @HeaderParam("X-Internal-Token") @Nullable String given,
            @PathParam("account") String name) {
        if (!isAllowed(given)) {
            return forbidden();
        }
        var account =
                accounts.all().stream()
                        .filter(each -> each.id().toString().equals(name))
                        .findFirst()
                        .orElse(null);
        if (account == null) {
            return Response.status(404)
                    .entity(new Problem("there is no account '%s'".formatted(name)))
                    .build();
        }
        return connections.reconcileNow(account)
                ? Response.ok(Map.of("account", name, "reconciled", true)).build()
                : Response.status(503)
                        .entity(new Problem("the venue could not be compared with, see the log"))
                        .build();
    }

    private boolean isAllowed(@Nullable String given) {
        return given != null
                && token.isPresent()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Response forbidden() {
        return Response.status(403)
                .entity(new Problem("the header X-Internal-Token is missing or wrong"))
                .build();
    }

    private static Response badRequest(String error) {
        return Response.status(400).entity(Map.of("error", error)).build();
    }
}

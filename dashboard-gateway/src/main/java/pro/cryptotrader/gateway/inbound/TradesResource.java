package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.AuditTrail;
import pro.cryptotrader.gateway.AuditTrail.Chain;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.readmodel.Document;
import pro.cryptotrader.gateway.readmodel.Fills;
import pro.cryptotrader.gateway.readmodel.Newest;
import pro.cryptotrader.gateway.readmodel.OrderEvents;
import pro.cryptotrader.gateway.readmodel.OrderView;
import pro.cryptotrader.gateway.readmodel.Orders;
import pro.cryptotrader.gateway.readmodel.Page;
import pro.cryptotrader.gateway.readmodel.Verdicts;

/** What was decided, ordered and traded for an account, and why. */
@Path("/api/accounts/{account}")
@Blocking
@Transactional
@Produces(MediaType.APPLICATION_JSON)
public class TradesResource {
    private final Verdicts verdicts;
    private final Orders orders;
    private final OrderEvents orderEvents;
    private final Fills fills;
    private final AuditTrail trail;

    TradesResource(
            Verdicts verdicts,
            Orders orders,
            OrderEvents orderEvents,
            Fills fills,
            AuditTrail trail) {
        this.verdicts = verdicts;
        this.orders = orders;
        this.orderEvents = orderEvents;
        this.fills = fills;
        this.trail = trail;
    }

    @GET
    @Path("/verdicts")
    public Page<Document> verdicts(
            @RestPath String account,
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable Boolean approved,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("seq", Asked.before(before))
                .with("accountId", account)
                .with("symbol", symbol)
                .with("approved", approved)
                .page(
                        verdicts,
                        Asked.limit(limit, 50, 200),
                        row -> row.document(row.type()),
                        row -> row.seq);
    }

    @GET
    @Path("/orders")
    public Page<OrderView> orders(
            @RestPath String account,
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("seq", Asked.before(before))
                .with("accountId", account)
                .with("symbol", symbol)
                .with("status", status)
                .page(orders, Asked.limit(limit, 50, 200), OrderView::of, row -> row.seq);
    }

    /** The life of one order, oldest step first. */
    @GET
    @Path("/orders/{order}/events")
    public List<Document> orderEvents(@RestPath String account, @RestPath String order) {
        var steps = orderEvents.of(account, Asked.id(order));
        if (steps.isEmpty()) {
            throw Refusal.notFound("Order " + order);
        }
        return steps.stream().map(row -> row.document(row.type)).toList();
    }

    @GET
    @Path("/fills")
    public Page<Document> fills(
            @RestPath String account,
            @RestQuery @Nullable String symbol,
            @RestQuery @Nullable Long before,
            @RestQuery @Nullable Integer limit) {
        return new Newest("seq", Asked.before(before))
                .with("accountId", account)
                .with("symbol", symbol)
                .page(
                        fills,
                        Asked.limit(limit, 50, 200),
                        row -> row.document("fill"),
                        row -> row.seq);
    }

    /** Why this was traded: from the fill back to the candle, and for an exit the entry's too. */
    @GET
    @Path("/fills/{fill}/audit")
    public Chain audit(@RestPath String account, @RestPath String fill) {
        return trail.of(account, Asked.id(fill));
    }
}

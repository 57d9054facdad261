package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.gateway.CommandPost;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.engine.CommandView;
import pro.cryptotrader.gateway.engine.Commands;
import pro.cryptotrader.gateway.readmodel.Document;
import pro.cryptotrader.gateway.readmodel.EngineStates;

/** An account's engine: how it stands, and what its owner asks of it. */
@Path("/api/accounts/{account}/engine")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EngineResource {
    private static final int COMMANDS = 10;
    private static final int LONGEST_REASON = 500;

    private final CommandPost post;
    private final EngineStates states;
    private final Commands commands;
    private final CallerHolder caller;

    EngineResource(CommandPost post, EngineStates states, Commands commands, CallerHolder caller) {
        this.post = post;
        this.states = states;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @Transactional
    public Engine state(@RestPath String account) {
        return new Engine(
                states.findByIdOptional(account).map(row -> row.document()).orElse(null),
                commands.latest(new AccountId(account), COMMANDS).stream()
                        .map(CommandView::of)
                        .toList());
    }

    /** Answers 202: that it is done is seen in the state, when the executor has confirmed it. */
    @POST
    public Response command(@RestPath String account, @Nullable Order order) {
        if (order == null) {
            throw Refusal.invalid("a command needs an action");
        }
        var action = Asked.choice("action", order.action(), EngineCommand.Action.class);
        var reason = order.reason() == null ? "" : order.reason().strip();
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid(
                    "a reason has at most %d characters, not %d"
                            .formatted(LONGEST_REASON, reason.length()));
        }
        if (action == EngineCommand.Action.RESET && reason.isEmpty()) {
            throw Refusal.invalid("RESET leaves an emergency stop and needs a reason");
        }
        var close = Boolean.TRUE.equals(order.closePositions());
        if (close
                && action != EngineCommand.Action.STOP
                && action != EngineCommand.Action.EMERGENCY_STOP) {
            throw Refusal.invalid("only STOP and EMERGENCY_STOP can close positions");
        }
        var receipt = post.give(new AccountId(account), action, close, reason, caller.get());
        return Response.status(Response.Status.ACCEPTED).entity(receipt).build();
    }

    /** What an operator asks for; {@code closePositions} is false when it is missing. */
    public record Order(
            @Nullable String action, @Nullable Boolean closePositions, @Nullable String reason) {}

    /**
     * The engine as it is known here.
     *
     * @param state null until risk has spoken of it
     */
    public record Engine(@Nullable Document state, List<CommandView> commands) {}
}

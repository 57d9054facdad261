package pro.cryptotrader.risk.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.core.risk.AccountRisk;
import pro.cryptotrader.risk.RiskService;
import pro.cryptotrader.risk.UnknownAccount;
import pro.cryptotrader.risk.outbound.AccountStore;

/** The way to the engines that does not need Kafka; for the gateway only. */
@Path("/internal/engine")
@Blocking
class EngineResource {
    private static final String TOKEN = "X-Internal-Token";
    private static final String GATEWAY = "dashboard-gateway";

    private final RiskService service;
    private final AccountStore accounts;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final byte[] token;

    EngineResource(
            RiskService service,
            AccountStore accounts,
            InstantSource clock,
            ObjectMapper json,
            @ConfigProperty(name = "internal.token") Optional<String> token) {
        this.service = service;
        this.accounts = accounts;
        this.clock = clock;
        this.json = json;
        this.token = token.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    /** Obeys a command, or says with 409 why not; the same command again gets the same answer. */
    @POST
    @Path("/commands")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response command(@HeaderParam(TOKEN) @Nullable String given, String body) {
        if (!isAuthorized(given)) {
            return Problem.unauthorized();
        }
        return switch (CommandRequest.check(json, body, clock.instant())) {
            case CommandRequest.Checked.Bad bad -> Problem.badRequest(bad.errors());
            case CommandRequest.Checked.Good good -> obey(good);
        };
    }

    @GET
    @Path("/{account}")
    public Response engine(
            @HeaderParam(TOKEN) @Nullable String given, @PathParam("account") String account) {
        if (!isAuthorized(given)) {
            return Problem.unauthorized();
        }
        var known = find(account);
        return known == null || known.terms() == null
                ? Problem.notFound("account '%s' has no engine".formatted(account))
                : ok(EngineView.of(known.engine()));
    }

    private Response obey(CommandRequest.Checked.Good request) {
        var command = request.command();
        var message = Envelope.root(request.commandId(), GATEWAY, command.issuedAt(), command);
        try {
            var engine = service.onCommand(message, command);
            var answer = engine.answerTo(request.commandId());
            return answer == null || answer.refusal() == null
                    ? ok(EngineView.of(engine))
                    : Problem.refused(answer.refusal(), EngineView.of(engine));
        } catch (UnknownAccount e) {
            return Problem.notFound(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable AccountRisk find(String account) {
        try {
            return accounts.peek(new AccountId(account));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** In constant time; without a token of our own nobody is let in. */
    private boolean isAuthorized(@Nullable String given) {
        return given != null
                && token.length > 0
                && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    private static Response ok(EngineView engine) {
        return Response.ok(engine, MediaType.APPLICATION_JSON_TYPE).build();
    }
}

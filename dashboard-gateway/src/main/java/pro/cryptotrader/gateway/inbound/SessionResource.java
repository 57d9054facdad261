package pro.cryptotrader.gateway.inbound;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.SortedSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.access.Role;
import pro.cryptotrader.gateway.access.SignIn;
import pro.cryptotrader.gateway.live.LiveFeed;

/** Signing in and out. */
@Path("/api/session")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionResource {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PASSWORD = 256;

    private final SignIn signIn;
    private final CallerHolder caller;
    private final LiveFeed feed;
    private final boolean secure;

    SessionResource(
            SignIn signIn,
            CallerHolder caller,
            LiveFeed feed,
            @ConfigProperty(name = "gateway.secure-cookie") boolean secure) {
        this.signIn = signIn;
        this.caller = caller;
        this.feed = feed;
        this.secure = secure;
    }

    @POST
    public Response open(@Nullable Credentials credentials, @Context HttpServerRequest request) {
        if (credentials == null
                || credentials.name() == null
                || credentials.password() == null
                || credentials.name().isBlank()
                || credentials.name().length() > LONGEST_NAME
                || credentials.password().length() > LONGEST_PASSWORD) {
            throw Refusal.invalid(
                    "Give a name of 1 to %d and a password of up to %d characters"
                            .formatted(LONGEST_NAME, LONGEST_PASSWORD));
        }
        var address = Gatekeeper.address(request);
        var token = signIn.open(credentials.name(), credentials.password(), address);
        var session = signIn.find(token, address).orElseThrow();
        return Response.ok(Session.of(session)).cookie(cookie(token, -1)).build();
    }

    @GET
    public Session current() {
        return Session.of(caller.get());
    }

    @DELETE
    public Response close() {
        signIn.close(caller.get());
        feed.cut(caller.get().session());
        return Response.noContent().cookie(cookie("", 0)).build();
    }

    private NewCookie cookie(String token, int maxAge) {
        return new NewCookie.Builder(Gatekeeper.COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAge)
                .build();
    }

    /** What a person types. */
    public record Credentials(@Nullable String name, @Nullable String password) {}

    /** Who is signed in, and the token for {@code X-CSRF-Token}. */
    public record Session(
            String user,
            Role role,
            SortedSet<AccountId> accounts,
            String csrfToken,
            Instant expiresAt) {
        static Session of(Caller caller) {
            return new Session(
                    caller.name(),
                    caller.role(),
                    caller.accounts(),
                    caller.csrfToken(),
                    caller.sessionEnds());
        }
    }
}

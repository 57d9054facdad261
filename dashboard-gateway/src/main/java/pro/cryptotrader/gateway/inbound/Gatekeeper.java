package pro.cryptotrader.gateway.inbound;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.access.SignIn;

/**
 * Stands before every endpoint: nobody passes without a session except to sign in, nothing changes
 * without the session's token, and an account exists for its owner only.
 */
@ApplicationScoped
class Gatekeeper {
    static final String COOKIE = "ct_session";
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;
    private final CallerHolder holder;

    Gatekeeper(SignIn signIn, CallerHolder holder) {
        this.signIn = signIn;
        this.holder = holder;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, HttpServerRequest connection) {
        var safe = SAFE.contains(request.getMethod());
        if (!safe && isFromElsewhere(request)) {
            throw new Refusal(403, "Not allowed", "This request comes from another site");
        }
        if (isSignIn(request)) {
            return;
        }
        var caller =
                session(request.getCookies().get(COOKIE))
                        .flatMap(token -> signIn.find(token, address(connection)))
                        .orElseThrow(() -> new Refusal(401, "Not signed in", "Sign in first"));
        checkAccount(request, caller);
        if (!safe) {
            checkMayAct(request, caller);
        }
        holder.set(caller);
    }

    static String address(HttpServerRequest connection) {
        var remote = connection.remoteAddress();
        return remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    }

    private static boolean isSignIn(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && request.getUriInfo().getPath().equals("/api/session");
    }

    private static Optional<String> session(@Nullable Cookie cookie) {
        return Optional.ofNullable(cookie).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    private static void checkAccount(ContainerRequestContext request, Caller caller) {
        var account = request.getUriInfo().getPathParameters().getFirst("account");
        if (account != null
                && caller.accounts().stream().map(AccountId::toString).noneMatch(account::equals)) {
            throw Refusal.notFound("This account");
        }
    }

    private static void checkMayAct(ContainerRequestContext request, Caller caller) {
        var token = request.getHeaderString(CSRF_HEADER);
        if (token == null
                || !MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        caller.csrfToken().getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(
                    403,
                    "Not allowed",
                    "The header %s must carry the token that GET /api/session gives"
                            .formatted(CSRF_HEADER));
        }
        var ownSession = request.getUriInfo().getPath().equals("/api/session");
        if (!ownSession && !caller.role().mayAct()) {
            throw new Refusal(403, "Not allowed", "A viewer looks and changes nothing");
        }
    }

    /** Browsers say where a request comes from; programs do not and need no protection. */
    private static boolean isFromElsewhere(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeaderString("Origin");
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority())
                    .equalsIgnoreCase(request.getHeaderString("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}

package pro.cryptotrader.gateway.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.gateway.Refusal;

/** Opens, finds and ends sessions. */
@ApplicationScoped
public class SignIn {
    private static final int TOKEN_BYTES = 32;

    private final Users users;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final LockOut lockOut;
    private final RateLimit rateLimit;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration lifetime;

    SignIn(
            Users users,
            Sessions sessions,
            Accounts accounts,
            Passwords passwords,
            LockOut lockOut,
            RateLimit rateLimit,
            AuditLog audit,
            InstantSource clock,
            @ConfigProperty(name = "gateway.session-lifetime") Duration lifetime) {
        this.users = users;
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.rateLimit = rateLimit;
        this.audit = audit;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Signs in and answers with the session's token.
     *
     * @throws Refusal 401 when name and password do not belong together, 429 after too many tries
     */
    public String open(String name, String password, String address) {
        if (!rateLimit.allows(address)) {
            throw refused(name, address, 429, "Too many tries from this address: wait a minute");
        }
        if (lockOut.lockedUntil(name, address).isPresent()) {
            throw refused(
                    name,
                    address,
                    429,
                    "Too many failed tries: wait %d minutes".formatted(LockOut.LOCKED.toMinutes()));
        }
        var user = QuarkusTransaction.requiringNew().call(() -> users.named(name));
        if (!passwords.matches(password, user.map(row -> row.passwordHash))) {
            lockOut.failed(name, address);
            throw refused(name, address, 401, "Name and password do not belong together");
        }
        lockOut.succeeded(name, address);
        return QuarkusTransaction.requiringNew()
                .call(() -> begin(user.orElseThrow().id, name, address));
    }

    private String begin(String userId, String name, String address) {
        var token = passwords.random(TOKEN_BYTES);
        var row = new SessionRow();
        row.tokenHash = hash(token);
        row.userId = userId;
        row.address = address;
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(lifetime);
        sessions.persist(row);
        audit.record(name, address, "SIGN_IN", "session", Map.of(), "OK");
        return token;
    }

    private Refusal refused(String name, String address, int status, String why) {
        audit.record(name, address, "SIGN_IN", "session", Map.of(), "REFUSED: " + why);
        return new Refusal(status, "Not signed in", why);
    }

    /** Whose session this token opens; empty when it is none or has expired. */
    @Transactional
    public Optional<Caller> find(String token, String address) {
        var now = clock.instant();
        return sessions.findByIdOptional(hash(token))
                .filter(session -> session.expiresAt.isAfter(now))
                .flatMap(session ->
                        users.findByIdOptional(session.userId)
                                .map(user ->
                                        new Caller(
                                                user.id,
                                                user.name,
                                                user.role,
                                                accounts.of(user.id),
                                                session.tokenHash,
                                                hash("csrf|" + token),
                                                session.expiresAt,
                                                address)));
    }

    /** Ends the caller's session. */
    @Transactional
    public void close(Caller caller) {
        sessions.deleteById(caller.session());
        audit.record(caller.name(), caller.address(), "SIGN_OUT", "session", Map.of(), "OK");
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forgetOld() {
        var now = clock.instant();
        sessions.delete("expiresAt < ?1", now);
        lockOut.forgetOld(now);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

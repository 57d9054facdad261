package pro.cryptotrader.gateway.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with OWASP's parameters (19 MiB, two passes). At most two at once: guessing must not
 * exhaust the memory.
 */
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore running = new Semaphore(2);
    private final String nobodys = hash(random(24));

    String hash(String password) {
        running.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
        } finally {
            running.release();
        }
    }

    /** Takes as long for a user that does not exist as for one that does. */
    boolean matches(String password, Optional<String> hash) {
        running.acquireUninterruptibly();
        try {
            return Password.check(password, hash.orElse(nobodys)).with(ARGON2) && hash.isPresent();
        } finally {
            running.release();
        }
    }

    /** {@code bytes} random bytes, printable and fit for cookies and addresses. */
    String random(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}

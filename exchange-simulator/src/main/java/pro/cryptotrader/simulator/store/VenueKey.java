package pro.cryptotrader.simulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The venue's own secret, from which every account's API keys are derived, so that the ledger holds
 * none.
 */
public final class VenueKey {
    private static final int BYTES = 32;

    private final byte[] secret;

    /** Reads the secret, or makes one that only this user can read. */
    public VenueKey(Path path) {
        try {
            if (!Files.exists(path)) {
                create(path);
            }
            secret = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the venue's key " + path, e);
        }
    }

    private static void create(Path path) throws IOException {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createFile(path);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(path, fresh);
    }

    /** An account's API key: 64 letters and digits. */
    public String apiKey(String account) {
        return derive("key", account);
    }

    /** An account's secret: 64 letters and digits. */
    public String secretKey(String account) {
        return derive("secret", account);
    }

    private String derive(String purpose, String account) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret, "HmacSHA512"));
            var bytes = mac.doFinal((purpose + ':' + account).getBytes(StandardCharsets.UTF_8));
            var text = Base64.getEncoder().encodeToString(bytes);
            return text.replace('+', 'p').replace('/', 's').substring(0, 64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA512", e);
        }
    }
}

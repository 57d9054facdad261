package pro.cryptotrader.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a PostgreSQL server is run.
 *
 * @param data the folder of its data, kept between runs; null for a temporary one that is deleted
 *     at the end
 * @param port where it listens; 0 for a free one
 * @param durable whether a commit survives a power failure; only tests can do without
 * @param adminPassword the password of the role {@code postgres}; the same at every start on the
 *     same data
 * @param binaries the folder that the server is unpacked to, once; null for one in the temporary
 *     folder
 * @param log where it writes what it has to say; null for a file in the data folder
 */
public record PostgresSettings(
        @Nullable Path data,
        int port,
        boolean durable,
        String adminPassword,
        @Nullable Path binaries,
        @Nullable Path log) {

    public PostgresSettings {
        if (adminPassword.isBlank()) {
            throw new PlatformFailure("PostgreSQL's administrator needs a password", null);
        }
    }

    /** A server for tests: quick, empty, gone at the end. */
    public static PostgresSettings temporary() {
        return new PostgresSettings(null, 0, false, Passwords.generate(), null, null);
    }

    /** A server whose data stay and whose commits are safe. */
    public static PostgresSettings durable(Path data, int port, String adminPassword) {
        return new PostgresSettings(data, port, true, adminPassword, null, null);
    }
}

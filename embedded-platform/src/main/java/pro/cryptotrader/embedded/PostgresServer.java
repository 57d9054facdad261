package pro.cryptotrader.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server on this machine with one database for the platform and a role with a schema
 * of its own for each service. It dies with this process, whatever happens to this process.
 */
public final class PostgresServer implements AutoCloseable {
    /** The database that holds every service's schema. */
    public static final String DATABASE = "cryptotrader";

    private static final Duration START_BOUND = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 3;
    private static final Pattern SCHEMA_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final PostgresSettings settings;
    private final EmbeddedPostgres server;
    private final PostmasterFile postmaster;
    private final Process guard;
    private final Path log;

    private PostgresServer(
            PostgresSettings settings,
            Path log,
            EmbeddedPostgres server,
            PostmasterFile postmaster,
            Process guard) {
        this.settings = settings;
        this.log = log;
        this.server = server;
        this.postmaster = postmaster;
        this.guard = guard;
    }

    /**
     * Starts it and returns when it serves. A server that an earlier, killed run left on the same
     * data is stopped first.
     */
    public static PostgresServer start(PostgresSettings settings) {
        Path log = null;
        try {
            var given = settings.data();
            var data = given == null ? Files.createTempDirectory("cryptotrader-pg") : given;
            Files.createDirectories(data.toAbsolutePath());
            var givenLog = settings.log();
            log = givenLog == null ? data.resolveSibling(data.getFileName() + ".log") : givenLog;
            Files.createDirectories(log.toAbsolutePath().getParent());
            var postmaster = new PostmasterFile(data);
            postmaster.stopOrphan();
            var server = startWithin(ATTEMPTS, settings, data, log);
            var guard = postmaster.guard(given == null);
            var postgres = new PostgresServer(settings, log, server, postmaster, guard);
            try {
                postgres.secure(data);
                postgres.createDatabase();
                return postgres;
            } catch (SQLException | IOException | RuntimeException e) {
                postgres.close();
                throw e;
            }
        } catch (IOException | SQLException | RuntimeException e) {
            throw new PlatformFailure(
                    "PostgreSQL could not be started: %s%s"
                            .formatted(e.getMessage(), log == null ? "" : " (more in " + log + ")"),
                    e);
        }
    }

    /** Stops, in order, a server that an earlier, killed run left on {@code data}. */
    public static void stopOrphan(Path data) {
        new PostmasterFile(data).stopOrphan();
    }

    private static EmbeddedPostgres startWithin(
            int attempts, PostgresSettings settings, Path data, Path log) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return builder(settings, data, log).start();
            } catch (IOException | RuntimeException e) {
                if (attempt == attempts) {
                    throw e;
                }
                new PostmasterFile(data).stopOrphan();
            }
        }
    }

    private static EmbeddedPostgres.Builder builder(
            PostgresSettings settings, Path data, Path log) {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data.toAbsolutePath())
                        .setCleanDataDirectory(settings.data() == null)
                        .setRegisterShutdownHook(false)
                        .setOverrideWorkingDirectory(binaries(settings).toFile())
                        .setPort(settings.port())
                        .setPGStartupWait(START_BOUND)
                        .setConnectConfig("password", settings.adminPassword())
                        .setOutputRedirector(Redirect.appendTo(log.toFile()))
                        .setErrorRedirector(Redirect.appendTo(log.toFile()))
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("listen_addresses", "127.0.0.1,::1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("max_connections", "150")
                        .setServerConfig("shared_buffers", "32MB")
                        .setServerConfig("log_checkpoints", "off");
        // The library always passes -F, which these override.
        var safe = settings.durable() ? "on" : "off";
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            builder.setServerConfig(setting, safe);
        }
        return builder;
    }

    /** A folder of the user's own: what another user has unpacked cannot be used. */
    private static Path binaries(PostgresSettings settings) {
        var given = settings.binaries();
        return given == null
                ? Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "cryptotrader-postgresql-" + System.getProperty("user.name"))
                : given.toAbsolutePath();
    }

    /** From now on nobody gets in without a password. */
    private void secure(Path data) throws SQLException, IOException {
        try (var connection = admin("postgres");
                var statement = connection.createStatement()) {
            execute(
                    connection,
                    "select format('alter role postgres password %L', ?)",
                    settings.adminPassword());
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    """
                    # Written at every start.
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = admin("postgres");
                var statement = connection.createStatement()) {
            var exists =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'");
            if (!exists.next()) {
                statement.execute("create database " + DATABASE);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
        }
        try (var connection = admin(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
        }
    }

    /**
     * Makes sure that a role {@code name} exists with this password, and a schema of the same name
     * that it owns and that is all it sees.
     */
    public void createSchema(String name, String password) {
        if (!SCHEMA_NAME.matcher(name).matches()) {
            throw new PlatformFailure(
                    "'%s' cannot be a schema; small letters, digits and underscores can"
                            .formatted(name),
                    null);
        }
        try (var connection = admin(DATABASE);
                var find = connection.prepareStatement("select 1 from pg_roles where rolname = ?");
                var statement = connection.createStatement()) {
            find.setString(1, name);
            var verb = find.executeQuery().next() ? "alter" : "create";
            execute(
                    connection,
                    "select format('" + verb + " role %I login password %L', ?, ?)",
                    name,
                    password);
            statement.execute(
                    "grant connect, temporary on database %s to %s".formatted(DATABASE, name));
            statement.execute(
                    "create schema if not exists %s authorization %s".formatted(name, name));
            statement.execute("alter role %s set search_path = %s".formatted(name, name));
        } catch (SQLException e) {
            throw new PlatformFailure(
                    "PostgreSQL refused the schema %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static void execute(Connection connection, String format, String... values)
            throws SQLException {
        try (var quote = connection.prepareStatement(format);
                var statement = connection.createStatement()) {
            for (int i = 0; i < values.length; i++) {
                quote.setString(i + 1, values[i]);
            }
            var quoted = quote.executeQuery();
            quoted.next();
            statement.execute(quoted.getString(1));
        }
    }

    /** A connection that may do everything; the caller closes it. */
    public Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", settings.adminPassword());
    }

    public int port() {
        return server.getPort();
    }

    /** The process id of the server. */
    public long pid() {
        return postmaster.pid();
    }

    /** Of the platform's database; user and password are the caller's own. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    public boolean isAlive() {
        return postmaster.isServerAlive();
    }

    /** As {@code kill -9}; a new server on the same data recovers what was committed. */
    public void kill() {
        postmaster.kill();
        close();
    }

    @Override
    public void close() {
        var helpers = guard.descendants().toList();
        guard.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
        try {
            server.close();
        } catch (IOException e) {
            throw new PlatformFailure("PostgreSQL could not be stopped: " + e.getMessage(), e);
        }
        postmaster.stopOrphan();
        if (settings.data() == null) {
            delete(log);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new PlatformFailure(
                    "%s cannot be removed: %s".formatted(file, e.getMessage()), e);
        }
    }
}

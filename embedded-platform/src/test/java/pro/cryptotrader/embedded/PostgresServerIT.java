package pro.cryptotrader.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir Path folder;

    @Test
    void aRoleOwnsItsSchemaAndSeesNoOther() throws SQLException {
        try (var server = PostgresServer.start(PostgresSettings.temporary())) {
            server.createSchema("risk", "one");
            server.createSchema("position", "two");

            try (var risk = connect(server, "risk", "one");
                    var position = connect(server, "position", "two")) {
                run(risk, "create table account (id int)");

                assertThat(single(risk, "select count(*) from risk.account")).isEqualTo("0");
                assertThatThrownBy(() -> single(position, "select count(*) from risk.account"))
                        .hasMessageContaining("permission denied for schema risk");
                assertThatThrownBy(() -> run(position, "create table public.x (id int)"))
                        .hasMessageContaining("permission denied for schema public");
                assertThatThrownBy(() -> run(position, "create table risk.x (id int)"))
                        .hasMessageContaining("permission denied for schema risk");
            }
            assertThatThrownBy(() -> connect(server, "risk", "two"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void whatWasCommittedSurvivesAKill() throws SQLException {
        var settings = PostgresSettings.durable(folder.resolve("pg"), 0, "secret");
        try (var server = PostgresServer.start(settings)) {
            server.createSchema("risk", "one");
            try (var risk = connect(server, "risk", "one")) {
                run(risk, "create table account (id int)");
                run(risk, "insert into account values (42)");
            }
            server.kill();
        }

        try (var server = PostgresServer.start(settings);
                var risk = connect(server, "risk", "one")) {
            assertThat(single(risk, "select id from account")).isEqualTo("42");
        }
    }

    @Test
    void isDurableUnlessToldOtherwise() throws SQLException {
        try (var server =
                        PostgresServer.start(
                                PostgresSettings.durable(folder.resolve("pg"), 0, "secret"));
                var admin = server.admin("postgres")) {
            assertThat(single(admin, "show fsync")).isEqualTo("on");
            assertThat(single(admin, "show synchronous_commit")).isEqualTo("on");
            assertThat(single(admin, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void anOrphanOnTheSameDataIsStoppedFirst() throws Exception {
        var data = folder.resolve("pg");
        try (var owner = owner(data)) {
            owner.awaitReadyLine(Duration.ofSeconds(60));
            long orphan = new PostmasterFile(data).pid();
            // The guard is killed with its owner, which only a very unlucky machine does.
            ProcessHandle.of(owner.pid())
                    .orElseThrow()
                    .descendants()
                    .forEach(ProcessHandle::destroyForcibly);
            owner.kill();
            assertThat(isRunning(orphan)).isTrue();

            try (var server = PostgresServer.start(PostgresSettings.durable(data, 0, "secret"))) {
                assertThat(server.pid()).isNotEqualTo(orphan);
                assertThat(isRunning(orphan)).isFalse();
            }
        }
    }

    @Test
    void diesWithItsOwner() throws Exception {
        var data = folder.resolve("pg");
        try (var owner = owner(data)) {
            owner.awaitReadyLine(Duration.ofSeconds(60));
            long server = new PostmasterFile(data).pid();

            owner.kill();

            await().atMost(Duration.ofSeconds(15)).until(() -> !isRunning(server));
        }
    }

    @Test
    void nothingOfATemporaryServerIsLeft() {
        long pid;
        try (var server = PostgresServer.start(PostgresSettings.temporary())) {
            pid = server.pid();
            assertThat(isRunning(pid)).isTrue();
        }

        assertThat(isRunning(pid)).isFalse();
    }

    @Test
    void aFailureIsOneSentence() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> PostgresServer.start(PostgresSettings.durable(file, 0, "secret")))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageStartingWith("PostgreSQL could not be started: ");
    }

    /** Another Java process that starts a server and then does nothing. */
    private ChildJvm owner(Path data) {
        return ChildJvm.start(
                new ChildJvm.Spec(
                        "owner",
                        List.of(),
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Owner.class.getName(),
                        List.of(data.toString()),
                        Map.of(),
                        folder,
                        folder.resolve("owner.log")));
    }

    /** The main class of {@link #owner}. */
    static final class Owner {
        public static void main(String[] arguments) throws InterruptedException {
            PostgresServer.start(PostgresSettings.durable(Path.of(arguments[0]), 0, "secret"));
            System.out.println(ChildJvm.READY);
            Thread.currentThread().join();
        }
    }

    /** One that has ended but was not collected yet has no command. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
    }

    private static Connection connect(PostgresServer server, String role, String password)
            throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), role, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

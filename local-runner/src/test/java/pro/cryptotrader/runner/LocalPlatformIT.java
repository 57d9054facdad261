package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.embedded.ChildJvm;

/** The infrastructure as real processes; the services join in the system tests. */
class LocalPlatformIT {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir Path folder;

    private Settings settings() {
        return Settings.forTests(folder, folder.resolve("data"))
                .only(Component.POSTGRESQL, Component.KAFKA);
    }

    @Test
    void whatDiesIsStartedAgainOnTheSamePort() throws Exception {
        try (var platform = LocalPlatform.start(settings())) {
            long kafka = platform.pid(Component.KAFKA);
            long postgres = platform.pid(Component.POSTGRESQL);

            platform.kill(Component.KAFKA);
            platform.kill(Component.POSTGRESQL);

            await().atMost(BOUND)
                    .until(() ->
                            isAnother(platform.pid(Component.KAFKA), kafka)
                                    && isAnother(platform.pid(Component.POSTGRESQL), postgres));
            platform.awaitReady(BOUND);
            assertThat(connects(platform)).isTrue();
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        long kafka;
        long postgres;
        try (var platform = LocalPlatform.start(settings())) {
            kafka = platform.pid(Component.KAFKA);
            postgres = platform.pid(Component.POSTGRESQL);
        }

        assertThat(isRunning(kafka)).isFalse();
        assertThat(isRunning(postgres)).isFalse();
        try (var files = Files.list(folder.resolve("data/run"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".pid"))).isEmpty();
        }
    }

    @Test
    void dataAndSecretsAreThereAgainAtTheNextStart() throws Exception {
        try (var platform = LocalPlatform.start(settings());
                var connection =
                        DriverManager.getConnection(
                                platform.jdbcUrl(),
                                "risk",
                                platform.secrets().databasePassword(Component.RISK));
                var statement = connection.createStatement()) {
            statement.execute("create table kept (id int)");
        }

        try (var platform = LocalPlatform.start(settings());
                var connection =
                        DriverManager.getConnection(
                                platform.jdbcUrl(),
                                "risk",
                                platform.secrets().databasePassword(Component.RISK));
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("select * from kept").next()).isFalse();
        }
    }

    @Test
    void whatWasStoppedStaysStoppedUntilItIsResumed() throws Exception {
        try (var platform = LocalPlatform.start(settings())) {
            platform.stop(Component.KAFKA);
            assertThat(platform.pid(Component.KAFKA)).isZero();

            platform.resume(Component.KAFKA);
            platform.awaitReady(Component.KAFKA, BOUND);

            assertThat(platform.pid(Component.KAFKA)).isPositive();
        }
    }

    @Test
    void everythingDiesWithALauncherThatIsKilled() throws Exception {
        var data = folder.resolve("data");
        try (var launcher = launcher(data)) {
            launcher.awaitReadyLine(BOUND);
            long kafka =
                    Long.parseLong(Files.readString(data.resolve("run/kafka.pid")).split(" ")[0]);
            long postgres =
                    Long.parseLong(
                            Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                                    .getFirst());

            launcher.kill();

            await().atMost(BOUND).until(() -> !isRunning(kafka) && !isRunning(postgres));
        }
        LocalPlatform.start(settings()).close();
    }

    @Test
    void aSecondStartOnTheSameDataIsRefused() throws Exception {
        try (var platform = LocalPlatform.start(settings())) {
            assertThatThrownBy(() -> LocalPlatform.start(settings()))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("already running on " + folder.resolve("data"))
                    .hasMessageEndingWith("the dashboard is at " + platform.dashboard());
        }
    }

    /** Another Java process that starts the infrastructure and then does nothing. */
    private ChildJvm launcher(Path data) {
        return ChildJvm.start(
                new ChildJvm.Spec(
                        "launcher",
                        List.of(),
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        Launcher.class.getName(),
                        List.of(data.toString()),
                        Map.of(),
                        folder,
                        folder.resolve("launcher.log")));
    }

    /** The main class of {@link #launcher}. */
    static final class Launcher {
        public static void main(String[] arguments) throws InterruptedException {
            var data = Path.of(arguments[0]);
            LocalPlatform.start(
                    Settings.forTests(data, data).only(Component.POSTGRESQL, Component.KAFKA));
            System.out.println(ChildJvm.READY);
            Thread.currentThread().join();
        }
    }

    private static boolean connects(LocalPlatform platform) throws Exception {
        try (var connection =
                DriverManager.getConnection(
                        platform.jdbcUrl(),
                        "executor",
                        platform.secrets().databasePassword(Component.EXECUTOR))) {
            return connection.isValid(5);
        }
    }

    private static boolean isAnother(long pid, long before) {
        return pid != 0 && pid != before;
    }

    /** One that has ended but was not collected yet has no command. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
    }
}

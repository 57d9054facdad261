package pro.cryptotrader.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.ObjectName;
import pro.cryptotrader.embedded.KafkaProcess;
import pro.cryptotrader.embedded.KafkaSettings;
import pro.cryptotrader.embedded.PostgresServer;
import pro.cryptotrader.embedded.PostgresSettings;

/**
 * One PostgreSQL and one broker per Java process, started when the first test needs them and gone
 * when the process ends, however it ends. Quarkus loads this class several times, side by side: it
 * is the platform's MBean that is there once.
 */
public final class Platform implements PlatformMXBean {
    private static final String NAME = "pro.cryptotrader.testing:type=Platform";

    private final Path folder;
    private final KafkaProcess kafka;
    private final PostgresServer postgres;

    private Platform(Path folder, KafkaProcess kafka, PostgresServer postgres) {
        this.folder = folder;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** The running one, started first if there is none. */
    public static PlatformMXBean get() {
        var beans = ManagementFactory.getPlatformMBeanServer();
        synchronized (beans) {
            try {
                var name = new ObjectName(NAME);
                if (!beans.isRegistered(name)) {
                    beans.registerMBean(start(), name);
                }
                return JMX.newMXBeanProxy(beans, name, PlatformMXBean.class);
            } catch (JMException | IOException e) {
                throw new IllegalStateException("the test platform cannot be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the test platform started", e);
            }
        }
    }

    private static Platform start() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("cryptotrader-test");
        var kafka =
                KafkaProcess.start(
                        new KafkaSettings(folder.resolve("kafka"), 0, 0),
                        folder.resolve("kafka.log"));
        var platform =
                new Platform(folder, kafka, PostgresServer.start(PostgresSettings.temporary()));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(platform::stop));
        return platform;
    }

    @Override
    public String getBootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String getJdbcUrl() {
        return postgres.jdbcUrl();
    }

    @Override
    public void createSchema(String name, String password) {
        postgres.createSchema(name, password);
    }

    @Override
    public void killBroker() {
        try {
            kafka.kill();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    @Override
    public void restartBroker() {
        try {
            kafka.restart();
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private void stop() {
        postgres.close();
        killBroker();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println(folder + " is left behind: " + e.getMessage());
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while waiting for the broker", e);
    }
}

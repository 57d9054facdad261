package pro.cryptotrader.runner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pro.cryptotrader.embedded.PlatformFailure;

/**
 * The whole platform on this machine: PostgreSQL, Kafka, the simulated venue and the eight
 * services, each a process of its own that dies with this one. For the command line and for tests.
 */
public final class LocalPlatform implements AutoCloseable {
    /** From nothing to everything ready; a first start on a slow machine takes its time. */
    private static final Duration START_BOUND = Duration.ofMinutes(4);

    private static final Duration STOP_BOUND = Duration.ofSeconds(20);
    private static final Duration PULSE = Duration.ofMillis(250);
    private static final Duration REMINDER = Duration.ofSeconds(15);
    private static final int CHECK_SECONDS = 1;

    /** A service that has died that often while starting will not start. */
    private static final int DEATHS = 4;

    private final Settings settings;
    private final DataDirectory data;
    private final Ports ports;
    private final Secrets secrets;
    private final Launch launch;
    private final Console console;
    private final Health health = new Health();
    private final Map<Component, Supervised> table = new EnumMap<>(Component.class);
    private final Thread supervisor;
    private volatile boolean closing;

    private LocalPlatform(
            Settings settings, DataDirectory data, Ports ports, Secrets secrets, Console console) {
        this.settings = settings;
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
        this.console = console;
        this.launch = new Launch(settings, ports, secrets, data);
        for (var component : settings.components()) {
            table.put(
                    component,
                    new Supervised(
                            component,
                            launch,
                            ports,
                            health,
                            data.processFile(component),
                            settings.restarts(),
                            console::event));
        }
        this.supervisor =
                Thread.ofPlatform().daemon().name("supervisor").unstarted(this::supervise);
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws Complaint when a person has to put something right first
     * @throws PlatformFailure when something did not start; nothing is left running then
     */
    public static LocalPlatform start(Settings settings) throws InterruptedException {
        var platform = prepare(settings, Console.quiet());
        platform.start();
        return platform;
    }

    /** Takes the data folder and the ports; nothing runs yet. */
    static LocalPlatform prepare(Settings settings, Console console) {
        settings.requireBuilt();
        var data = DataDirectory.open(settings.dataDir());
        try {
            data.bind(settings.market());
            data.stopOrphans();
            var ports = Ports.assign(settings);
            var secrets = Secrets.in(data.secrets(), data.hasDatabase());
            var platform = new LocalPlatform(settings, data, ports, secrets, console);
            data.announce(platform.dashboard(), ports, settings.components());
            return platform;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e instanceof RuntimeException complaint
                    ? complaint
                    : Complaint.machine(
                            "the data folder %s cannot be used: %s"
                                    .formatted(settings.dataDir(), e.getMessage()));
        }
    }

    void start() throws InterruptedException {
        try {
            supervisor.start();
            // They neither wait for nor disturb each other; the services need all of them.
            var infrastructure = present(component -> !component.isService());
            console.event("starting " + names(infrastructure));
            inParallel(infrastructure, this::launch);
            awaitReady(present(component -> !component.isOurs()), START_BOUND);
            var services = present(Component::isService);
            console.event("starting " + names(services));
            services.forEach(this::launch);
            awaitReady(present(component -> component.isOurs()), START_BOUND);
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void launch(Component component) {
        try {
            supervised(component).start();
        } catch (IOException e) {
            throw new PlatformFailure(
                    "%s could not be started: %s".formatted(component.label(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything can do its work, also after something was killed. */
    public void awaitReady(Duration bound) throws InterruptedException {
        awaitReady(settings.components(), bound);
    }

    public void awaitReady(Component component, Duration bound) throws InterruptedException {
        awaitReady(Set.of(component), bound);
    }

    private void awaitReady(Set<Component> components, Duration bound) throws InterruptedException {
        var waiting = components.isEmpty() ? Set.<Component>of() : EnumSet.copyOf(components);
        long deadline = System.nanoTime() + bound.toNanos();
        long reminder = System.nanoTime() + REMINDER.toNanos();
        while (!waiting.isEmpty()) {
            for (var component : List.copyOf(waiting)) {
                if (closing) {
                    throw new PlatformFailure("stopped while starting", null);
                }
                var supervised = supervised(component);
                if (supervised.isReady()) {
                    waiting.remove(component);
                    console.event(component.label() + " is ready");
                } else if (supervised.deaths() >= DEATHS
                        || System.nanoTime() > deadline
                        || (!settings.restarts() && !supervised.isAlive())) {
                    throw notReady(component, supervised, bound);
                }
            }
            if (System.nanoTime() > reminder) {
                console.event("still waiting for " + names(waiting));
                reminder += REMINDER.toNanos();
            }
            Thread.sleep(PULSE);
        }
    }

    private static String names(Set<Component> components) {
        return components.stream().sorted().map(Component::label).collect(Collectors.joining(", "));
    }

    private PlatformFailure notReady(Component component, Supervised supervised, Duration bound) {
        var what =
                supervised.isAlive()
                        ? "was not ready within %d s".formatted(bound.toSeconds())
                        : "died while starting";
        return new PlatformFailure(
                "%s %s; its log is %s and ends so:%n%s"
                        .formatted(
                                component.label(),
                                what,
                                data.log(component),
                                supervised.lastWords()),
                null);
    }

    private void supervise() {
        try {
            while (!closing) {
                TimeUnit.SECONDS.sleep(CHECK_SECONDS);
                for (var supervised : table.values()) {
                    if (!closing) {
                        supervised.check();
                    }
                }
            }
        } catch (InterruptedException e) {
            // Closing.
        }
    }

    /** As {@code kill -9}; it is started again unless the settings say otherwise. */
    public void kill(Component component) throws InterruptedException {
        supervised(component).kill();
    }

    /** Stops it in order; it stays stopped until {@link #resume}. */
    public void stop(Component component) throws InterruptedException {
        try {
            supervised(component).stop(STOP_BOUND);
        } catch (IOException e) {
            throw new PlatformFailure(component.label() + " left a file: " + e.getMessage(), e);
        }
    }

    /** Starts it again after it was stopped or killed; returns before it is ready. */
    public void resume(Component component) {
        launch(component);
    }

    /** Stops it in order, starts it again and waits until it is ready. */
    public void restart(Component component) throws InterruptedException {
        stop(component);
        resume(component);
        awaitReady(component, START_BOUND);
    }

    private Supervised supervised(Component component) {
        var supervised = table.get(component);
        if (supervised == null) {
            throw new IllegalArgumentException(component.label() + " is not part of this run");
        }
        return supervised;
    }

    private Set<Component> present(Predicate<Component> wanted) {
        var present = EnumSet.noneOf(Component.class);
        settings.components().stream().filter(wanted).forEach(present::add);
        return present;
    }

    public int port(Component component) {
        return ports.of(component);
    }

    /** Where a component of ours answers HTTP. */
    public URI url(Component component) {
        return URI.create(launch.url(component));
    }

    /** What a person types into the browser. */
    public String dashboard() {
        return "http://localhost:" + ports.of(Component.GATEWAY);
    }

    /** For Kafka's clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.of(Component.KAFKA);
    }

    /** Of the platform's database; role and password per service are in {@link #secrets}. */
    public String jdbcUrl() {
        return launch.databaseUrl();
    }

    public Secrets secrets() {
        return secrets;
    }

    public Settings settings() {
        return settings;
    }

    /** 0 when it does not run. */
    public long pid(Component component) {
        return supervised(component).pid();
    }

    Path logs() {
        return data.logs();
    }

    boolean isClosed() {
        return closing;
    }

    /** Where the component's output is. */
    public Path log(Component component) {
        return data.log(component);
    }

    /** Stops everything in the reverse order of its start, each within a bound. */
    @Override
    public void close() {
        synchronized (table) {
            if (closing) {
                return;
            }
            closing = true;
            supervisor.interrupt();
            inParallel(present(Component::isService), this::retire);
            for (var component :
                    List.of(Component.SIMULATOR, Component.KAFKA, Component.POSTGRESQL)) {
                if (table.containsKey(component)) {
                    retire(component);
                }
            }
            health.close();
            data.close();
            console.event("everything has stopped");
        }
    }

    private void retire(Component component) {
        try {
            supervised(component).retire(STOP_BOUND);
        } catch (IOException | PlatformFailure e) {
            console.event(component.label() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does it for all at once and returns when all are done; the first failure is thrown. */
    private static void inParallel(
            Set<Component> components, java.util.function.Consumer<Component> action) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<java.util.concurrent.Future<?>>();
            components.forEach(
                    component -> results.add(threads.submit(() -> action.accept(component))));
            for (var result : results) {
                result.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package pro.cryptotrader.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to run, and how.
 *
 * @param home the project's folder, where the built modules are
 * @param dataDir keeps everything between runs
 * @param speed market time passes that many times faster than wall time, 0.01 to 300
 * @param ports where each component listens; 0 for a free port
 * @param components what is started; everything, except in tests
 * @param environment added to the environment of every process of ours
 * @param restarts whether what dies is started again
 */
public record Settings(
        Path home,
        Path dataDir,
        Market market,
        double speed,
        Map<Component, Integer> ports,
        Set<Component> components,
        Map<String, String> environment,
        boolean restarts) {
    public static final double FASTEST = 300;
    public static final double SLOWEST = 0.01;
    private static final int HIGHEST_PORT = 65535;

    public Settings {
        home = home.toAbsolutePath().normalize();
        dataDir = dataDir.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        components = Set.copyOf(partOf(market, components));
        environment = Map.copyOf(environment);
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw Complaint.request("the speed is %s, but must be 0.01 to 300".formatted(speed));
        }
        if ((market instanceof Market.Binance || !market.isSimulated()) && speed != 1) {
            throw Complaint.request(
                    "Binance's live market runs at speed 1, not %s: leave --speed away"
                            .formatted(speed));
        }
        requireValid(ports);
    }

    private static Set<Component> partOf(Market market, Set<Component> components) {
        var part = EnumSet.noneOf(Component.class);
        part.addAll(components);
        if (!market.isSimulated()) {
            part.remove(Component.SIMULATOR);
        }
        return part;
    }

    private static void requireValid(Map<Component, Integer> ports) {
        var owners = new TreeMap<Integer, Component>();
        for (var component : Component.values()) {
            int port = ports.getOrDefault(component, component.defaultPort());
            if (port < 0 || port > HIGHEST_PORT) {
                throw Complaint.request(
                        "the port of %s is %d, but must be 1 to 65535"
                                .formatted(component.label(), port));
            }
            var other = port == 0 ? null : owners.put(port, component);
            if (other != null) {
                throw Complaint.request(
                        "%s and %s cannot both use port %d"
                                .formatted(other.label(), component.label(), port));
            }
        }
    }

    /** Everything at its usual place, on a generated market at 60 times wall time. */
    public static Settings standard(Path home) {
        return new Settings(
                home,
                home.resolve("data"),
                new Market.Generated(42),
                60,
                Map.of(),
                Component.all(),
                Map.of(),
                true);
    }

    /** Everything on free ports with its data in {@code dataDir}. */
    public static Settings forTests(Path home, Path dataDir) {
        var ports = new EnumMap<Component, Integer>(Component.class);
        Component.all().forEach(component -> ports.put(component, 0));
        return standard(home).withDataDir(dataDir).withPorts(ports);
    }

    public Settings withDataDir(Path changed) {
        return new Settings(home, changed, market, speed, ports, components, environment, restarts);
    }

    public Settings withMarket(Market changed, double changedSpeed) {
        return new Settings(
                home, dataDir, changed, changedSpeed, ports, components, environment, restarts);
    }

    public Settings withPorts(Map<Component, Integer> changed) {
        return new Settings(
                home, dataDir, market, speed, changed, components, environment, restarts);
    }

    public Settings withEnvironment(Map<String, String> changed) {
        return new Settings(home, dataDir, market, speed, ports, components, changed, restarts);
    }

    /** Starts only these. */
    public Settings only(Component first, Component... others) {
        return new Settings(
                home,
                dataDir,
                market,
                speed,
                ports,
                EnumSet.of(first, others),
                environment,
                restarts);
    }

    /** What dies stays dead. */
    public Settings withoutRestarts() {
        return new Settings(home, dataDir, market, speed, ports, components, environment, false);
    }

    /** What a service is started from. */
    Path runnable(Component component) {
        return home.resolve(component.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Complains when something that is to run was never built. */
    void requireBuilt() {
        var missing =
                components.stream()
                        .filter(Component::isOurs)
                        .filter(component -> !Files.isRegularFile(runnable(component)))
                        .sorted()
                        .map(Component::label)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Complaint.machine(
                    ("not built yet in %s: %s; ./start builds it, and so does ./mvnw package"
                                    + " -DskipTests")
                            .formatted(home, missing));
        }
    }
}

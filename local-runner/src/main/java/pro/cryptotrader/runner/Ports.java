package pro.cryptotrader.runner;

import java.util.EnumMap;
import java.util.Map;
import pro.cryptotrader.embedded.FreePort;

/** Who listens where, once everything has been decided; all on the loopback address. */
public final class Ports {
    private final Map<Component, Integer> ports;
    private final int kafkaController;

    private Ports(Map<Component, Integer> ports, int kafkaController) {
        this.ports = ports;
        this.kafkaController = kafkaController;
    }

    /**
     * Finds free ports where any will do, and complains about the first given one that is taken.
     */
    static Ports assign(Settings settings) {
        var ports = new EnumMap<Component, Integer>(Component.class);
        for (var component : Component.values()) {
            int wanted = settings.ports().getOrDefault(component, component.defaultPort());
            if (wanted != 0
                    && settings.components().contains(component)
                    && !FreePort.isFree(wanted)) {
                throw Complaint.machine(
                        ("port %d, wanted by %s, is taken by another program: stop it or choose"
                                        + " another port with %s")
                                .formatted(wanted, component.label(), option(component)));
            }
            ports.put(component, FreePort.orAny(wanted));
        }
        int beside = ports.getOrDefault(Component.KAFKA, 0) + 1;
        boolean usable = !ports.containsValue(beside) && FreePort.isFree(beside);
        return new Ports(ports, usable ? beside : FreePort.any());
    }

    static String option(Component component) {
        return switch (component) {
            case GATEWAY -> "--port";
            case POSTGRESQL -> "--postgres-port";
            case KAFKA -> "--kafka-port";
            case SIMULATOR -> "--simulator-port";
            default -> "--base-port";
        };
    }

    public int of(Component component) {
        return ports.getOrDefault(component, 0);
    }

    int kafkaController() {
        return kafkaController;
    }
}

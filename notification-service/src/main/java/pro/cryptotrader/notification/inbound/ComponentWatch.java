package pro.cryptotrader.notification.inbound;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.notification.NotificationService;
import pro.cryptotrader.notification.outbound.VenueName;

/**
 * Notices components that say DOWN, or nothing, for longer than people should wait. Each outage is
 * told once; a component that stopped in good order is not missed. Hears where orders go, too. In
 * memory: after a restart it knows the components that it has heard of since.
 */
@ApplicationScoped
class ComponentWatch {
    private final NotificationService service;
    private final VenueName venue;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();

    ComponentWatch(
            NotificationService service,
            VenueName venue,
            InstantSource clock,
            @ConfigProperty(name = "notify.component-patience") Duration patience) {
        this.service = service;
        this.venue = venue;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What is known of one component.
     *
     * @param latest its latest heartbeat
     * @param id that heartbeat's event id
     * @param wellUntil when it was last heard of and well
     * @param told whether people know of this outage
     */
    private record Pulse(Heartbeat latest, UUID id, Instant wellUntil, boolean told) {
        Pulse asTold() {
            return new Pulse(latest, id, wellUntil, true);
        }
    }

    void onHeartbeat(Envelope<Event> message) {
        if (!(message.data() instanceof Heartbeat heartbeat)) {
            return;
        }
        var name = heartbeat.facts().get(Heartbeat.VENUE);
        if (name != null) {
            venue.heard(name);
        }
        if (heartbeat.status() == Heartbeat.Status.STOPPED) {
            pulses.remove(heartbeat.key());
            return;
        }
        // A compacted topic begins with those that are long gone.
        if (!pulses.containsKey(heartbeat.key())
                && heartbeat.at().isBefore(clock.instant().minus(patience))) {
            return;
        }
        boolean well = heartbeat.status() != Heartbeat.Status.DOWN;
        pulses.compute(
                heartbeat.key(),
                (key, known) ->
                        well || known == null
                                ? new Pulse(heartbeat, message.id(), heartbeat.at(), false)
                                : new Pulse(
                                        heartbeat, message.id(), known.wellUntil(), known.told()));
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var now = clock.instant();
        pulses.forEach((key, pulse) -> {
            if (!pulse.told() && pulse.wellUntil().isBefore(now.minus(patience))) {
                tell(pulse, now);
                pulses.computeIfPresent(key, (same, latest) -> latest.asTold());
            }
        });
    }

    private void tell(Pulse pulse, Instant now) {
        var heartbeat = pulse.latest();
        long seconds = Duration.between(pulse.wellUntil(), now).toSeconds();
        boolean silent = heartbeat.at().isBefore(now.minus(patience));
        service.tellAll(
                pulse.id(),
                "%s is %s".formatted(heartbeat.component(), silent ? "silent" : "down"),
                silent
                        ? "%s has not been heard of for %d s"
                                .formatted(heartbeat.component(), seconds)
                        : "%s has not been well for %d s: %s"
                                .formatted(heartbeat.component(), seconds, heartbeat.details()),
                now);
    }
}

package pro.cryptotrader.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.event.Heartbeat;
import pro.cryptotrader.contracts.wire.Envelope;

/** Tells every five seconds that this service is alive and what its readiness checks say. */
@ApplicationScoped
class Heartbeats {
    private final EventPublisher publisher;
    private final SmallRyeHealthReporter health;
    private final Instance<HeartbeatFacts> facts;
    private final InstantSource clock;
    private final String component;
    private final String instance;
    private final Instant startedAt;
    private volatile boolean stopped;

    Heartbeats(
            EventPublisher publisher,
            SmallRyeHealthReporter health,
            @Any Instance<HeartbeatFacts> facts,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String component,
            @ConfigProperty(name = "service.instance", defaultValue = "0") String instance) {
        this.publisher = publisher;
        this.health = health;
        this.facts = facts;
        this.clock = clock;
        this.component = component;
        this.instance = instance;
        this.startedAt = clock.instant();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        if (stopped) {
            return;
        }
        var readiness = health.getReadiness();
        publish(
                readiness.isDown() ? Heartbeat.Status.DOWN : Heartbeat.Status.UP,
                details(readiness.getPayload()));
    }

    void lastBeat(@Observes ShutdownEvent event) {
        stopped = true;
        publish(Heartbeat.Status.STOPPED, new TreeMap<>());
    }

    private void publish(Heartbeat.Status status, SortedMap<String, String> details) {
        var now = clock.instant();
        publisher.publish(
                Envelope.root(
                        UUID.randomUUID(),
                        component,
                        now,
                        new Heartbeat(
                                component, instance, status, details, facts(), startedAt, now)));
    }

    private SortedMap<String, String> facts() {
        var all = new TreeMap<String, String>();
        facts.forEach(bean -> all.putAll(bean.facts()));
        return all;
    }

    private static SortedMap<String, String> details(jakarta.json.JsonObject readiness) {
        var details = new TreeMap<String, String>();
        for (var check :
                readiness.getJsonArray("checks").getValuesAs(jakarta.json.JsonObject.class)) {
            details.put(check.getString("name"), check.getString("status"));
        }
        return details;
    }
}

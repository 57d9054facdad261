package pro.cryptotrader.simulator.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pro.cryptotrader.simulator.fault.Effect;
import pro.cryptotrader.simulator.fault.Fault;
import pro.cryptotrader.simulator.fault.Faults;
import pro.cryptotrader.simulator.fault.Scope;

/**
 * Carries user events to their readers: late, twice, in another order or never if a fault says so.
 */
@Singleton
public class EventPost {
    private static final long LONGEST_HOLD = 1000;

    private final Faults faults;
    private final Vertx vertx;
    private final Map<String, Deque<Runnable>> held = new ConcurrentHashMap<>();

    /** Faithful but for {@code faults}. */
    public EventPost(Faults faults, Vertx vertx) {
        this.faults = faults;
        this.vertx = vertx;
    }

    /** Delivers an event of an account; {@code delivery} reaches all who hear it. */
    void send(String account, ObjectNode event, Runnable delivery) {
        var symbol = Optional.ofNullable(event.path("s").textValue());
        var target = Scope.Target.event(account, event.path("e").asText(), symbol);
        var effect = faults.strike(Effect.OnEvent.class, target).map(Fault::effect).orElse(null);
        if (effect instanceof Effect.OnEvent struck) {
            strike(account, struck, delivery);
        } else {
            delivery.run();
            release(account);
        }
    }

    private void strike(String account, Effect.OnEvent effect, Runnable delivery) {
        switch (effect) {
            case Effect.DropEvents _ -> {}
            case Effect.DelayEvents delay ->
                    vertx.setTimer(delay.delayMillis(), _ -> delivery.run());
            case Effect.DuplicateEvents duplicate -> {
                for (var i = 0; i <= duplicate.copies(); i++) {
                    delivery.run();
                }
            }
            case Effect.ReorderEvents _ -> {
                held.computeIfAbsent(account, _ -> new ArrayDeque<>()).add(delivery);
                vertx.setTimer(LONGEST_HOLD, _ -> release(account));
            }
        }
    }

    private void release(String account) {
        var waiting = held.remove(account);
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }
}

package pro.cryptotrader.messaging;

import java.util.Map;

/** A bean of a service with something that its heartbeats are to say about it. */
@FunctionalInterface
public interface HeartbeatFacts {
    /** By name; the names of all such beans differ. */
    Map<String, String> facts();
}

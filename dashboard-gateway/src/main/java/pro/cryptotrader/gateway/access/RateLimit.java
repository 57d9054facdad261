package pro.cryptotrader.gateway.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the sign-ins of a minute from one address; the thousand latest addresses are counted. */
@ApplicationScoped
class RateLimit {
    private static final int ADDRESSES = 1000;

    private final InstantSource clock;
    private final int perMinute;
    private final Map<String, Window> windows =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
                    return size() > ADDRESSES;
                }
            };

    RateLimit(
            InstantSource clock,
            @ConfigProperty(name = "gateway.sign-ins-per-minute") int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    synchronized boolean allows(String address) {
        var now = clock.instant();
        var window = windows.get(address);
        if (window == null || !now.isBefore(window.from().plusSeconds(60))) {
            window = new Window(now, 0);
        }
        windows.put(address, new Window(window.from(), window.count() + 1));
        return window.count() < perMinute;
    }

    private record Window(Instant from, int count) {}
}

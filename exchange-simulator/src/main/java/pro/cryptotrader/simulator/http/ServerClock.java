package pro.cryptotrader.simulator.http;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import pro.cryptotrader.simulator.fault.Faults;

/** The time the server believes in: the wall's, unless somebody has put the clock wrong. */
@Singleton
public class ServerClock {
    private final InstantSource wall;
    private final Faults faults;

    /** Wrong as {@code faults} say. */
    public ServerClock(InstantSource wall, Faults faults) {
        this.wall = wall;
        this.faults = faults;
    }

    /** Milliseconds since 1970. */
    public long millis() {
        return wall.millis() + faults.clockOffset();
    }
}

package pro.cryptotrader.gateway.readmodel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** A component as the screen gets it. */
public record StatusView(
        String component,
        String instance,
        String state,
        @JsonRawValue String health,
        @JsonRawValue String facts,
        Instant startedAt,
        Instant heartbeatAt) {
    public static StatusView of(StatusRow row) {
        return new StatusView(
                row.component,
                row.instance,
                row.state,
                row.health,
                row.facts,
                row.startedAt,
                row.heartbeatAt);
    }
}

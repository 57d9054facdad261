package pro.cryptotrader.gateway.readmodel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the trading log as the screen gets it. */
public record LogView(
        String id,
        @Nullable Long seq,
        String account,
        Instant at,
        String level,
        String component,
        String message,
        @JsonRawValue String data) {
    public static LogView of(LogRow row) {
        return new LogView(
                row.eventId.toString(),
                row.id,
                row.accountId,
                row.timestamp,
                row.logLevel,
                row.component,
                row.message,
                row.data);
    }
}

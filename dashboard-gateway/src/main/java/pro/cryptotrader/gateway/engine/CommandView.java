package pro.cryptotrader.gateway.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;

/** A command as the screen gets it. */
public record CommandView(
        UUID commandId,
        String account,
        EngineCommand.Action action,
        boolean closePositions,
        String issuedBy,
        String reason,
        Instant issuedAt,
        CommandRow.Status status,
        @Nullable Long epoch,
        @Nullable String answer) {
    public static CommandView of(CommandRow row) {
        return new CommandView(
                row.id,
                row.accountId,
                row.action,
                row.closePositions,
                row.issuedBy,
                row.reason,
                row.issuedAt,
                row.status,
                row.epoch,
                row.answer);
    }
}

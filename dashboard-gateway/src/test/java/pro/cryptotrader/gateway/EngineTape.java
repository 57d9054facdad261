package pro.cryptotrader.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.wire.Envelope;

/** What risk-service would say about an account's engine. */
final class EngineTape {
    private EngineTape() {}

    static Envelope<EngineStateChanged> told(
            String account,
            EngineState state,
            long epoch,
            long confirmedEpoch,
            @Nullable UUID commandId) {
        var now = Instant.parse("2026-03-01T10:00:00Z").plusSeconds(epoch);
        return Envelope.root(
                UUID.randomUUID(),
                "risk-service",
                now,
                new EngineStateChanged(
                        new AccountId(account),
                        state,
                        epoch,
                        confirmedEpoch,
                        false,
                        commandId,
                        state + " for the test",
                        now));
    }
}

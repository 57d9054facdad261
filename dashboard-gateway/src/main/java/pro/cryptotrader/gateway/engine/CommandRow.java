package pro.cryptotrader.gateway.engine;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;

/** A command given here, and how far it has come. */
@Entity
@Table(name = "engine_commands")
@SuppressWarnings("NullAway.Init")
public class CommandRow {
    @Id public UUID id;
    public String accountId;

    @Enumerated(EnumType.STRING)
    public EngineCommand.Action action;

    public boolean closePositions;
    public String issuedBy;
    public String reason;
    public Instant issuedAt;

    @Enumerated(EnumType.STRING)
    public Status status;

    /** The engine's epoch that the command led to; null until known. */
    public @Nullable Long epoch;

    /** How it was confirmed or why it was refused; null until then. */
    public @Nullable String answer;

    /** How far a command has come. */
    public enum Status {
        /** Written down and on its way. */
        SENT,
        /** The engine has changed because of it; the executor may not know yet. */
        APPLIED,
        /** The executor knows: from now on it holds. */
        CONFIRMED,
        /** Not possible in the engine's state; nothing has changed. */
        REFUSED
    }
}

package pro.cryptotrader.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.access.AuditLog;
import pro.cryptotrader.gateway.access.Caller;
import pro.cryptotrader.gateway.config.ConfigHistory;
import pro.cryptotrader.gateway.config.ConfigHistoryRow;
import pro.cryptotrader.gateway.config.ConfigRow;
import pro.cryptotrader.gateway.config.Configs;
import pro.cryptotrader.gateway.readmodel.Json;
import pro.cryptotrader.messaging.Outbox;

/** Keeps the owners' configurations: every change is whole, checked, remembered and announced. */
@ApplicationScoped
@Transactional
public class ConfigDesk {
    private static final String SOURCE = "dashboard-gateway";

    private final Configs configs;
    private final ConfigHistory history;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Json json;
    private final InstantSource clock;

    ConfigDesk(
            Configs configs,
            ConfigHistory history,
            Outbox outbox,
            AuditLog audit,
            Json json,
            InstantSource clock) {
        this.configs = configs;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** The account's configuration. */
    public Kept of(AccountId account) {
        return kept(configs.of(account).orElseThrow(() -> missing(account)));
    }

    /** The latest versions, newest first. */
    public List<ConfigHistoryRow> history(AccountId account, int limit) {
        return history.of(account, limit);
    }

    /** The first configuration of a new account. */
    public void open(AccountId account, String userId, TradingConfig config, String by) {
        var row = new ConfigRow();
        row.userId = userId;
        row.accountId = account.toString();
        row.createdAt = clock.instant();
        row.version = 0;
        store(row, config, by);
    }

    /**
     * Says again what holds. Costs nothing where it is known, and mends a broker that has lost it.
     */
    public void announceAll() {
        configs.listAll().forEach(this::announce);
    }

    /**
     * Changes the configuration.
     *
     * @param expected the version the owner has seen; null to change whatever holds
     * @throws Refusal 409 when another change was quicker
     * @throws ConfigRefused when the new one does not make sense
     */
    public Kept change(
            AccountId account,
            @Nullable Long expected,
            UnaryOperator<TradingConfig> change,
            Caller caller) {
        var row = configs.forUpdate(account).orElseThrow(() -> missing(account));
        if (expected != null && expected != row.version) {
            throw new Refusal(
                    409,
                    "Changed meanwhile",
                    "%s changed the configuration to version %d; yours started from %d. Load it again"
                            .formatted(row.changedBy, row.version, expected));
        }
        var before = configs.read(row);
        var after = change.apply(before);
        if (after.equals(before)) {
            return kept(row);
        }
        store(row, after, caller.name());
        audit.record(
                caller.name(),
                caller.address(),
                "CONFIG_CHANGE",
                account.toString(),
                Map.of("version", row.version),
                "OK");
        return kept(row);
    }

    private void store(ConfigRow row, TradingConfig config, String by) {
        configs.write(row, config);
        row.version = row.version + 1;
        row.changedBy = by;
        row.updatedAt = clock.instant();
        configs.persist(row);

        var entry = new ConfigHistoryRow();
        entry.id = row.accountId + "|" + row.version;
        entry.accountId = row.accountId;
        entry.version = row.version;
        entry.config = json.write(config);
        entry.changedBy = by;
        entry.changedAt = row.updatedAt;
        history.persist(entry);
        announce(row);
    }

    private void announce(ConfigRow row) {
        var changed =
                new TradingConfigChanged(
                        new AccountId(row.accountId),
                        row.userId,
                        row.version,
                        configs.read(row),
                        row.changedBy,
                        row.updatedAt);
        outbox.append(
                Envelope.root(
                        DeterministicId.root("config|%s|%d".formatted(row.accountId, row.version)),
                        SOURCE,
                        row.updatedAt,
                        changed));
    }

    private Kept kept(ConfigRow row) {
        return new Kept(row.version, configs.read(row), row.changedBy, row.updatedAt);
    }

    private static Refusal missing(AccountId account) {
        return Refusal.notFound("A configuration of account " + account);
    }

    /** A configuration and where it comes from. */
    public record Kept(long version, TradingConfig config, String changedBy, Instant changedAt) {}
}

package pro.cryptotrader.gateway.config;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import pro.cryptotrader.contracts.config.NotificationConfig;
import pro.cryptotrader.contracts.config.RiskConfig;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.gateway.readmodel.Json;

/** The configurations of all accounts. */
@ApplicationScoped
public class Configs implements PanacheRepositoryBase<ConfigRow, Long> {
    private final Json json;

    Configs(Json json) {
        this.json = json;
    }

    public Optional<ConfigRow> of(AccountId account) {
        return find("accountId", account.toString()).firstResultOptional();
    }

    /** Locked: changes come one after the other. */
    public Optional<ConfigRow> forUpdate(AccountId account) {
        return find("accountId", account.toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** What the row says. */
    public TradingConfig read(ConfigRow row) {
        return new TradingConfig(
                row.isEnabled,
                row.tradingMode,
                row.paperTrading,
                Interval.ofSeconds(row.tradingInterval),
                List.of(json.read(row.symbols, Symbol[].class)),
                new RiskConfig(
                        row.maxDailyLossPct,
                        row.maxPositions,
                        row.positionSizePct,
                        row.stopLossPct,
                        row.takeProfitPct,
                        new Money(row.minimumBalance),
                        row.trailingStopPct,
                        row.partialTakeProfitPct,
                        row.partialTakeProfitSharePct),
                json.read(row.notifications, NotificationConfig.class));
    }

    /** Makes the row say {@code config}. */
    public void write(ConfigRow row, TradingConfig config) {
        row.isEnabled = config.enabled();
        row.tradingMode = config.mode();
        row.paperTrading = config.paperTrading();
        row.tradingInterval = Math.toIntExact(config.interval().seconds());
        row.symbols = json.write(config.symbols());
        row.maxDailyLossPct = config.risk().maxDailyLossPct();
        row.maxPositions = config.risk().maxPositions();
        row.positionSizePct = config.risk().positionSizePct();
        row.stopLossPct = config.risk().stopLossPct();
        row.takeProfitPct = config.risk().takeProfitPct();
        row.minimumBalance = config.risk().minimumBalance().value();
        row.trailingStopPct = config.risk().trailingStopPct();
        row.partialTakeProfitPct = config.risk().partialTakeProfitPct();
        row.partialTakeProfitSharePct = config.risk().partialTakeProfitSharePct();
        row.notifications = json.write(config.notifications());
    }
}

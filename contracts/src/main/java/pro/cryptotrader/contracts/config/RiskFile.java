package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.value.Money;

/** {@code risk_config.json}: the trading mode and every limit. */
final class RiskFile {
    private RiskFile() {}

    static TradingConfig read(JsonSection file, TradingConfig current, Findings findings) {
        var mode = file.choice("trading_mode", TradingMode.class, current.mode());
        var risk = current.risk();
        risk =
                new RiskConfig(
                        file.decimal(
                                "max_daily_loss_pct",
                                ConfigRules.DAILY_LOSS_PCT,
                                risk.maxDailyLossPct()),
                        file.whole("max_positions", ConfigRules.MAX_POSITIONS, risk.maxPositions()),
                        file.decimal(
                                "position_size_pct",
                                ConfigRules.POSITION_SIZE_PCT,
                                risk.positionSizePct()),
                        file.decimal(
                                "stop_loss_pct", ConfigRules.STOP_LOSS_PCT, risk.stopLossPct()),
                        file.decimal(
                                "take_profit_pct",
                                ConfigRules.TAKE_PROFIT_PCT,
                                risk.takeProfitPct()),
                        new Money(
                                file.decimal(
                                        "minimum_balance",
                                        ConfigRules.MINIMUM_BALANCE,
                                        risk.minimumBalance().value())),
                        file.optional(
                                "trailing_stop_pct",
                                ConfigRules.TRAILING_STOP_PCT,
                                risk.trailingStopPct()),
                        file.optional(
                                "partial_take_profit_pct",
                                ConfigRules.PARTIAL_TAKE_PROFIT_PCT,
                                risk.partialTakeProfitPct()),
                        file.optional(
                                "partial_take_profit_share_pct",
                                ConfigRules.PARTIAL_SHARE_PCT,
                                risk.partialTakeProfitSharePct()));
        file.end();
        findings.refuseIfAny();
        return new TradingConfig(
                current.enabled(),
                mode,
                current.paperTrading(),
                current.interval(),
                current.symbols(),
                risk,
                current.notifications());
    }

    static void write(TradingConfig config, ObjectNode file) {
        var risk = config.risk();
        file.put("trading_mode", JsonSection.name(config.mode()));
        file.put("max_daily_loss_pct", ConfigRules.shown(risk.maxDailyLossPct()));
        file.put("max_positions", risk.maxPositions());
        file.put("position_size_pct", ConfigRules.shown(risk.positionSizePct()));
        file.put("stop_loss_pct", ConfigRules.shown(risk.stopLossPct()));
        file.put("take_profit_pct", ConfigRules.shown(risk.takeProfitPct()));
        file.put("minimum_balance", ConfigRules.shown(risk.minimumBalance().value()));
        put(file, "trailing_stop_pct", risk.trailingStopPct());
        put(file, "partial_take_profit_pct", risk.partialTakeProfitPct());
        put(file, "partial_take_profit_share_pct", risk.partialTakeProfitSharePct());
    }

    private static void put(ObjectNode file, String name, @Nullable BigDecimal value) {
        if (value != null) {
            file.put(name, ConfigRules.shown(value));
        }
    }
}

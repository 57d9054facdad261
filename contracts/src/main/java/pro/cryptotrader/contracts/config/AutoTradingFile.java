package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pro.cryptotrader.contracts.value.Interval;

/** {@code auto_trading_config.json}: engine, most limits, symbols, simple notifications. */
final class AutoTradingFile {
    private AutoTradingFile() {}

    static TradingConfig read(JsonSection file, TradingConfig current, Findings findings) {
        var engine = file.section("engine");
        var interval =
                engine.numbered(
                        "trading_interval",
                        List.of(Interval.values()),
                        Interval::seconds,
                        current.interval());
        int positions =
                engine.whole(
                        "max_concurrent_positions",
                        ConfigRules.MAX_POSITIONS,
                        current.risk().maxPositions());
        boolean paper = engine.flag("enable_paper_trading", current.paperTrading());
        engine.end();
        var risk = risk(file.section("risk_management"), current.risk(), positions);
        var symbols = file.symbols("symbols", current.symbols());
        var notifications =
                SimpleNotifications.read(file.section("notifications"), current.notifications());
        file.end();
        findings.refuseIfAny();
        return new TradingConfig(
                current.enabled(), current.mode(), paper, interval, symbols, risk, notifications);
    }

    private static RiskConfig risk(JsonSection section, RiskConfig current, int positions) {
        var risk =
                new RiskConfig(
                        section.decimal(
                                "daily_loss_limit_pct",
                                ConfigRules.DAILY_LOSS_PCT,
                                current.maxDailyLossPct()),
                        positions,
                        section.decimal(
                                "position_size_pct",
                                ConfigRules.POSITION_SIZE_PCT,
                                current.positionSizePct()),
                        section.decimal(
                                "stop_loss_pct", ConfigRules.STOP_LOSS_PCT, current.stopLossPct()),
                        section.decimal(
                                "take_profit_pct",
                                ConfigRules.TAKE_PROFIT_PCT,
                                current.takeProfitPct()),
                        current.minimumBalance(),
                        current.trailingStopPct(),
                        current.partialTakeProfitPct(),
                        current.partialTakeProfitSharePct());
        section.end();
        return risk;
    }

    static void write(TradingConfig config, ObjectNode file) {
        var risk = config.risk();
        file.putObject("engine")
                .put("trading_interval", config.interval().seconds())
                .put("max_concurrent_positions", risk.maxPositions())
                .put("enable_paper_trading", config.paperTrading());
        file.putObject("risk_management")
                .put("daily_loss_limit_pct", ConfigRules.shown(risk.maxDailyLossPct()))
                .put("position_size_pct", ConfigRules.shown(risk.positionSizePct()))
                .put("stop_loss_pct", ConfigRules.shown(risk.stopLossPct()))
                .put("take_profit_pct", ConfigRules.shown(risk.takeProfitPct()));
        var symbols = file.putArray("symbols");
        config.symbols().forEach(symbol -> symbols.add(symbol.toString()));
        SimpleNotifications.of(config.notifications()).write(file.putObject("notifications"));
    }
}

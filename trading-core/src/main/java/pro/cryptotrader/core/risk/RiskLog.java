package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.event.TradingLog.Level;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;

/** The sentences that risk writes into the user's trading log. */
final class RiskLog {
    private static final String COMPONENT = "risk-service";

    private RiskLog() {}

    /** Whether a denial tells the owner something that the engine's state does not. */
    static boolean isWorthTelling(Denial.Code code) {
        return switch (code) {
            case ENGINE_NOT_RUNNING, DISABLED, NO_POSITION -> false;
            default -> true;
        };
    }

    static TradingLog approved(Candidate candidate, Approved verdict) {
        var protection = verdict.protection();
        var message =
                protection == null
                        ? "Selling " + verdict.quantity() + " " + verdict.symbol()
                        : "Buying %s %s at %s or less, stop-loss %s, take-profit %s"
                                .formatted(
                                        verdict.quantity(),
                                        verdict.symbol(),
                                        verdict.worstPrice(),
                                        protection.stopLoss(),
                                        protection.takeProfit());
        return new TradingLog(
                verdict.account(),
                Level.INFO,
                COMPONENT,
                message,
                Map.of(
                        "symbol",
                        verdict.symbol().toString(),
                        "side",
                        verdict.side().name(),
                        "signalId",
                        verdict.signalId().toString(),
                        "orderId",
                        verdict.orderId().toString(),
                        "confidence",
                        Integer.toString(candidate.signal().confidence())),
                candidate.now());
    }

    static TradingLog denied(Candidate candidate, Side side, Denial denial) {
        return new TradingLog(
                candidate.account().account(),
                Level.INFO,
                COMPONENT,
                "%s not %s: %s"
                        .formatted(
                                candidate.symbol(),
                                side == Side.BUY ? "bought" : "sold",
                                denial.message()),
                Map.of(
                        "symbol",
                        candidate.symbol().toString(),
                        "side",
                        side.name(),
                        "signalId",
                        candidate.signalId().toString(),
                        "code",
                        denial.code().name()),
                candidate.now());
    }

    static Denial dust(Quantity held, Instrument instrument) {
        return new Denial(
                Denial.Code.TOO_SMALL,
                "%s is held and the venue takes no less than %s"
                        .formatted(held, instrument.minQuantity()),
                Map.of(
                        "held",
                        held.toString(),
                        "minQuantity",
                        instrument.minQuantity().toString()));
    }

    static TradingLog refused(UUID commandId, EngineCommand command, String refusal) {
        return new TradingLog(
                command.account(),
                Level.WARNING,
                COMPONENT,
                refusal,
                Map.of(
                        "commandId",
                        commandId.toString(),
                        "action",
                        command.action().name(),
                        "issuedBy",
                        command.issuedBy()),
                command.issuedAt());
    }

    static TradingLog engineMoved(AccountId account, Engine engine) {
        boolean emergency = engine.state() == EngineState.EMERGENCY_STOPPED;
        return new TradingLog(
                account,
                emergency ? Level.WARNING : Level.INFO,
                COMPONENT,
                "The engine is %s%s. %s"
                        .formatted(
                                engine.state(),
                                engine.liquidate() ? ", positions are being sold" : "",
                                engine.reason()),
                Map.of("state", engine.state().name(), "epoch", Long.toString(engine.epoch())),
                engine.at());
    }

    static TradingLog dailyLoss(
            AccountStateChanged funds, BigDecimal limitPct, boolean reached, Instant at) {
        var loss = DailyLoss.percentText(DailyLoss.lossPct(funds));
        var limit = DailyLoss.percentText(limitPct);
        return new TradingLog(
                funds.account(),
                Level.WARNING,
                COMPONENT,
                reached
                        ? "Today's loss of %s has reached the limit of %s: no more entries today"
                                .formatted(loss, limit)
                        : "Today's loss of %s is near the limit of %s".formatted(loss, limit),
                Map.of(
                        "type",
                        "DAILY_LOSS_WARNING",
                        "stage",
                        reached ? "reached" : "near",
                        "lossPct",
                        DailyLoss.lossPct(funds).toPlainString(),
                        "limitPct",
                        limitPct.toPlainString(),
                        "equity",
                        funds.equity().toString(),
                        "dayStartEquity",
                        funds.dayStartEquity().toString()),
                at);
    }
}

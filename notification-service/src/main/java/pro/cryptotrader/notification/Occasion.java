package pro.cryptotrader.notification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.NotificationType;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.OrderEvent.OrderClosed;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;

/**
 * Something that a person is told about.
 *
 * @param id a function of what happened, so that it is told once however often it is heard of
 * @param at market time of what happened
 */
public record Occasion(
        UUID id, AccountId account, NotificationType type, String title, String text, Instant at) {
    private static final DecimalFormatSymbols ENGLISH =
            DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final int PRICE_DIGITS = 8;

    /** What a person is told about {@code event}; null when it is nothing to be told. */
    public static @Nullable Occasion of(Envelope<? extends AccountEvent> event) {
        return switch (event.data()) {
            case OrderClosed order
                    when order.executed().isPositive() && order.role() != OrderRole.FOREIGN ->
                    trade(event.id(), order);
            case PositionChanged position
                    when position.status() == PositionChanged.Status.CLOSED
                            && position.closedBy() == OrderRole.TAKE_PROFIT ->
                    closed(
                            position,
                            NotificationType.PROFIT_TARGET_REACHED,
                            "Profit target reached");
            case PositionChanged position
                    when position.status() == PositionChanged.Status.CLOSED
                            && position.closedBy() == OrderRole.STOP_LOSS ->
                    closed(position, NotificationType.STOP_LOSS_EXECUTED, "Stop-loss executed");
            case EngineStateChanged engine when engine.state() == EngineState.EMERGENCY_STOPPED ->
                    emergency(event.time(), engine);
            case TradingLog log -> log(event.id(), log);
            default -> null;
        };
    }

    private static Occasion trade(UUID cause, OrderClosed order) {
        boolean entry = order.role() == OrderRole.ENTRY;
        var price =
                order.quoteExecuted()
                        .value()
                        .divide(order.executed().value(), PRICE_DIGITS, RoundingMode.HALF_EVEN);
        return new Occasion(
                DeterministicId.of(cause, "notification"),
                order.account(),
                NotificationType.TRADE_EXECUTED,
                "%s %s".formatted(entry ? "Bought" : "Sold", order.symbol()),
                "%s %s %s at %s for %s %s (%s)"
                        .formatted(
                                entry ? "Bought" : "Sold",
                                order.executed(),
                                order.symbol().base(),
                                number(price, "#,##0.00######"),
                                number(order.quoteExecuted().value(), "#,##0.00"),
                                order.symbol().quote(),
                                words(order.role())),
                order.at());
    }

    private static String words(OrderRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The position's number names it: what is corrected after the close is not told again. */
    private static Occasion closed(PositionChanged position, NotificationType type, String title) {
        return new Occasion(
                DeterministicId.root(
                        "notification|%s|%s|%d"
                                .formatted(type, position.key(), position.positionId())),
                position.account(),
                type,
                "%s on %s".formatted(title, position.symbol()),
                "%s: %s".formatted(title, result(position.realised(), position.symbol())),
                position.at());
    }

    private static String result(Money result, Symbol symbol) {
        return number(result.value(), "+#,##0.00;-#,##0.00") + " " + symbol.quote();
    }

    private static Occasion emergency(Instant time, EngineStateChanged engine) {
        return new Occasion(
                DeterministicId.root(
                        "notification|emergency|%s|%d".formatted(engine.account(), engine.epoch())),
                engine.account(),
                NotificationType.EMERGENCY_STOP,
                "EMERGENCY STOP",
                "Trading on account %s was stopped: %s. No position is opened until a person resets it.%s"
                        .formatted(
                                engine.account(),
                                engine.reason(),
                                engine.liquidate() ? " Open positions are being sold." : ""),
                time);
    }

    private static @Nullable Occasion log(UUID cause, TradingLog log) {
        if ("DAILY_LOSS_WARNING".equals(log.data().get("type"))) {
            return new Occasion(
                    DeterministicId.of(cause, "notification"),
                    log.account(),
                    NotificationType.DAILY_LOSS_WARNING,
                    "Daily loss warning",
                    log.message(),
                    log.at());
        }
        return log.level() == TradingLog.Level.ERROR
                ? systemError(
                        DeterministicId.of(cause, "notification"),
                        log.account(),
                        "Error in " + log.component(),
                        log.message(),
                        log.at())
                : null;
    }

    /** A fault that the owner of {@code account} should know of. */
    public static Occasion systemError(
            UUID id, AccountId account, String title, String text, Instant at) {
        return new Occasion(id, account, NotificationType.SYSTEM_ERROR, title, text, at);
    }

    private static String number(BigDecimal value, String pattern) {
        return new DecimalFormat(pattern, ENGLISH).format(value);
    }
}

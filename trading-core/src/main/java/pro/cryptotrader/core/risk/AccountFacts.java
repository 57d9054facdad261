package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.core.Decision;

/**
 * Learns what has happened to an account. A fact that is known already, or older than what is
 * known, changes nothing, so that a second delivery does no harm.
 */
public final class AccountFacts {
    /** The share of a limit from which on the owner is warned. */
    private static final BigDecimal WARN_AT = new BigDecimal("0.8");

    /**
     * The account once it knows {@code fact}.
     *
     * @param wallTime when a change of the engine that follows from it is said to have happened
     */
    public Decision<AccountRisk> learn(AccountRisk account, AccountEvent fact, Instant wallTime) {
        var decision =
                switch (fact) {
                    case TradingConfigChanged config -> learn(account, config);
                    case AccountStateChanged funds -> learn(account, funds);
                    case PositionChanged position -> Decision.quiet(learn(account, position));
                    case OrderEvent order -> Decision.quiet(learn(account, order));
                    case EpochConfirmed ack -> learn(account, ack);
                    default -> Decision.quiet(account);
                };
        return EngineDesk.settled(decision, wallTime);
    }

    private static Decision<AccountRisk> learn(AccountRisk account, TradingConfigChanged config) {
        var known = account.terms();
        if (known != null && config.version() <= known.version()) {
            return Decision.quiet(account);
        }
        var next = account.with(TradingTerms.of(config));
        if (account.engine().epoch() > 0) {
            return Decision.quiet(next);
        }
        var born =
                account.engine()
                        .moved(EngineState.STOPPED, false, null, "The account is new", config.at());
        return EngineDesk.announced(next.with(born));
    }

    private static Decision<AccountRisk> learn(AccountRisk account, AccountStateChanged funds) {
        var next = account.with(funds).without(reservation -> reservation.isPaidIn(funds));
        var terms = account.terms();
        if (terms == null) {
            return Decision.quiet(next);
        }
        var limit = terms.risk().maxDailyLossPct();
        if (!DailyLoss.hasReached(funds, limit.multiply(WARN_AT))) {
            return Decision.quiet(next);
        }
        boolean reached = DailyLoss.hasReached(funds, limit);
        var notice = new LossNotice(LocalDate.ofInstant(funds.at(), ZoneOffset.UTC), reached);
        var told = account.lossNotice();
        if (told != null && told.day().equals(notice.day()) && (told.reached() || !reached)) {
            return Decision.quiet(next);
        }
        return new Decision<>(
                next.with(notice), List.of(RiskLog.dailyLoss(funds, limit, reached, funds.at())));
    }

    private static AccountRisk learn(AccountRisk account, PositionChanged position) {
        var symbol = position.symbol();
        var known = account.holdings().get(symbol);
        if (known != null && position.positionId() < known.positionId()) {
            return account;
        }
        var holding = Holding.of(position);
        var next = holding.equals(known) ? account : account.with(symbol, holding);
        if (account.reservations().isEmpty()) {
            return next;
        }
        for (var pending : account.reservations().entrySet()) {
            var reservation = pending.getValue();
            boolean isItsOwn =
                    reservation.isPending()
                            && reservation.symbol().equals(symbol)
                            && (holding.open()
                                    || holding.positionId() > reservation.priorPosition());
            if (isItsOwn) {
                next = next.with(pending.getKey(), reservation.filled(position.at()));
            }
        }
        return next.without(reservation -> reservation.isPaidIn(account.funds()));
    }

    private static AccountRisk learn(AccountRisk account, OrderEvent order) {
        var reservation = account.reservations().get(order.orderId());
        if (reservation == null) {
            return account;
        }
        return switch (order) {
            case OrderEvent.OrderNotSent _, OrderEvent.OrderRejected _ ->
                    account.without(order.orderId());
            case OrderEvent.OrderClosed closed ->
                    closed.executed().isZero() ? account.without(order.orderId()) : account;
            case OrderEvent.OrderIntended _,
                    OrderEvent.OrderAccepted _,
                    OrderEvent.OrderOutcomeUnknown _ ->
                    reservation.sent()
                            ? account
                            : account.with(order.orderId(), reservation.onItsWay());
        };
    }

    private static Decision<AccountRisk> learn(AccountRisk account, EpochConfirmed ack) {
        var engine = account.engine();
        if (ack.epoch() <= engine.confirmedEpoch() || ack.epoch() > engine.epoch()) {
            return Decision.quiet(account);
        }
        var confirmed = engine.confirmed(ack.epoch());
        return new Decision<>(
                account.with(confirmed), List.of(confirmed.announced(account.account())));
    }
}

package pro.cryptotrader.core.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.RiskCheck;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.core.Decision;

/**
 * Answers signals: approves within bounds, or denies with the first rule that says no.
 *
 * <p>An entry passes every rule. An exit only needs something to sell and a signal that has not
 * expired: no limit, no mode and no state of the engine keeps a position open.
 */
public final class RiskDesk {
    private static final List<RiskRule<Candidate>> CANDIDATE_RULES =
            List.of(
                    new EngineRunning(),
                    new TradingEnabled(),
                    new ConfidentEnough(),
                    new SignalFresh(),
                    new InstrumentKnown(),
                    new PriceKnown(),
                    new FundsKnown());

    private static final List<RiskRule<Entry>> ENTRY_RULES =
            List.of(
                    new FeedLive(),
                    new PriceFresh(),
                    new SymbolTradable(),
                    new PriceNearSignal(),
                    new OnePositionPerSymbol(),
                    new MaxPositions(),
                    new DailyLoss(),
                    new MinimumBalance());

    private static final List<RiskRule<EntryPlan>> PLAN_RULES =
            List.of(new Affordable(), new WorthTrading());

    private static final List<RiskRule<Candidate>> EXIT_RULES =
            List.of(new PositionHeld(), new SignalFresh(), new InstrumentKnown());

    /** How far above the reference price an entry may be filled, in per cent. */
    public static final BigDecimal MOST_SLIPPAGE_PCT = new BigDecimal("0.2");

    private final BigDecimal mostSlippagePct;
    private final boolean tellsOwner;

    /** The desk that trades. */
    public RiskDesk() {
        this(MOST_SLIPPAGE_PCT, true);
    }

    /**
     * A desk for experiments; it decides alike.
     *
     * @param mostSlippagePct how far above the reference price an entry may be filled, in per cent
     * @param tellsOwner whether it writes checks and trading log, which people read
     */
    public RiskDesk(BigDecimal mostSlippagePct, boolean tellsOwner) {
        this.mostSlippagePct = mostSlippagePct;
        this.tellsOwner = tellsOwner;
    }

    /**
     * What the account does about a signal; silence when it is none of its business.
     *
     * @param signalId the signal's event id
     */
    public Decision<AccountRisk> decide(
            AccountRisk account, MarketView market, UUID signalId, Signal signal) {
        return decide(account, market.of(signal.symbol()), signalId, signal);
    }

    /** The same, for whoever has the market of the signal's symbol at hand. */
    public Decision<AccountRisk> decide(
            AccountRisk account, SymbolMarket market, UUID signalId, Signal signal) {
        var terms = account.terms();
        if (terms == null || !account.answers(signal)) {
            return Decision.quiet(account);
        }
        var candidate = Candidate.of(account, terms, signalId, signal, market);
        return signal.type() == Signal.SignalType.BUY ? enter(candidate) : leave(candidate);
    }

    private Decision<AccountRisk> enter(Candidate candidate) {
        var checks = new ArrayList<RiskCheck>();
        var denial = firstDenial(CANDIDATE_RULES, candidate, checks);
        if (denial != null) {
            return deny(candidate, Side.BUY, denial, checks);
        }
        var entry = candidate.entry();
        denial = firstDenial(ENTRY_RULES, entry, checks);
        if (denial != null) {
            return deny(candidate, Side.BUY, denial, checks);
        }
        var plan = EntryPlan.of(entry, mostSlippagePct);
        denial = firstDenial(PLAN_RULES, plan, checks);
        return denial != null
                ? deny(candidate, Side.BUY, denial, checks)
                : approveEntry(candidate, plan, checks);
    }

    private <S> @Nullable Denial firstDenial(
            List<RiskRule<S>> rules, S subject, List<RiskCheck> checks) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (!tellsOwner && rule.allows(subject)) {
                continue;
            }
            var finding = rule.review(subject);
            if (tellsOwner) {
                checks.add(finding.check());
            }
            if (finding.denial() != null) {
                return finding.denial();
            }
        }
        return null;
    }

    private Decision<AccountRisk> approveEntry(
            Candidate candidate, EntryPlan plan, List<RiskCheck> checks) {
        var account = candidate.account();
        var verdict =
                new Approved(
                        account.account(),
                        candidate.signalId(),
                        orderId(candidate, Side.BUY),
                        candidate.symbol(),
                        Side.BUY,
                        plan.quantity(),
                        plan.reference(),
                        plan.worst(),
                        plan.protection(),
                        candidate.signal().expiresAt(),
                        account.engine().epoch(),
                        candidate.terms().version(),
                        checks);
        var last = account.holdings().get(candidate.symbol());
        var reservation =
                new Reservation(
                        candidate.symbol(),
                        plan.cost(),
                        verdict.validUntil(),
                        false,
                        last == null ? 0 : last.positionId(),
                        null);
        return new Decision<>(
                account.with(verdict.orderId(), reservation), told(candidate, verdict));
    }

    private List<Event> told(Candidate candidate, Approved verdict) {
        return tellsOwner
                ? List.of(verdict, RiskLog.approved(candidate, verdict))
                : List.of(verdict);
    }

    private Decision<AccountRisk> leave(Candidate candidate) {
        var checks = new ArrayList<RiskCheck>();
        var denial = firstDenial(EXIT_RULES, candidate, checks);
        if (denial != null) {
            return deny(candidate, Side.SELL, denial, checks);
        }
        var account = candidate.account();
        var tick = candidate.market().tick();
        var instrument = Objects.requireNonNull(candidate.market().instrument());
        var holding = Objects.requireNonNull(account.holdings().get(candidate.symbol()));
        var quantity = instrument.floor(holding.quantity());
        if (quantity.isZero()) {
            return deny(candidate, Side.SELL, RiskLog.dust(holding.quantity(), instrument), checks);
        }
        var verdict =
                new Approved(
                        account.account(),
                        candidate.signalId(),
                        orderId(candidate, Side.SELL),
                        candidate.symbol(),
                        Side.SELL,
                        quantity,
                        tick == null ? candidate.signal().entry() : tick.bid(),
                        null,
                        null,
                        candidate.signal().expiresAt(),
                        account.engine().epoch(),
                        candidate.terms().version(),
                        checks);
        return new Decision<>(account, told(candidate, verdict));
    }

    private Decision<AccountRisk> deny(
            Candidate candidate, Side side, Denial denial, List<RiskCheck> checks) {
        var events = new ArrayList<Event>();
        events.add(
                new Denied(
                        candidate.account().account(),
                        candidate.signalId(),
                        candidate.symbol(),
                        side,
                        denial,
                        candidate.now(),
                        checks));
        if (tellsOwner && RiskLog.isWorthTelling(denial.code())) {
            events.add(RiskLog.denied(candidate, side, denial));
        }
        return new Decision<>(candidate.account(), events);
    }

    /** A function of signal, account and side: a second run permits the same order. */
    private static OrderId orderId(Candidate candidate, Side side) {
        return OrderId.from(
                candidate.signalId(), "order|" + candidate.account().account() + "|" + side);
    }
}

package pro.cryptotrader.backtester.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.execution.EntryConditions;
import pro.cryptotrader.core.execution.EntryForm;
import pro.cryptotrader.core.execution.Permit;
import pro.cryptotrader.core.execution.Terms;
import pro.cryptotrader.core.execution.Trade;
import pro.cryptotrader.core.execution.TradeDecider;
import pro.cryptotrader.core.execution.TradeInput;

/**
 * Gives the executor's decider the permits once more, and the venue's words as they were told, and
 * compares every order, every fill and every line of the log, byte for byte. What the venue said is
 * on no topic; it is taken from what was told of it, so that only what we made of it is judged.
 */
final class OrderReplay {
    private static final BigDecimal USUAL_COMMISSION = new BigDecimal("0.001");

    private final Session session;
    private final Tally tally = new Tally();
    private final ObjectMapper mapper = EventJson.newMapper();

    private OrderReplay(Session session) {
        this.session = session;
    }

    static ReplayOutcome of(Session session) {
        var replay = new OrderReplay(session);
        for (var account : session.accounts()) {
            for (var symbol : replay.symbols(account)) {
                replay.new Lane(account, symbol).replay();
            }
        }
        return replay.tally.outcome();
    }

    private Set<Symbol> symbols(AccountId account) {
        var symbols = new TreeSet<Symbol>();
        for (var message : session.feed(Topic.ORDERS, account).messages()) {
            if (message.envelope().data() instanceof OrderEvent order) {
                symbols.add(order.symbol());
            }
        }
        return symbols;
    }

    /** One account's trades in one symbol. */
    private final class Lane {
        private final Symbol symbol;
        private final ToldOrders told;
        private final List<Recorded> permits = new ArrayList<>();
        private final Set<UUID> heard = new HashSet<>();
        private final Feed engine;
        private final Feed prices;
        private final BigDecimal commission;
        private Trade trade;
        private int next;

        Lane(AccountId account, Symbol symbol) {
            this.symbol = symbol;
            this.trade = new Trade(account, symbol);
            this.told = ToldOrders.of(session, account, symbol);
            this.engine = session.feed(Topic.ENGINE_STATE, account);
            this.prices = session.ticks(symbol);
            for (var topic : List.of(Topic.RISK_VERDICTS, Topic.POSITION_EXITS)) {
                for (var message : session.feed(topic, account).messages()) {
                    if (isPermit(message.envelope().data())) {
                        permits.add(message);
                    }
                }
            }
            this.commission = commission();
        }

        private boolean isPermit(Event event) {
            return switch (event) {
                case RiskVerdict.Approved verdict -> verdict.symbol().equals(symbol);
                case ExitRequested exit -> exit.symbol().equals(symbol);
                default -> false;
            };
        }

        /** What the venue took from the first purchase; the executor knows it from the account. */
        private BigDecimal commission() {
            for (var message : told.messages()) {
                if (message.envelope().data() instanceof Fill fill
                        && fill.side() == Side.BUY
                        && fill.commissionAsset().equals(symbol.base())) {
                    return fill.commission()
                            .divide(fill.quantity().value(), MathContext.DECIMAL64)
                            .setScale(4, RoundingMode.HALF_EVEN);
                }
            }
            return USUAL_COMMISSION;
        }

        void replay() {
            while (next < told.size()) {
                if (!step()) {
                    tally.different(new Said(null, List.of(told.get(next))), List.of());
                    while (++next < told.size()) {
                        tally.unjudged(new Said(null, List.of(told.get(next))));
                    }
                }
            }
        }

        /** A command whose news came by the stream is answered, too, and the answer is no news. */
        private void settle() {
            var answer = LikelyInputs.silentAnswer(trade);
            if (answer != null) {
                var step = TradeDecider.decide(trade, answer, terms(told.get(next)));
                trade = step.events().isEmpty() ? kept(step.trade()) : trade;
            }
        }

        /** Tries every input that may have led to what was told next. */
        private boolean step() {
            settle();
            var message = told.get(next);
            if (told.isByTheWallClock(message)) {
                tally.unjudged(new Said(null, List.of(message)));
                next++;
                return true;
            }
            for (var permit : permits) {
                boolean isIts = permit.envelope().id().equals(message.envelope().cause());
                if (isIts && !heard.contains(permit.envelope().id())) {
                    return tries(permitted(permit), permit) || listens(message, permit);
                }
            }
            for (var input : LikelyInputs.of(told.messages(), next, trade)) {
                if (tries(input, null)) {
                    return true;
                }
            }
            return isLeftBefore(message) && step();
        }

        /** A sale whose permit said nothing by itself: it cancels first. */
        private boolean listens(Recorded message, Recorded permit) {
            if (!(message.envelope().data() instanceof OrderEvent order)
                    || order.role() != OrderRole.EXIT) {
                return false;
            }
            return hears(permit, message) && step();
        }

        private boolean isLeftBefore(Recorded message) {
            for (var permit : permits) {
                if (!heard.contains(permit.envelope().id())
                        && permit.published() <= message.published()
                        && !isPurchase(permit)) {
                    return hears(permit, message);
                }
            }
            return false;
        }

        private static boolean isPurchase(Recorded permit) {
            return permit.envelope().data() instanceof RiskVerdict.Approved verdict
                    && verdict.side() == Side.BUY;
        }

        private boolean hears(Recorded permit, Recorded before) {
            var step = TradeDecider.decide(trade, permitted(permit), terms(before));
            if (!step.events().isEmpty()) {
                return false;
            }
            heard.add(permit.envelope().id());
            trade = kept(step.trade());
            return true;
        }

        private boolean tries(TradeInput input, @Nullable Recorded permit) {
            var step = TradeDecider.decide(trade, input, terms(told.get(next)));
            var said = told.next(next, step.events().size());
            var again = told.envelopes(next, step.events(), step.trade(), input);
            if (again.isEmpty() || said == null || !Tally.isSame(said, again)) {
                return false;
            }
            tally.reproduced(said);
            trade = kept(step.trade());
            next += again.size();
            if (permit != null) {
                heard.add(permit.envelope().id());
            }
            return true;
        }

        /** As it comes back from the executor's table: numbers lose the zeros at their ends. */
        private Trade kept(Trade changed) {
            try {
                return mapper.readValue(mapper.writeValueAsString(changed), Trade.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a trade cannot be kept: " + changed, e);
            }
        }

        private static TradeInput permitted(Recorded message) {
            var envelope = message.envelope();
            var permit = new Permit(envelope.id(), envelope.correlation());
            return switch (envelope.data()) {
                case RiskVerdict.Approved verdict when verdict.side() == Side.BUY ->
                        new TradeInput.Buy(verdict, permit);
                case RiskVerdict.Approved verdict ->
                        new TradeInput.Sell(verdict, permit, envelope.time());
                case ExitRequested exit ->
                        new TradeInput.Leave(
                                OrderId.from(envelope.id(), "exit"),
                                permit,
                                exit.reason().name(),
                                exit.at());
                default -> throw new IllegalStateException("no permit: " + message);
            };
        }

        /** The circumstances at the moment at which a message was said. */
        private Terms terms(Recorded said) {
            var now = said.envelope().time();
            @Nullable EngineStateChanged state = null;
            for (int i = 0; i < engine.publishedBy(said.published()); i++) {
                state = (EngineStateChanged) engine.get(i).envelope().data();
            }
            @Nullable Price bid = null;
            for (var message : prices.messages()) {
                if (message.envelope().data() instanceof Tick tick && !tick.at().isAfter(now)) {
                    bid = tick.bid();
                }
            }
            return new Terms(
                    instrument(),
                    told.bringsProtection(next) ? EntryForm.OPOCO : EntryForm.PLAIN,
                    commission,
                    bid,
                    new EntryConditions(
                            state == null ? null : state.state(),
                            state == null ? -1 : state.epoch(),
                            false,
                            true,
                            now),
                    now);
        }

        private @Nullable Instrument instrument() {
            @Nullable Instrument known = null;
            for (var message : session.all(Topic.MARKET_INSTRUMENTS)) {
                if (message.envelope().data() instanceof InstrumentListed listed
                        && listed.symbol().equals(symbol)) {
                    known = listed.instrument();
                }
            }
            return known;
        }
    }
}

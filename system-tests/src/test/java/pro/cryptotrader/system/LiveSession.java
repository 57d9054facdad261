package pro.cryptotrader.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * What the platform has said so far, read from its topics, and whether it has finished speaking.
 */
final class LiveSession implements AutoCloseable {
    private final TopicTape tape;
    private int read;
    private final Map<Symbol, Tick> ticks = new HashMap<>();
    private final Map<Symbol, Instrument> instruments = new HashMap<>();
    private final Map<AccountId, AccountStateChanged> statements = new HashMap<>();
    private final Map<AccountId, EngineStateChanged> engines = new HashMap<>();
    private final List<Said<Signal>> signals = new ArrayList<>();
    private final List<Said<RiskVerdict>> verdicts = new ArrayList<>();
    private final Map<OrderId, List<OrderEvent>> orders = new HashMap<>();
    private final Map<UUID, Set<OrderId>> exitsOf = new HashMap<>();

    /** An event with its id and its text on the wire. */
    record Said<E>(UUID id, E event, String text) {}

    LiveSession(TradingPlatform platform) {
        this.tape =
                platform.tape(
                        Topic.MARKET_TICKS,
                        Topic.MARKET_INSTRUMENTS,
                        Topic.SIGNALS,
                        Topic.RISK_VERDICTS,
                        Topic.ORDERS,
                        Topic.FILLS,
                        Topic.ACCOUNT_STATE,
                        Topic.ENGINE_STATE);
    }

    /** Hears what is new. */
    LiveSession listen() {
        var messages = tape.read();
        for (; read < messages.size(); read++) {
            var message = messages.get(read);
            var id = message.envelope().id();
            switch (message.envelope().data()) {
                case Tick tick -> ticks.put(tick.symbol(), tick);
                case InstrumentListed listed ->
                        instruments.put(listed.symbol(), listed.instrument());
                case AccountStateChanged state -> statements.put(state.account(), state);
                case EngineStateChanged engine -> engines.put(engine.account(), engine);
                case Signal signal -> signals.add(new Said<>(id, signal, message.text()));
                case RiskVerdict verdict -> verdicts.add(new Said<>(id, verdict, message.text()));
                case OrderEvent order -> hear(order);
                default -> {}
            }
        }
        return this;
    }

    private void hear(OrderEvent order) {
        orders.computeIfAbsent(order.orderId(), _ -> new ArrayList<>()).add(order);
        if (order instanceof OrderEvent.OrderIntended intended
                && intended.role() == OrderRole.EXIT) {
            exitsOf.computeIfAbsent(intended.permit(), _ -> new HashSet<>())
                    .add(intended.orderId());
        }
    }

    @Nullable Tick tick(Symbol symbol) {
        return ticks.get(symbol);
    }

    @Nullable Instrument instrument(Symbol symbol) {
        return instruments.get(symbol);
    }

    @Nullable AccountStateChanged statement(AccountId account) {
        return statements.get(account);
    }

    List<Said<Signal>> signals() {
        return signals;
    }

    /** Every message in the order in which it was read. */
    List<TopicTape.Message> messages() {
        return tape.read();
    }

    boolean isRunning(AccountId account) {
        var engine = engines.get(account);
        return engine != null
                && engine.state() == EngineState.RUNNING
                && engine.epoch() == engine.confirmedEpoch();
    }

    /** Whether the latest balance sheet values everything at the latest bid. */
    boolean isMarked(AccountId account) {
        var state = statements.get(account);
        if (state == null) {
            return false;
        }
        var equity = state.cash().value();
        for (var balance : state.balances().entrySet()) {
            if (!balance.getKey().equals(state.quoteAsset())) {
                var tick = ticks.get(new Symbol(balance.getKey(), state.quoteAsset()));
                var bid = tick == null ? BigDecimal.ZERO : tick.bid().value();
                equity = equity.add(balance.getValue().multiply(bid));
            }
        }
        return equity.compareTo(state.equity().value()) == 0;
    }

    /** Whether an account has answered a signal and what it permits has been done. */
    boolean isAnswered(AccountId account, UUID signalId) {
        for (var verdict : verdicts) {
            if (verdict.event().signalId().equals(signalId)
                    && verdict.event().account().equals(account)) {
                return !(verdict.event() instanceof RiskVerdict.Approved approved)
                        || (approved.side() == Side.BUY
                                ? isEntered(approved.orderId())
                                : isLeft(approved.orderId(), verdict.id()));
            }
        }
        return false;
    }

    /** Whether every order of an account has ended. */
    boolean areOrdersOver(AccountId account) {
        return orders.entrySet().stream()
                .filter(each -> each.getValue().getFirst().account().equals(account))
                .allMatch(each -> closed(each.getKey()) != null || isRefused(each.getKey()));
    }

    private boolean isEntered(OrderId entry) {
        if (isRefused(entry)) {
            return true;
        }
        var closed = closed(entry);
        return closed != null
                && (closed.executed().isZero()
                        || (isAccepted(entry.leg("stop-loss"))
                                && isAccepted(entry.leg("take-profit"))));
    }

    private boolean isLeft(OrderId order, UUID verdict) {
        return isRefused(order)
                || exitsOf.getOrDefault(verdict, Set.of()).stream()
                        .anyMatch(exit -> closed(exit) != null || isRefused(exit));
    }

    private List<OrderEvent> of(OrderId order) {
        return orders.getOrDefault(order, List.of());
    }

    private boolean isAccepted(OrderId order) {
        return of(order).stream().anyMatch(OrderEvent.OrderAccepted.class::isInstance);
    }

    private boolean isRefused(OrderId order) {
        return of(order).stream()
                .anyMatch(each ->
                        each instanceof OrderEvent.OrderNotSent
                                || each instanceof OrderEvent.OrderRejected);
    }

    private OrderEvent.@Nullable OrderClosed closed(OrderId order) {
        for (var event : of(order)) {
            if (event instanceof OrderEvent.OrderClosed closed) {
                return closed;
            }
        }
        return null;
    }

    @Override
    public void close() {
        tape.close();
    }
}

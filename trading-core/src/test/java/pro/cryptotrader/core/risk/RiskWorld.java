package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderEvent;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged.Status;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.core.Decision;

/**
 * An account, an executor and a venue in one seeded run. What the venue does becomes known late,
 * and topic by topic in any order; the limits are checked against the venue, not against what risk
 * believes.
 */
final class RiskWorld {
    private static final List<Symbol> SYMBOLS =
            List.of(BTC, ETH, Symbol.of("BNB/USDT"), Symbol.of("SOL/USDT"));
    private static final int MAX_POSITIONS = 2;
    private static final Money MINIMUM = Money.of("50");

    private enum News {
        ORDERS,
        POSITIONS,
        FUNDS
    }

    private final Random random;
    private final UnaryOperator<AccountRisk> damage;
    private final RiskDesk desk = new RiskDesk();
    private final EngineDesk engines = new EngineDesk();
    private final AccountFacts facts = new AccountFacts();
    private final Map<News, Queue<AccountEvent>> news = new EnumMap<>(News.class);
    private final List<Approved> inFlight = new ArrayList<>();
    private final Map<Symbol, Quantity> held = new TreeMap<>();
    private final Map<Symbol, Long> positionIds = new TreeMap<>();
    private final List<Event> said = new ArrayList<>();
    private Money cash = Money.of("260");
    private Instant now = CANDLE_CLOSE;
    private long step;
    private AccountRisk account;

    /**
     * Starts a run.
     *
     * @param damage what befalls the account after every step: nothing, or a planted bug
     */
    RiskWorld(long seed, UnaryOperator<AccountRisk> damage) {
        this.random = new Random(seed);
        this.damage = damage;
        for (var topic : News.values()) {
            news.put(topic, new ArrayDeque<>());
        }
        var config = config(1, true, limits("90", MAX_POSITIONS, MINIMUM.toString()));
        account = running(config, balanceSheet());
    }

    AccountRisk account() {
        return account;
    }

    List<Event> said() {
        return said;
    }

    void run(int steps) {
        for (step = 1; step <= steps; step++) {
            now = now.plusMillis(1 + random.nextInt(2_000));
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> signal(SignalType.BUY);
                case 3 -> signal(SignalType.SELL);
                case 4, 5 -> execute();
                case 6 -> close();
                case 7, 8 -> hear();
                default -> operate();
            }
            account = damage.apply(account);
            checkVenue();
        }
    }

    private void signal(SignalType type) {
        var symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        var open = now.minusSeconds(300);
        var price = Price.of("100").plusPercent(new BigDecimal(random.nextInt(9) - 4));
        var at =
                new SymbolMarket(
                        tick(symbol, price.toString(), price.toString(), now), null, false, false);
        var market = at.with(new InstrumentListed(instrument(symbol, "0.01", "0.001", "5"), now));
        var signal =
                new Signal(
                        symbol,
                        Interval.M5,
                        "random",
                        type,
                        random.nextInt(101),
                        price,
                        price,
                        price,
                        open,
                        now.plusSeconds(60),
                        List.of(),
                        null,
                        Signal.Gate.NO_MODEL);
        var id = new UUID(9, step);
        var decision = desk.decide(account, MarketView.of(symbol, market), id, signal);
        assertThat(desk.decide(account, MarketView.of(symbol, market), id, signal))
                .isEqualTo(decision);
        for (var event : decision.events()) {
            if (event instanceof Approved approved && approved.side() == Side.BUY) {
                assertThat(account.engine().state()).isEqualTo(EngineState.RUNNING);
                assertThat(approved.epoch()).isEqualTo(account.engine().epoch());
                inFlight.add(approved);
            }
        }
        accept(decision);
    }

    /**
     * The executor gets to one of its permits: it lapses, is refused, or is filled at the worst.
     */
    private void execute() {
        if (inFlight.isEmpty()) {
            return;
        }
        var permit = inFlight.remove(random.nextInt(inFlight.size()));
        boolean isVoid = permit.epoch() != account.engine().epoch();
        int fate = isVoid ? 0 : random.nextInt(4);
        if (fate == 0) {
            tell(News.ORDERS, notSent(permit));
        } else if (fate == 1) {
            tell(News.ORDERS, expired(permit, Quantity.ZERO));
        } else {
            var worst = Objects.requireNonNull(permit.worstPrice());
            cash = cash.minus(worst.times(permit.quantity()));
            held.put(permit.symbol(), permit.quantity());
            positionIds.merge(permit.symbol(), 1L, Long::sum);
            tell(News.ORDERS, expired(permit, permit.quantity()));
            tellPosition(permit.symbol(), Status.OPEN, permit.quantity());
        }
    }

    /** A stop-loss, a take-profit or an exit at the venue. */
    private void close() {
        if (held.isEmpty()) {
            return;
        }
        var symbol = List.copyOf(held.keySet()).get(random.nextInt(held.size()));
        var quantity = Objects.requireNonNull(held.remove(symbol));
        cash = cash.plus(Price.of("95").times(quantity));
        tellPosition(symbol, Status.CLOSED, Quantity.ZERO);
    }

    private void operate() {
        if (random.nextInt(4) == 0) {
            accept(
                    facts.learn(
                            account,
                            new EpochConfirmed(MAIN, account.engine().epoch(), "executor", WALL),
                            WALL));
            return;
        }
        // Mostly towards RUNNING, or little would ever be traded.
        var actions =
                List.of(
                        EngineCommand.Action.START,
                        EngineCommand.Action.START,
                        EngineCommand.Action.RESUME,
                        EngineCommand.Action.RESET,
                        EngineCommand.Action.PAUSE,
                        EngineCommand.Action.STOP,
                        EngineCommand.Action.EMERGENCY_STOP);
        var action = actions.get(random.nextInt(actions.size()));
        var command = command(action, random.nextBoolean(), "drill");
        boolean possible = EngineMachine.possible(account.engine().state()).contains(action);
        var before = account.engine();
        accept(engines.decide(account, new UUID(8, step), command));
        if (!possible) {
            assertThat(account.engine().state()).isEqualTo(before.state());
            assertThat(account.engine().epoch()).isEqualTo(before.epoch());
        }
    }

    /** One topic's next message arrives, now and then twice. */
    private void hear() {
        var topic = News.values()[random.nextInt(News.values().length)];
        var message = Objects.requireNonNull(news.get(topic)).poll();
        if (message == null) {
            return;
        }
        accept(facts.learn(account, message, WALL));
        if (random.nextInt(4) == 0) {
            accept(facts.learn(account, message, WALL));
        }
    }

    private void accept(Decision<AccountRisk> decision) {
        var before = account.engine();
        account = decision.state();
        long moves = 0;
        for (var event : decision.events()) {
            if (event instanceof EngineStateChanged changed && changed.epoch() > before.epoch()) {
                moves++;
                assertThat(changed.epoch()).isEqualTo(before.epoch() + moves);
            }
        }
        assertThat(account.engine().epoch()).isEqualTo(before.epoch() + moves);
        said.addAll(decision.events());
    }

    private void checkVenue() {
        assertThat(held.size() + inFlight.size())
                .as("positions and entries on their way")
                .isLessThanOrEqualTo(MAX_POSITIONS);
        assertThat(inFlight.stream().map(Approved::symbol))
                .as("one position per symbol")
                .doesNotHaveDuplicates()
                .noneMatch(held::containsKey);
        var left = cash;
        for (var permit : inFlight) {
            var worst = Objects.requireNonNull(permit.worstPrice());
            left = left.minus(worst.times(permit.quantity()));
        }
        assertThat(left).as("cash").isGreaterThanOrEqualTo(MINIMUM);
        if (account.engine().state() == EngineState.STOPPED
                && account.engine().commandId() == null) {
            assertThat(held).as("what a liquidation leaves").isEmpty();
        }
    }

    private void tellPosition(Symbol symbol, Status status, Quantity quantity) {
        long id = Objects.requireNonNull(positionIds.get(symbol));
        tell(News.POSITIONS, position(symbol, id, status, quantity.toString(), now));
        tell(News.FUNDS, balanceSheet());
    }

    /** Equity is large enough for entries to be bounded by cash. */
    private AccountStateChanged balanceSheet() {
        return funds(cash.toString(), "6000", "6000", held.size(), now);
    }

    private void tell(News topic, AccountEvent event) {
        Objects.requireNonNull(news.get(topic)).add(event);
    }

    private OrderEvent notSent(Approved permit) {
        return new OrderEvent.OrderNotSent(
                MAIN,
                permit.orderId(),
                permit.signalId(),
                permit.symbol(),
                OrderRole.ENTRY,
                "void",
                now);
    }

    private OrderEvent expired(Approved permit, Quantity executed) {
        return new OrderEvent.OrderClosed(
                MAIN,
                permit.orderId(),
                permit.symbol(),
                OrderRole.ENTRY,
                OrderEvent.OrderClosed.Outcome.EXPIRED,
                executed,
                Money.ZERO,
                "executionReport",
                now);
    }
}

package pro.cryptotrader.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.ExitRequested;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.FillEvent.Fill;
import pro.cryptotrader.contracts.event.FillEvent.FundsChanged;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.position.AccountLedger;
import pro.cryptotrader.core.position.MarketView;
import pro.cryptotrader.core.position.PositionDesk;
import pro.cryptotrader.testing.ServiceProcess;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

/** The packaged service against a real PostgreSQL and a real broker; each test has an account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PositionServiceIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Asset USDT = new Asset("USDT");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol SOL = Symbol.of("SOL/USDT");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final UUID PERMIT = new UUID(0, 1);

    private ServiceProcess service = start();
    private final TopicFeed feed = TopicFeed.open();
    private long tradeId;

    private static ServiceProcess start() {
        try {
            return ServiceProcess.start("position", Map.of());
        } catch (IOException e) {
            throw new AssertionError("the service cannot be started", e);
        }
    }

    @BeforeAll
    void listInstruments() {
        feed.publish(root(new InstrumentListed(instrument(BTC), NOON)));
        feed.publish(root(new InstrumentListed(instrument(SOL), NOON)));
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        Books.rows("select 1 from instrument where symbol <> ?", "").size() == 2);
    }

    @AfterAll
    void stop() {
        service.kill();
        feed.close();
    }

    @Test
    @Order(1)
    void aFillBecomesAPositionAnAccountStateAndRows() {
        var account = new AccountId("fill");
        say(opening(account, "10000"));
        say(fill(account, Side.BUY, OrderRole.ENTRY, BTC, "0.1", "50000", "0.0001"));

        try (var positions = TopicProbe.of(Topic.POSITIONS);
                var states = TopicProbe.of(Topic.ACCOUNT_STATE);
                var logs = TopicProbe.of(Topic.TRADING_LOGS)) {
            var position = positions.await(PositionChanged.class, of(account), SOON).data();
            assertThat(position.quantity()).isEqualTo(Quantity.of("0.0999"));
            assertThat(position.cost()).isEqualTo(Money.of("5000"));
            var state =
                    states.await(
                                    AccountStateChanged.class,
                                    each -> of(account).test(each) && each.openPositions() == 1,
                                    SOON)
                            .data();
            assertThat(state.cash()).isEqualTo(Money.of("5000"));
            logs.await(
                    TradingLog.class,
                    log -> of(account).test(log) && log.message().startsWith("Bought 0.1 BTC/USDT"),
                    SOON);
        }
        assertThat(entries(account)).containsExactly("BTC 0.0999", "USDT 5000");
        assertThat(
                        Books.rows(
                                "select symbol, position_id, status, received from position_history where account = ?",
                                account.toString()))
                .containsExactly("BTC/USDT 1 OPEN 0.0999");
        assertThat(
                        Books.rows(
                                "select cash, contributed, open_positions from equity_points where account = ? order by at",
                                account.toString()))
                .containsExactly("10000 10000 0", "5000 10000 1");
    }

    @Test
    @Order(2)
    void anEventThatComesTwiceIsBookedOnce() {
        var account = new AccountId("twice");
        var bought = root(fill(account, Side.BUY, OrderRole.ENTRY, BTC, "0.1", "50000", "0"));
        say(opening(account, "10000"));
        feed.publish(bought, bought);
        say(fill(account, Side.SELL, OrderRole.TAKE_PROFIT, BTC, "0.1", "51000", "51"));
        feed.publish(bought);
        say(new FundsChanged(account, USDT, BigDecimal.ONE, FundsChanged.Cause.DEPOSIT, NOON));

        try (var states = TopicProbe.of(Topic.ACCOUNT_STATE)) {
            states.await(
                    AccountStateChanged.class,
                    state -> of(account).test(state) && state.cash().equals(Money.of("10050")),
                    SOON);
        }
        assertThat(entries(account)).containsExactly("BTC 0", "USDT 10050");
        assertThat(
                        Books.rows(
                                "select trades, net_profit, figures ->> 'winRatePct' from performance where account = ?",
                                account.toString()))
                .containsExactly("1 49 100.00000000");
    }

    @Test
    @Order(3)
    void ticksMarkAnAccountAtMostOnceASecond() {
        var account = new AccountId("marked");
        say(opening(account, "10000"));
        say(fill(account, Side.BUY, OrderRole.ENTRY, BTC, "0.1", "50000", "0"));
        var started = System.nanoTime();
        try (var states = TopicProbe.of(Topic.ACCOUNT_STATE);
                var positions = TopicProbe.of(Topic.POSITIONS)) {
            var price = new int[] {50_000};
            Awaitility.await()
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        feed.publish(root(tick(BTC, ++price[0])));
                        return states.all(AccountStateChanged.class).stream()
                                .anyMatch(state ->
                                        of(account).test(state.data())
                                                && state.data()
                                                                .equity()
                                                                .compareTo(Money.of("10005"))
                                                        > 0);
                    });
            long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
            var told =
                    states.all(AccountStateChanged.class).stream()
                            .filter(state -> of(account).test(state.data()))
                            .toList();
            // Two events are told at once; after that one a second, and one that was due.
            assertThat(told).hasSizeLessThanOrEqualTo((int) seconds + 4);
            positions.await(
                    PositionChanged.class,
                    position ->
                            of(account).test(position)
                                    && position.unrealised().compareTo(Money.of("5")) > 0,
                    SOON);
        }
    }

    @Test
    @Order(4)
    void liquidationRequestsOneExitPerPosition() {
        var account = new AccountId("liquidated");
        say(opening(account, "10000"));
        say(fill(account, Side.BUY, OrderRole.ENTRY, SOL, "10", "100", "0"));
        awaitPositions(account, 1);
        say(engine(account, 3, 2));
        say(engine(account, 3, 3));

        try (var exits = TopicProbe.of(Topic.POSITION_EXITS);
                var states = TopicProbe.of(Topic.ACCOUNT_STATE)) {
            var exit = exits.await(ExitRequested.class, of(account), SOON).data();
            assertThat(exit.symbol()).isEqualTo(SOL);
            assertThat(exit.reason()).isEqualTo(ExitRequested.Reason.LIQUIDATION);

            say(fill(account, Side.BUY, OrderRole.ENTRY, SOL, "1", "100", "0"));
            states.await(
                    AccountStateChanged.class,
                    state -> of(account).test(state) && state.cash().equals(Money.of("8900")),
                    SOON);
            assertThat(
                            exits.all(ExitRequested.class).stream()
                                    .filter(each -> of(account).test(each.data())))
                    .hasSize(1);
        }
    }

    @Test
    @Order(5)
    void aKilledServiceEndsWhereAnUninterruptedOneWould() {
        var account = new AccountId("killed");
        var tape = tape(account, 400);
        tape.subList(0, 300).forEach(this::say);
        awaitPositions(account, 1);
        service.kill();
        service = start();
        tape.subList(300, tape.size()).forEach(this::say);

        try (var states = TopicProbe.of(Topic.ACCOUNT_STATE)) {
            var expected = uninterrupted(account, tape);
            var last =
                    states.await(
                                    AccountStateChanged.class,
                                    state ->
                                            of(account).test(state)
                                                    && state.at().equals(expected.at()),
                                    SOON)
                            .data();
            assertThat(last).isEqualTo(expected);
        }
        assertThat(
                        Books.rows(
                                "select count(distinct event_id) from ledger_entries where account = ?",
                                account.toString()))
                .containsExactly("400");
    }

    /** Last, because it stops a partition for good. */
    @Test
    @Order(6)
    void booksThatDoNotAddUpAreToldToTheUser() {
        var account = new AccountId("broken");
        say(opening(account, "10000"));
        say(fill(account, Side.BUY, OrderRole.ENTRY, SOL, "10", "100", "0"));
        say(fill(account, Side.SELL, OrderRole.EXIT, SOL, "11", "100", "0"));

        try (var logs = TopicProbe.of(Topic.TRADING_LOGS)) {
            var log =
                    logs.await(
                            TradingLog.class,
                            each ->
                                    of(account).test(each)
                                            && each.level() == TradingLog.Level.ERROR,
                            SOON);
            assertThat(log.data().message()).contains("sells 11 SOL, but only 10 is held");
        }
        assertThat(entries(account)).containsExactly("SOL 10", "USDT 9000");
    }

    private void awaitPositions(AccountId account, int positions) {
        try (var states = TopicProbe.of(Topic.ACCOUNT_STATE)) {
            states.await(
                    AccountStateChanged.class,
                    state -> of(account).test(state) && state.openPositions() == positions,
                    SOON);
        }
    }

    /** Random buys and sales; the last one is the only one at its time. */
    private List<FillEvent> tape(AccountId account, int length) {
        var random = new Random(7);
        var tape = new ArrayList<FillEvent>();
        tape.add(opening(account, "1000000"));
        int held = 0;
        while (tape.size() < length) {
            var price = Integer.toString(random.nextInt(90, 110));
            boolean buy = held == 0 || random.nextBoolean();
            int units = buy ? random.nextInt(1, 20) : random.nextInt(1, held + 1);
            held += buy ? units : -units;
            tape.add(
                    fill(
                            account,
                            buy ? Side.BUY : Side.SELL,
                            buy ? OrderRole.ENTRY : OrderRole.EXIT,
                            SOL,
                            Integer.toString(units),
                            price,
                            "0"));
        }
        return tape;
    }

    private static AccountStateChanged uninterrupted(AccountId account, List<FillEvent> tape) {
        var desk = new PositionDesk();
        var market = new MarketView(Map.of(SOL, instrument(SOL)), Map.of());
        var ledger = AccountLedger.empty(account, USDT);
        for (var event : tape) {
            ledger = desk.decide(ledger, event, market).state();
        }
        return ledger.statement();
    }

    private static List<String> entries(AccountId account) {
        return Books.rows(
                "select asset, sum(delta) from ledger_entries where account = ? group by asset order by asset",
                account.toString());
    }

    private static Predicate<AccountEvent> of(AccountId account) {
        return event -> event.account().equals(account);
    }

    private void say(Event event) {
        feed.publish(root(event));
    }

    private static Envelope<Event> root(Event event) {
        return Envelope.root(UUID.randomUUID(), "test", NOON, event);
    }

    private static FundsChanged opening(AccountId account, String amount) {
        return new FundsChanged(
                account, USDT, new BigDecimal(amount), FundsChanged.Cause.OPENING, NOON);
    }

    private Fill fill(
            AccountId account,
            Side side,
            OrderRole role,
            Symbol symbol,
            String quantity,
            String price,
            String commission) {
        return new Fill(
                account,
                OrderId.from(PERMIT, "entry"),
                PERMIT,
                symbol,
                role,
                side,
                Price.of(price),
                Quantity.of(quantity),
                new BigDecimal(commission),
                side == Side.BUY ? symbol.base() : symbol.quote(),
                "1",
                ++tradeId,
                false,
                NOON.plusMillis(tradeId));
    }

    private static EngineStateChanged engine(AccountId account, long epoch, long confirmed) {
        return new EngineStateChanged(
                account, EngineState.STOPPING, epoch, confirmed, true, null, "test", NOON);
    }

    private static Tick tick(Symbol symbol, int bid) {
        var price = Price.of(Integer.toString(bid));
        return new Tick(symbol, price, price, price, bid, NOON.plusMillis(bid));
    }

    private static Instrument instrument(Symbol symbol) {
        return new Instrument(
                symbol,
                new BigDecimal("0.01"),
                new BigDecimal("0.00001"),
                Quantity.of("0.00001"),
                Quantity.of("9000"),
                Money.of("5"),
                true);
    }
}

package pro.cryptotrader.backtester.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.contracts.config.TradingConfig;
import pro.cryptotrader.contracts.config.TradingMode;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.AccountStateChanged;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.Gate;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Asset;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.core.Decision;
import pro.cryptotrader.core.risk.AccountFacts;
import pro.cryptotrader.core.risk.AccountRisk;
import pro.cryptotrader.core.risk.EngineDesk;
import pro.cryptotrader.core.risk.RiskDesk;
import pro.cryptotrader.core.risk.SymbolMarket;

/** A session of risk-service in which messages overtake each other, as they do on a broker. */
class VerdictReplayTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir Path folder;

    private final Map<Topic, List<String>> lines = new EnumMap<>(Topic.class);
    private final Map<Topic, List<String>> times = new EnumMap<>(Topic.class);
    private AccountRisk account = AccountRisk.unknown(MAIN);
    private long wall = 1_000_000;

    @Test
    void everyVerdictIsReproducedInWhateverOrderItsGroundsCame() throws IOException {
        session();

        var outcome = replay();

        assertThat(outcome.first()).isNull();
        assertThat(outcome.different()).isZero();
        assertThat(outcome.unjudged()).isZero();
        // Born, started and confirmed with a line of the log each where there is one; three
        // answers.
        assertThat(outcome.reproduced()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aChangedTickShowsTheVerdictThatSawIt() throws IOException {
        session();
        var ticks = lines(Topic.MARKET_TICKS);
        ticks.set(1, ticks.get(1).replace("\"ask\":\"30010\"", "\"ask\":\"30011\""));

        var first = Objects.requireNonNull(replay().first());

        assertThat(first.topic()).isEqualTo("risk.verdicts");
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.fields()).extracting(JsonField::recorded).contains("30010");
    }

    @Test
    void aChangedBalanceShowsTheVerdictThatCountedOnIt() throws IOException {
        session();
        var states = lines(Topic.ACCOUNT_STATE);
        states.set(0, states.get(0).replace("\"equity\":\"10000\"", "\"equity\":\"9000\""));

        var first = Objects.requireNonNull(replay().first());

        assertThat(first.topic()).isEqualTo("risk.verdicts");
        assertThat(first.line()).isEqualTo(1);
        assertThat(first.fields()).extracting(JsonField::path).contains("data.quantity");
    }

    private ReplayOutcome replay() throws IOException {
        for (var topic : Topic.values()) {
            var recording = new Recording(folder);
            Files.write(recording.file(topic), lines(topic));
            Files.write(
                    recording.times(topic), times.computeIfAbsent(topic, _ -> new ArrayList<>()));
        }
        return VerdictReplay.of(Session.of(new Recording(folder)));
    }

    private List<String> lines(Topic topic) {
        return lines.computeIfAbsent(topic, _ -> new ArrayList<>());
    }

    /**
     * As risk-service heard it: a balance sheet is heard after the answer that it was published
     * before.
     */
    private void session() {
        publish(root(new InstrumentListed(Walk.instrument(BTC), START)));
        var defaults = TradingConfig.defaults();
        hear(
                new TradingConfigChanged(
                        MAIN,
                        "somebody",
                        1,
                        new TradingConfig(
                                true,
                                TradingMode.AGGRESSIVE,
                                false,
                                Interval.M5,
                                List.of(BTC),
                                defaults.risk(),
                                defaults.notifications()),
                        "somebody",
                        START));
        var start =
                root(
                        new EngineCommand(
                                MAIN, EngineCommand.Action.START, false, "somebody", "", START));
        publish(start);
        say(
                start,
                start.time(),
                new EngineDesk().decide(account, start.id(), (EngineCommand) start.data()));
        hear(new EpochConfirmed(MAIN, account.engine().epoch(), "executor", START));
        hear(state("10000", 1));
        publish(tick("30000", 1));
        var late = root(state("10100", 301));
        publish(late);
        answer(signal(0), tick("30000", 1));
        learn(late);
        publish(tick("30010", 2));
        answer(signal(1), tick("30010", 2));
        answer(signal(2), tick("30010", 2));
    }

    private static AccountStateChanged state(String equity, long second) {
        var money = Money.of(equity);
        var balances = new TreeMap<Asset, BigDecimal>();
        balances.put(new Asset("USDT"), money.value());
        return new AccountStateChanged(
                MAIN,
                new Asset("USDT"),
                balances,
                money,
                money,
                money,
                money,
                money,
                money,
                Money.ZERO,
                BigDecimal.ZERO,
                0,
                START.plusSeconds(second));
    }

    private static Envelope<Event> tick(String price, long id) {
        return root(
                new Tick(
                        BTC,
                        Price.of(price),
                        Price.of(price),
                        Price.of(price),
                        id,
                        START.plusSeconds(299 + id)));
    }

    private static Envelope<Event> signal(int number) {
        return root(
                new Signal(
                        BTC,
                        Interval.M5,
                        "rule-ensemble",
                        number == 2 ? SignalType.SELL : SignalType.BUY,
                        70 + number,
                        Price.of("30000"),
                        Price.of("29000"),
                        Price.of("31000"),
                        START,
                        START.plusSeconds(600),
                        List.of(),
                        null,
                        Gate.NO_MODEL));
    }

    private void hear(AccountEvent fact) {
        var message = root(fact);
        publish(message);
        learn(message);
    }

    private void learn(Envelope<Event> message) {
        say(
                message,
                message.time(),
                new AccountFacts().learn(account, (AccountEvent) message.data(), START));
    }

    private void answer(Envelope<Event> signal, Envelope<Event> tick) {
        publish(signal);
        var market =
                SymbolMarket.UNKNOWN
                        .with(new InstrumentListed(Walk.instrument(BTC), START))
                        .with((Tick) tick.data());
        say(
                signal,
                market.timeAt((Signal) signal.data()),
                new RiskDesk().decide(account, market, signal.id(), (Signal) signal.data()));
    }

    private void say(Envelope<Event> cause, Instant now, Decision<AccountRisk> decision) {
        account = decision.state();
        cause.causes("risk-service", now, decision.events()).forEach(this::publish);
    }

    private static Envelope<Event> root(Event event) {
        var at = event instanceof EngineStateChanged engine ? engine.at() : START;
        return Envelope.root(DeterministicId.root(event.toString()), "somebody", at, event);
    }

    private void publish(Envelope<Event> envelope) {
        var topic = envelope.type().topic();
        lines(topic).add(EventJson.write(envelope));
        wall += 10;
        times.computeIfAbsent(topic, _ -> new ArrayList<>()).add(Long.toString(wall));
    }
}

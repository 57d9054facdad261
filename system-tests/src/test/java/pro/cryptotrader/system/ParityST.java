package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.backtester.parity.Attribution;
import pro.cryptotrader.backtester.parity.Parity;
import pro.cryptotrader.backtester.parity.Transcript;
import pro.cryptotrader.contracts.event.AccountEvent;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.TradingConfigChanged;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.DeterministicId;
import pro.cryptotrader.contracts.value.Instrument;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.runner.Market;

/**
 * The candles of a recorded day, or of its liveliest hours, through the whole platform on the
 * simulated venue, and through the backtester on the venue's own book: the same signals and
 * verdicts byte for byte, the same orders and fills at the same prices. So that this can be
 * demanded, the venue's market stands still while the platform decides; in between it runs at 300
 * times real speed.
 */
@Order(8)
@ExtendWith(NothingElseRuns.class)
class ParityST {
    private static final Logger LOG = Logger.getLogger(ParityST.class.getName());

    /** In the afternoon of that day prices went up and down by a per cent within minutes. */
    private static final Instant FROM =
            Instant.parse(System.getProperty("parity.from", "2024-08-05T13:30:00Z"));

    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("parity.hours", 3));

    /** The last candle never closes: nobody is left to act on it. */
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);

    private static final double STARTING = 20;
    private static final double RUNNING = 300;

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Map<Symbol, Instrument> instruments = new HashMap<>();

    @Test
    void theBacktesterDecidesAsThePlatformDoes() throws IOException, InterruptedException {
        var day =
                new ParityDay(
                        ReplayST.recordedCandles(), FROM, FROM.plus(LENGTH).minus(LAST_MINUTE));
        try (var platform =
                        TradingPlatform.start(
                                "parity",
                                settings ->
                                        settings.withMarket(
                                                        new Market.Replay(day.files()), STARTING)
                                                .withEnvironment(
                                                        Map.of(
                                                                "SIM_REPLAY_FROM",
                                                                day.marketBegins().toString(),
                                                                "START_NEW_ENGINES",
                                                                "false",
                                                                "MARKET_TICK_EVERY",
                                                                "PT0.05S")));
                var session = new LiveSession(platform)) {
            var market = new StandingMarket(platform, session);
            openAccounts(platform, session, market, day);
            var store = TradingPlatform.emptyFolder("parity-candles");
            var heard = day.backtest(instruments, store);
            for (var moment : ParityDay.moments(heard.transcript()).entrySet()) {
                decide(market, session, day, moment.getKey(), moment.getValue());
            }
            market.standAt(day.to().minus(MOMENT));

            var recording = TradingPlatform.emptyFolder("parity-recording");
            record(platform, recording);
            compare(day, session, heard);
        }
    }

    /** As an operator would, with the backtester's command line. */
    private static void record(TradingPlatform platform, Path recording)
            throws IOException, InterruptedException {
        var servers = platform.processes().bootstrapServers();
        assertThat(
                        BacktesterCommand.run(
                                "record",
                                "--bootstrap-servers",
                                servers,
                                "--recording",
                                recording.toString()))
                .isZero();
    }

    /** Two new accounts that run from the first moment of the day. */
    private void openAccounts(
            TradingPlatform platform, LiveSession session, StandingMarket market, ParityDay day) {
        StandingMarket.patiently("prices of both symbols")
                .until(() ->
                        ParityDay.ACCOUNTS.values().stream()
                                .allMatch(each ->
                                        session.listen().tick(each) != null
                                                && session.instrument(each) != null));
        var now = Instant.now();
        for (var account : ParityDay.ACCOUNTS.keySet()) {
            say(
                    platform,
                    new TradingConfigChanged(
                            account, "parity", 1, ParityDay.config(account), "parity", now));
        }
        StandingMarket.patiently("both accounts know what they own")
                .until(() ->
                        ParityDay.ACCOUNTS.keySet().stream()
                                .allMatch(each ->
                                        session.listen().statement(each) != null
                                                && session.isMarked(each)
                                                && market.riskKnows(each)));
        market.speed(RUNNING);
        market.standAt(day.from().minus(MOMENT));
        for (var account : ParityDay.ACCOUNTS.keySet()) {
            say(
                    platform,
                    new EngineCommand(
                            account, EngineCommand.Action.START, false, "parity", "", now));
        }
        StandingMarket.patiently("both engines run")
                .until(() -> {
                    session.listen();
                    return ParityDay.ACCOUNTS.keySet().stream().allMatch(session::isRunning);
                });
        for (var symbol : ParityDay.ACCOUNTS.values()) {
            instruments.put(symbol, Objects.requireNonNull(session.instrument(symbol)));
        }
    }

    private static void say(TradingPlatform platform, AccountEvent event) {
        var name = "parity|%s|%s".formatted(event.getClass().getSimpleName(), event.account());
        var envelope = Envelope.root(DeterministicId.root(name), "parity", Instant.now(), event);
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", platform.processes().bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    envelope.type().topic().topicName(),
                                    event.key(),
                                    EventJson.write(envelope)))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not said: " + envelope, e);
        }
    }

    /** Everybody sees the last price of the candle; then it closes, and they decide. */
    private static void decide(
            StandingMarket market,
            LiveSession session,
            ParityDay day,
            Instant moment,
            List<Symbol> symbols) {
        if (moment.isAfter(day.to().minus(MOMENT))) {
            return;
        }
        market.standAt(moment.minus(MOMENT));
        market.step(moment);
        StandingMarket.patiently("answers at " + moment + " about " + symbols)
                .until(() -> {
                    session.listen();
                    return ParityDay.ACCOUNTS.entrySet().stream()
                            .filter(each -> symbols.contains(each.getValue()))
                            .allMatch(each -> isAnswered(session, each, moment));
                });
    }

    private static boolean isAnswered(
            LiveSession session, Map.Entry<AccountId, Symbol> account, Instant moment) {
        return session.signals().stream()
                .filter(said ->
                        said.event().symbol().equals(account.getValue())
                                && said.event().interval() == ParityDay.INTERVAL
                                && said.event()
                                        .candleOpenTime()
                                        .plus(ParityDay.INTERVAL.duration())
                                        .equals(moment))
                .anyMatch(said ->
                        said.event().type() == Signal.SignalType.HOLD
                                || session.isAnswered(account.getKey(), said.id()));
    }

    private static void compare(ParityDay day, LiveSession session, ParityDay.Heard heard) {
        var live = live(day, session);
        var parity =
                Parity.between(
                        live,
                        heard.transcript(),
                        new Attribution(heard.exchange()::lastTradeUntil));
        LOG.info(() ->
                "the same, byte for byte: %s; attributed: %s; unattributed: %d"
                        .formatted(
                                parity.equal(), parity.attributed(), parity.unattributed().size()));
        assertThat(parity.unattributed()).isEmpty();
        long seconds = Duration.between(day.from(), day.to().plus(LAST_MINUTE)).toSeconds();
        assertThat(parity.equal().get(Transcript.Kind.SIGNAL))
                .as("signals of both symbols")
                .isEqualTo(2 * seconds / ParityDay.INTERVAL.seconds());
        assertThat(parity.equal().get(Transcript.Kind.VERDICT)).isGreaterThan(20);
        assertThat(parity.equal().get(Transcript.Kind.FILL)).isGreaterThan(10);
    }

    /** What both accounts said and were told between the beginning and the end of trading. */
    private static Transcript live(ParityDay day, LiveSession session) {
        session.listen();
        var first = day.from().minus(ParityDay.INTERVAL.duration());
        var last = day.to().minus(ParityDay.INTERVAL.duration());
        // Topics are read side by side: a verdict may come before its signal.
        var answered =
                session.signals().stream()
                        .filter(said -> isWanted(said.event(), first, last))
                        .map(LiveSession.Said::id)
                        .collect(Collectors.toSet());
        var transcript = new Transcript();
        for (var message : session.messages()) {
            var wanted =
                    switch (message.envelope().data()) {
                        case Signal signal -> isWanted(signal, first, last);
                        case RiskVerdict verdict -> answered.contains(verdict.signalId());
                        default -> true;
                    };
            var account = message.envelope().account();
            if (wanted && (account == null || ParityDay.ACCOUNTS.containsKey(account))) {
                transcript.addMessage(message.text());
            }
        }
        return transcript;
    }

    private static boolean isWanted(Signal signal, Instant first, Instant last) {
        return signal.interval() == ParityDay.INTERVAL
                && !signal.candleOpenTime().isBefore(first)
                && signal.candleOpenTime().isBefore(last);
    }
}

package pro.cryptotrader.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.OrderRole;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.signal.inbound.Housekeeping;
import pro.cryptotrader.signal.outbound.CandleHistory;
import pro.cryptotrader.testing.PlatformResource;
import pro.cryptotrader.testing.TopicFeed;
import pro.cryptotrader.testing.TopicProbe;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "schema", value = "signal"))
class SignalServiceIT {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-01-20T12:00:00Z");

    @Inject Rows rows;
    @Inject WarmStreams streams;
    @Inject CandleHistory history;
    @Inject Housekeeping housekeeping;
    private TopicFeed feed;
    private TopicProbe signals;

    @BeforeEach
    void open() {
        feed = TopicFeed.open();
        signals = TopicProbe.of(Topic.SIGNALS);
    }

    @AfterEach
    void close() {
        feed.close();
        signals.close();
    }

    @Test
    void everyLiveCandleThatSomebodyTradesGivesOneSignalAndItsRows() {
        var market = Market.of("BTC/USDT", 2_000, 60);
        subscribe("anna", "ann", market);
        subscribe("berta", "bea", market);

        feed.publish(market.messages(0, market.size()));
        awaitSignal(market);

        var expected = market.expectedSignals();
        assertThat(published(market)).extracting(Envelope::data).isEqualTo(expected);
        assertThat(expected).extracting(Signal::type).contains(SignalType.BUY, SignalType.HOLD);
        var first = published(market).getFirst();
        assertThat(first.cause()).isEqualTo(market.candles().get(2_000).id());
        assertThat(first.time()).isEqualTo(market.candles().get(2_000).closeTime());
        for (var signal : published(market)) {
            var logged =
                    rows.logged(market.symbol()).stream()
                            .filter(row -> row.signalId().equals(signal.id()))
                            .toList();
            if (signal.data().type() == SignalType.HOLD) {
                assertThat(logged).extracting(Rows.Logged::userId).containsOnlyNulls().hasSize(1);
            } else {
                assertThat(logged).extracting(Rows.Logged::userId).containsExactly("ann", "bea");
            }
            assertThat(logged)
                    .allSatisfy(row -> {
                        assertThat(row.type()).isEqualTo(signal.data().type().name());
                        assertThat(row.confidence()).isEqualTo(signal.data().confidence());
                        assertThat(row.entry()).isEqualByComparingTo(signal.data().entry().value());
                        assertThat(row.createdAt()).isEqualTo(signal.time());
                        assertThat(row.executed()).isFalse();
                        assertThat(row.reasons())
                                .contains(signal.data().votes().getFirst().reason());
                    });
        }
    }

    @Test
    void aBuyIsALineInTheTradingLogOfEveryAccountThatTradesIt() {
        var market = Market.of("LTC/USDT", 2_000, 60);
        subscribe("clara", "cleo", market);
        kept(market, 2_000);
        feed.publish(market.messages(2_000, market.size()));
        awaitSignal(market);
        var asked =
                published(market).stream()
                        .filter(signal -> signal.data().type() != SignalType.HOLD)
                        .toList();

        try (var log = TopicProbe.of(Topic.TRADING_LOGS)) {
            var lines =
                    log.all(TradingLog.class).stream()
                            .filter(line -> line.data().account().value().equals("clara"))
                            .toList();
            assertThat(lines)
                    .extracting(Envelope::cause)
                    .containsExactlyElementsOf(asked.stream().map(Envelope::id).toList());
            assertThat(lines.getFirst().data().message())
                    .startsWith(asked.getFirst().data().type() + " LTC/USDT at ");
        }
    }

    @Test
    void whatARestartForgetsIsWarmedFromTheDatabaseAndGivesTheSameSignals() {
        var market = Market.of("ETH/USDT", 2_000, 60);
        subscribe("dora", "dee", market);
        int middle = 2_030;
        kept(market, 2_000);
        feed.publish(market.messages(2_000, middle));
        awaitSignal(market, middle - 1);

        streams.forget();
        feed.publish(market.messages(middle, market.size()));
        awaitSignal(market);

        assertThat(published(market))
                .extracting(Envelope::data)
                .isEqualTo(market.expectedSignals());
    }

    @Test
    void aLostTransactionLosesAndDoublesNothing() {
        var market = Market.of("SOL/USDT", 2_000, 40);
        subscribe("elsa", "eve", market);
        kept(market, 2_000);
        feed.publish(market.messages(2_000, 2_010));
        awaitSignal(market, 2_009);

        rows.execute("alter table ai_signals_log rename to not_there");
        feed.publish(market.messages(2_010, 2_020));
        await().during(Duration.ofMillis(300))
                .atMost(BOUND)
                .until(() -> rows.candles(market.symbol()) == 2_010);
        rows.execute("alter table not_there rename to ai_signals_log");
        feed.publish(market.messages(2_020, market.size()));
        awaitSignal(market);

        assertThat(published(market))
                .extracting(Envelope::data)
                .isEqualTo(market.expectedSignals());
        assertThat(rows.logged(market.symbol())).hasSize(40);
    }

    @Test
    void aCandleThatComesAgainChangesNothing() {
        var market = Market.of("XRP/USDT", 2_000, 40);
        subscribe("fred", "fay", market);
        kept(market, 1_950);
        feed.publish(market.messages(1_950, 2_030));

        feed.publish(market.messages(1_900, 2_030));
        feed.publish(market.messages(2_030, market.size()));
        awaitSignal(market);

        assertThat(published(market))
                .extracting(Envelope::data)
                .isEqualTo(market.expectedSignals());
        assertThat(rows.logged(market.symbol())).hasSize(40);
    }

    @Test
    void candlesThatNobodyTradesAreKeptSoThatTheyCanBeTradedAtOnce() {
        var market = Market.of("BNB/USDT", 0, 2_050);
        kept(market, 2_000);
        feed.publish(market.messages(2_000, 2_040));
        await().atMost(BOUND).until(() -> rows.candles(market.symbol()) == 2_040);

        subscribe("gina", "gia", market);
        feed.publish(market.messages(2_040, market.size()));
        awaitSignal(market);

        assertThat(published(market))
                .extracting(Envelope::data)
                .isEqualTo(market.expectedSignals().subList(2_040, 2_050));
    }

    @Test
    void onlyTheLatestCandlesAreKept() {
        var market = Market.of("DOT/USDT", 2_500, 0);
        kept(market, 2_300);

        feed.publish(market.messages(2_300, market.size()));

        await().atMost(BOUND)
                .untilAsserted(() -> {
                    assertThat(rows.newestCandle(market.symbol()))
                            .isEqualTo(market.last().openTime());
                    assertThat(rows.candles(market.symbol())).isBetween(2_100, 2_200);
                });
    }

    @Test
    void anUnreadableMessageIsBuriedAndTheNextOneIsHandled() {
        var market = Market.of("ADA/USDT", 2, 1);
        subscribe("hugo", "hal", market);

        feed.publish(Topic.MARKET_CANDLES, "ADA/USDT", "no candle at all");
        feed.publish(market.messages(0, market.size()));

        var signal = awaitSignal(market).data();
        assertThat(signal.votes().getFirst().reason()).startsWith("warming up: 3 of ");
        try (var letters = TopicProbe.of(Topic.DEAD_LETTERS)) {
            assertThat(letters.messages())
                    .filteredOn(letter -> "ADA/USDT".equals(letter.key()))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.value()).isEqualTo("no candle at all");
                        assertThat(header(letter.headers().lastHeader("reason").value()))
                                .isNotBlank();
                    });
        }
    }

    @Test
    void aSignalIsMarkedWithTheAveragePriceOfItsFillsWhicheverTopicIsFaster() {
        var market = Market.of("UNI/USDT", 2_000, 200);
        subscribe("ida", "ike", market);
        subscribe("jane", "jim", market);
        kept(market, 2_000);
        feed.publish(market.messages(2_000, market.size()));
        awaitSignal(market);
        var buy =
                published(market).stream()
                        .filter(signal -> signal.data().type() == SignalType.BUY)
                        .findFirst()
                        .orElseThrow();
        var verdict = Others.approved(buy, "ida", NOON);

        feed.publish(
                Others.fill(verdict, OrderRole.ENTRY, 1, "100", "1", NOON),
                Others.fill(verdict, OrderRole.ENTRY, 2, "103", "2", NOON.plusSeconds(5)),
                Others.fill(verdict, OrderRole.STOP_LOSS, 3, "90", "3", NOON.plusSeconds(60)));
        feed.publish(verdict);

        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(row(market, buy, "ida").executionPrice())
                                .isEqualByComparingTo("102"));
        assertThat(row(market, buy, "ida").executed()).isTrue();
        assertThat(row(market, buy, "ida").executedAt()).isEqualTo(NOON);
        assertThat(row(market, buy, "jane").executed()).isFalse();
    }

    @Test
    void holdsAreForgottenAWeekOfMarketTimeLaterAndBuysNever() {
        rows.log("TRX/USDT", "HOLD", NOON);
        rows.log("TRX/USDT", "BUY", NOON);
        rows.log("TRX/USDT", "HOLD", NOON.plus(Duration.ofDays(3_650)).plusSeconds(1));
        rows.log("TRX/USDT", "HOLD", NOON.plus(Duration.ofDays(3_657)));

        housekeeping.forgetOld();

        assertThat(rows.logged(Symbol.of("TRX/USDT")))
                .extracting(Rows.Logged::type)
                .containsExactly("BUY", "HOLD", "HOLD");
        rows.execute("delete from ai_signals_log where symbol = 'TRX/USDT'");
    }

    /** As if the first candles had been handled before the last restart. */
    private void kept(Market market, int candles) {
        history.append(market.candles().subList(0, candles));
    }

    private void subscribe(String account, String user, Market market) {
        feed.publish(Others.config(account, user, market.symbol(), NOON));
        await().atMost(BOUND).until(() -> rows.subscriptions(account) == 1);
    }

    private Envelope<Signal> awaitSignal(Market market) {
        return awaitSignal(market, market.size() - 1);
    }

    private Envelope<Signal> awaitSignal(Market market, int index) {
        var openTime = market.candles().get(index).openTime();
        return signals.await(
                Signal.class,
                signal ->
                        signal.symbol().equals(market.symbol())
                                && signal.candleOpenTime().equals(openTime),
                BOUND);
    }

    private List<Envelope<Signal>> published(Market market) {
        return signals.all(Signal.class).stream()
                .filter(signal -> signal.data().symbol().equals(market.symbol()))
                .toList();
    }

    private Rows.Logged row(Market market, Envelope<Signal> signal, String account) {
        return rows.logged(market.symbol()).stream()
                .filter(row -> row.signalId().equals(signal.id()))
                .filter(row -> account.equals(row.accountId()))
                .findFirst()
                .orElseThrow();
    }

    private static String header(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}

package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.Signal;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Side;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.runner.Component;

/** What an owner decides while the engine runs holds from then on; nonsense changes nothing. */
@Order(3)
@ExtendWith(GeneratedMarket.class)
class ConfigST {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final BigDecimal SMALLER = new BigDecimal("0.5");

    @BeforeEach
    void run(TradingPlatform platform) {
        platform.operator().ensureRunning();
    }

    @Test
    void symbolsAndSizeTakeEffectWithoutARestart(TradingPlatform platform) {
        var operator = platform.operator();
        operator.tradeOften();

        var version =
                operator.configure(config -> {
                    ((ObjectNode) config.path("risk")).put("position_size_pct", SMALLER);
                    config.putArray("symbols").add("BTC/USDT").add("ETH/USDT");
                });

        try (var tape = platform.tape(Topic.SIGNALS, Topic.RISK_VERDICTS)) {
            var purchase =
                    awaitApproved(platform, tape, approved -> approved.configVersion() >= version);
            // Half a per cent of about 10,000 USDT; slippage keeps it below, never above.
            var worth =
                    purchase.data()
                            .quantity()
                            .value()
                            .multiply(purchase.data().referencePrice().value());
            assertThat(worth).isBetween(new BigDecimal("30"), new BigDecimal("55"));
            assertThat(purchase.data().symbol().base().code()).isIn("BTC", "ETH");
            assertThat(tape.eventsOf(RiskVerdict.Approved.class))
                    .filteredOn(each ->
                            each.data().side() == Side.BUY
                                    && each.data().configVersion() >= version)
                    .allMatch(each ->
                            List.of("BTC", "ETH").contains(each.data().symbol().base().code()));
        }
    }

    @Test
    void anotherIntervalIsJudgedFromThenOn(TradingPlatform platform) {
        var operator = platform.operator();
        operator.tradeOften();
        var other = Interval.M15;

        operator.configure(config ->
                ((ObjectNode) config.path("engine")).put("trading_interval", other.seconds()));

        try (var tape = platform.tape(Topic.SIGNALS)) {
            var changed = platform.venue().time();
            await("signals of the new interval, and no others any more")
                    .atMost(BOUND)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        var signals =
                                tape.eventsOf(Signal.class).stream()
                                        .filter(signal -> signal.time().isAfter(changed))
                                        .toList();
                        return signals.size() >= 10
                                && signals.subList(signals.size() - 5, signals.size()).stream()
                                        .allMatch(signal -> signal.data().interval() == other);
                    });
        } finally {
            operator.tradeOften();
        }
    }

    @Test
    void aBadValueIsRefusedByNameAndChangesNothing(TradingPlatform platform) {
        var operator = platform.operator();
        var before = operator.config();
        var rows = platform.tables(Component.GATEWAY).rows("select * from auto_trading_config");

        var answer =
                operator.tryConfig(config -> {
                    ((ObjectNode) config.path("risk"))
                            .put("position_size_pct", 500)
                            .put("max_positions", 3);
                    config.putArray("symbols").add("BTCUSDT");
                });

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors"))
                .anySatisfy(error -> {
                    assertThat(error.path("field").asText()).isEqualTo("risk.position_size_pct");
                    assertThat(error.path("value").asText()).isEqualTo("500");
                    assertThat(error.path("allowed").asText()).matches("[0-9.]+ to [0-9.]+");
                })
                .anySatisfy(error -> assertThat(error.path("field").asText()).contains("symbols"));
        assertThat(operator.config()).isEqualTo(before);
        assertThat(platform.tables(Component.GATEWAY).rows("select * from auto_trading_config"))
                .isEqualTo(rows);
    }

    private static Envelope<RiskVerdict.Approved> awaitApproved(
            TradingPlatform platform, TopicTape tape, Predicate<RiskVerdict.Approved> wanted) {
        var found = new AtomicReference<Envelope<RiskVerdict.Approved>>();
        platform.awaitWithRallies(
                "a purchase under the new configuration",
                () -> {
                    tape.eventsOf(RiskVerdict.Approved.class).stream()
                            .filter(each ->
                                    each.data().side() == Side.BUY && wanted.test(each.data()))
                            .findFirst()
                            .ifPresent(found::set);
                    return found.get() != null;
                });
        return found.get();
    }
}

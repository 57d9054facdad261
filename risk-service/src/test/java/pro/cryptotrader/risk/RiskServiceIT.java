package pro.cryptotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pro.cryptotrader.risk.Ends.BOUND;
import static pro.cryptotrader.risk.Ends.answers;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Denial;
import pro.cryptotrader.contracts.event.EngineCommand.Action;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.EpochConfirmed;
import pro.cryptotrader.contracts.event.RiskVerdict;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.contracts.event.TradingLog;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Quantity;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.testing.PlatformResource;

@QuarkusTest
@WithTestResource(
        value = PlatformResource.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "risk"),
            @ResourceArg(name = "internal.token", value = "secret"),
            @ResourceArg(name = "mp.messaging.incoming.ticks.auto.offset.reset", value = "earliest")
        })
class RiskServiceIT {
    private static final Logger LOG = Logger.getLogger(RiskServiceIT.class);
    private static final int CROWD = 200;
    private static final Symbol BTC = World.BTC;
    private static final Symbol ETH = Symbol.of("ETH/USDT");

    @Inject Ends ends;

    @Test
    void answersASignalWithAVerdictThatLeadsBackToIt() {
        var account = ends.trading("verdict");
        var signal = World.buy(BTC);

        ends.feed.publish(signal);

        var verdict = ends.verdicts.await(Approved.class, answers(account, signal), BOUND);
        assertThat(verdict.cause()).isEqualTo(signal.id());
        assertThat(verdict.correlation()).isEqualTo(signal.correlation());
        assertThat(verdict.source()).isEqualTo("risk-service");
        assertThat(verdict.time()).isEqualTo(World.NOW);
        assertThat(verdict.data().quantity()).isEqualTo(Quantity.of("0.00399"));
        assertThat(verdict.data().epoch()).isEqualTo(2);
        ends.logs.await(
                TradingLog.class,
                log -> log.account().equals(account) && log.message().startsWith("Buying"),
                BOUND);
    }

    @Test
    void answersASignalThatIsDeliveredTwiceOnce() {
        var account = ends.trading("twice");
        var signal = World.buy(BTC);
        var next = World.buy(BTC);

        ends.feed.publish(signal, signal, next);

        var denied = ends.verdicts.await(Denied.class, answers(account, next), BOUND);
        assertThat(denied.data().reason().code()).isEqualTo(Denial.Code.POSITION_EXISTS);
        assertThat(ends.verdicts.all(RiskVerdict.class))
                .filteredOn(verdict -> answers(account, signal).test(verdict.data()))
                .hasSize(1);
    }

    @Test
    void stopsAtOnceOverTheTopicAndConfirmsWhenTheExecutorHas() {
        var account = ends.trading("topic-stop");
        var stop = World.command(account, Action.EMERGENCY_STOP);
        var signal = World.buy(BTC);

        ends.feed.publish(stop);
        var stopped = ends.reached(account, EngineState.EMERGENCY_STOPPED, 3);
        ends.feed.publish(signal);
        ends.feed.publish(World.message(new EpochConfirmed(account, 3, "executor-0", World.NOW)));

        assertThat(stopped.data().commandId()).isEqualTo(stop.id());
        assertThat(stopped.data().epoch()).isEqualTo(3);
        assertThat(stopped.data().confirmedEpoch()).isZero();
        assertThat(
                        ends.verdicts
                                .await(Denied.class, answers(account, signal), BOUND)
                                .data()
                                .reason()
                                .code())
                .isEqualTo(Denial.Code.ENGINE_NOT_RUNNING);
        ends.states.await(
                EngineStateChanged.class,
                state ->
                        state.account().equals(account)
                                && state.epoch() == 3
                                && state.confirmedEpoch() == 3,
                BOUND);
    }

    @Test
    void waitsForTheConfigurationOfANewAccountAndIgnoresCommandsOfUnknownOnes() {
        var account = new AccountId("newcomer");

        ends.feed.publish(World.command(new AccountId("ghost"), Action.EMERGENCY_STOP));
        ends.feed.publish(World.command(account, Action.START), World.config(account));

        ends.reached(account, EngineState.RUNNING, 2);
        assertThat(ends.isKnown(new AccountId("ghost"))).isFalse();
    }

    @Test
    void warnsOfTheDailyLossOnceAndDeniesFromTheLimitOn() {
        var account = ends.trading("loser");
        var signal = World.buy(BTC);

        ends.feed.publish(World.funds(account, "9750"), World.funds(account, "9700"));
        await().atMost(BOUND).until(() -> ends.isWorth(account, "9700"));
        ends.feed.publish(signal);

        var denied = ends.verdicts.await(Denied.class, answers(account, signal), BOUND);
        assertThat(denied.data().reason().code()).isEqualTo(Denial.Code.DAILY_LOSS);
        assertThat(ends.logs.all(TradingLog.class))
                .filteredOn(log -> log.data().account().equals(account))
                .filteredOn(log -> "DAILY_LOSS_WARNING".equals(log.data().data().get("type")))
                .extracting(log -> log.data().data().get("stage"))
                .containsExactly("near", "reached");
    }

    @Test
    void answersOneSignalForACrowdOfAccountsAtOnce() {
        ends.market(ETH);
        var crowd = IntStream.range(0, CROWD).mapToObj(i -> new AccountId("crowd-" + i)).toList();
        for (var account : crowd) {
            ends.feed.publish(World.config(account), World.funds(account, "10000"));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> crowd.stream().allMatch(each -> ends.isWorth(each, "10000")));
        for (var account : crowd) {
            ends.feed.publish(World.command(account, Action.START));
        }
        var waiting = new TreeSet<>(crowd);
        ends.states.await(
                EngineStateChanged.class,
                engine ->
                        engine.state() == EngineState.RUNNING
                                && waiting.remove(engine.account())
                                && waiting.isEmpty(),
                BOUND);

        for (var outcome : List.of(Approved.class, Denied.class, Denied.class)) {
            var signal = World.buy(ETH);
            long from = System.nanoTime();
            ends.feed.publish(signal);

            waiting.addAll(crowd);
            ends.verdicts.await(
                    outcome,
                    verdict ->
                            verdict.signalId().equals(signal.id())
                                    && waiting.remove(verdict.account())
                                    && waiting.isEmpty(),
                    BOUND);
            LOG.infof(
                    "a signal for %d accounts, all %s: %d ms",
                    CROWD, outcome.getSimpleName(), (System.nanoTime() - from) / 1_000_000);
        }
        assertThat(ends.verdicts.all(RiskVerdict.class))
                .extracting(Envelope::id)
                .doesNotHaveDuplicates();
    }
}

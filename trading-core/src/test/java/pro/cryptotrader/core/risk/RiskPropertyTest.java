package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.core.risk.RiskSamples.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import pro.cryptotrader.contracts.event.EngineState;
import pro.cryptotrader.contracts.event.EngineStateChanged;
import pro.cryptotrader.contracts.event.InstrumentListed;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.value.Money;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.wire.EventJson;

class RiskPropertyTest {
    private static final int STEPS = 400;

    @Property(tries = 300)
    void theVenueNeverSeesALimitBroken(@ForAll long seed) {
        new RiskWorld(seed, UnaryOperator.identity()).run(STEPS);
    }

    @Property(tries = 20)
    void theSameRunSaysTheSameAndEndsInTheSameState(@ForAll long seed) {
        var one = new RiskWorld(seed, UnaryOperator.identity());
        var other = new RiskWorld(seed, UnaryOperator.identity());
        one.run(STEPS);
        other.run(STEPS);

        assertThat(other.said()).isEqualTo(one.said());
        assertThat(other.account()).isEqualTo(one.account());
    }

    @Property(tries = 50)
    void aStateSurvivesItsWayThroughJson(@ForAll long seed, @ForAll @IntRange(max = 300) int steps)
            throws JsonProcessingException {
        var world = new RiskWorld(seed, UnaryOperator.identity());
        world.run(steps);
        var mapper = EventJson.newMapper();

        var text = mapper.writeValueAsString(world.account());
        var back = mapper.readValue(text, AccountRisk.class);

        assertThat(back).isEqualTo(world.account());
        assertThat(mapper.writeValueAsString(back)).isEqualTo(text);
    }

    @Example
    void theRunsTradeAndTheirChecksCatchADeskThatForgetsItsReservations() {
        var trades =
                LongStream.range(0, 20)
                        .mapToObj(seed -> new RiskWorld(seed, UnaryOperator.identity()))
                        .peek(world -> world.run(STEPS))
                        .flatMap(world -> world.said().stream())
                        .filter(Approved.class::isInstance)
                        .count();
        assertThat(trades).isGreaterThan(100);

        UnaryOperator<AccountRisk> forgetful =
                account -> account.with(new TreeMap<OrderId, Reservation>());
        assertThatThrownBy(() ->
                        LongStream.range(0, 20)
                                .forEach(seed -> new RiskWorld(seed, forgetful).run(STEPS)))
                .isInstanceOf(AssertionError.class);
    }

    @Property(tries = 500)
    void aStopNeverCostsMoreThanSizeTimesStopDistance(
            @ForAll @BigRange(min = "0.01", max = "90000") @Scale(2) BigDecimal ask,
            @ForAll @BigRange(min = "1", max = "1000000") @Scale(2) BigDecimal equity) {
        var market =
                SymbolMarket.UNKNOWN
                        .with(tick(BTC, ask.toPlainString(), ask.toPlainString(), NOW))
                        .with(new InstrumentListed(instrument(BTC, "0.01", "0.00001", "5"), NOW));
        var worth = equity.toPlainString();
        var account = running(config(), funds(worth, worth, worth, 0));
        var candidate =
                Candidate.of(
                        account,
                        Objects.requireNonNull(account.terms()),
                        SIGNAL,
                        buy(BTC, ask.toPlainString(), 80),
                        market);

        var plan = EntryPlan.of(candidate.entry(), RiskDesk.MOST_SLIPPAGE_PCT);

        var distance =
                new Price(plan.reference().value().subtract(plan.protection().stopLoss().value()));
        var most = Money.of(worth).percent(new BigDecimal("2")).percent(BigDecimal.ONE);
        assertThat(distance.times(plan.quantity())).isLessThanOrEqualTo(most);
        assertThat(plan.cost()).isLessThanOrEqualTo(Money.of(worth).percent(new BigDecimal("2")));
    }

    @Property(tries = 200)
    void nothingButAPersonsCommandLeadsToRunning(@ForAll long seed) {
        var world = new RiskWorld(seed, UnaryOperator.identity());
        world.run(STEPS);

        assertThat(world.said())
                .filteredOn(EngineStateChanged.class::isInstance)
                .map(EngineStateChanged.class::cast)
                .filteredOn(changed -> changed.state() == EngineState.RUNNING)
                .allSatisfy(changed ->
                        assertThat(changed.reason()).matches("(START|RESUME) by admin.*"));
    }
}

package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static pro.cryptotrader.system.Planted.AT;
import static pro.cryptotrader.system.Planted.BTC;
import static pro.cryptotrader.system.Planted.event;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.event.FillEvent;
import pro.cryptotrader.contracts.event.PositionChanged;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.wire.Envelope;

/** The auditors of balances, positions, protection and candles catch what they are there for. */
class MoneyAuditTest {
    private static List<Envelope<?>> without(Predicate<Event> unwanted) {
        var events = Planted.events();
        events.removeIf(envelope -> unwanted.test(envelope.data()));
        return events;
    }

    private static List<String> with(Event event) {
        var events = without(other -> other.getClass().equals(event.getClass()));
        events.add(event("changed", event));
        return MoneyAudit.findings(Planted.book(), events);
    }

    @Test
    void nothingIsFoundWhenAllIsWell() {
        assertThat(MoneyAudit.findings(Planted.book(), Planted.events())).isEmpty();
        assertThat(TapeAudit.findings(Planted.events())).isEmpty();
    }

    @Test
    void findsALostFill() {
        assertThat(MoneyAudit.findings(Planted.book(), without(FillEvent.Fill.class::isInstance)))
                .containsExactly(
                        "the fills add up to 0 BTC, but the venue has 0.00999000",
                        "the fills add up to 10000 USDT, but the venue has 9500.00000000");
    }

    @Test
    void findsACommissionThatIsOneSatoshiOff() {
        assertThat(with(Planted.fill(Planted.PERMIT, "0.01", "0.00001001")))
                .containsExactly(
                        "the fills add up to 0.00998999 BTC, but the venue has 0.00999000");
    }

    @Test
    void findsAnAccountStateThatIsOneSatoshiOff() {
        assertThat(with(Planted.state("9500.00000001", "0.00999")))
                .containsExactly(
                        "account.state says 9500.00000001 USDT, but the venue has 9500.00000000");
    }

    @Test
    void findsAPositionThatIsNotHeld() {
        assertThat(with(Planted.position("0.01")))
                .anyMatch(finding -> finding.contains("but the venue holds only 0.00999"));
    }

    @Test
    void findsAHoldingWithoutAPosition() {
        assertThat(with(Planted.position("0.002")))
                .anyMatch(finding -> finding.contains("beside PositionChanged"));
        assertThat(MoneyAudit.findings(Planted.book(), without(PositionChanged.class::isInstance)))
                .containsExactly("the venue holds BTC, but there was never a position in it");
    }

    @Test
    void findsAPositionWithoutItsTarget() {
        assertThat(MoneyAudit.findings(Planted.book("0.00999", "CANCELED"), Planted.events()))
                .singleElement()
                .asString()
                .contains("protected by a stop for 0.00999 and a target for 0");
    }

    @Test
    void findsAPositionThatIsProtectedInPart() {
        assertThat(MoneyAudit.findings(Planted.book("0.005", "NEW"), Planted.events()))
                .singleElement()
                .asString()
                .contains("protected by a stop for 0.005 and a target for 0.00999");
    }

    @Test
    void findsAGapBetweenCandles() {
        assertThat(TapeAudit.findings(List.of(candle(0, "100"), candle(2, "100"))))
                .singleElement()
                .asString()
                .contains("BTC/USDT 1m: after the candle of 2025-01-01T00:00:00Z comes");
    }

    @Test
    void findsACandleThatComesAgainWithAnotherContent() {
        assertThat(
                        TapeAudit.findings(
                                List.of(candle(0, "100"), candle(1, "100"), candle(0, "101"))))
                .singleElement()
                .asString()
                .contains("one id, two contents");
    }

    private static Envelope<?> candle(int minute, String close) {
        var price = Price.of(close);
        var candle =
                new Candle(
                        BTC,
                        Interval.M1,
                        AT.plus(Duration.ofMinutes(minute)),
                        price,
                        price,
                        price,
                        price,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        1);
        return Envelope.root(
                candle.id(), "market-monitor", candle.closeTime(), new CandleClosed(candle, false));
    }
}

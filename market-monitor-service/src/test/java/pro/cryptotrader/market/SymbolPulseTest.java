package pro.cryptotrader.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.market.SymbolPulse.Health;

class SymbolPulseTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARKET = Instant.parse("2025-03-01T12:00:00Z");

    private final SymbolPulse pulse =
            new SymbolPulse(BTC, Duration.ofMillis(250), Duration.ofSeconds(15), NOW);

    @Test
    void hasNoTickBeforeBothATradeAndPricesAreKnown() {
        pulse.quoted(Price.of("99"), Price.of("101"), NOW);
        assertThat(pulse.dueTick(NOW)).isEmpty();

        pulse.traded(Price.of("100"), 7, MARKET, NOW);
        assertThat(pulse.dueTick(NOW))
                .contains(
                        new Tick(BTC, Price.of("100"), Price.of("99"), Price.of("101"), 7, MARKET));
    }

    @Test
    void holdsTicksBackUntilTheIntervalHasPassedAndThenTellsTheLatest() {
        live();
        pulse.dueTick(NOW);
        pulse.traded(Price.of("105"), 8, MARKET, NOW);
        pulse.traded(Price.of("106"), 9, MARKET, NOW);

        assertThat(pulse.dueTick(NOW.plusMillis(249))).isEmpty();
        assertThat(pulse.dueTick(NOW.plusMillis(250)))
                .get()
                .extracting(Tick::tradeId)
                .isEqualTo(9L);
        assertThat(pulse.dueTick(NOW.plusMillis(999))).isEmpty();
    }

    @Test
    void isStaleAfterSilenceAndLiveAgainWithTheNextMessage() {
        live();
        assertThat(pulse.changedHealth(NOW, true)).contains(Health.LIVE);
        assertThat(pulse.changedHealth(NOW.plusMillis(14_999), true)).isEmpty();
        assertThat(pulse.changedHealth(NOW.plusSeconds(15), true)).contains(Health.STALE);
        assertThat(pulse.changedHealth(NOW.plusSeconds(16), true)).isEmpty();

        pulse.quoted(Price.of("98"), Price.of("99"), NOW.plusSeconds(20));
        assertThat(pulse.changedHealth(NOW.plusSeconds(20), true)).contains(Health.LIVE);
    }

    @Test
    void isStaleAtOnceWhenTheConnectionIsGone() {
        live();
        pulse.changedHealth(NOW, true);

        assertThat(pulse.changedHealth(NOW, false)).contains(Health.STALE);
    }

    private void live() {
        pulse.quoted(Price.of("99"), Price.of("101"), NOW);
        pulse.traded(Price.of("100"), 7, MARKET, NOW);
    }
}

package pro.cryptotrader.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.RiskVerdict.Approved;
import pro.cryptotrader.contracts.event.RiskVerdict.Denied;
import pro.cryptotrader.core.Decision;

/** A desk that writes nothing for people decides like the one that does. */
class SilentDeskTest {
    private final RiskDesk live = new RiskDesk();
    private final RiskDesk silent = new RiskDesk(RiskDesk.MOST_SLIPPAGE_PCT, false);

    @Test
    void approvesTheSame() {
        var account = RiskSamples.running();
        var signal = RiskSamples.buy(RiskSamples.BTC, "50000", 80);

        var loud = live.decide(account, RiskSamples.market(), RiskSamples.SIGNAL, signal);
        var quiet = silent.decide(account, RiskSamples.market(), RiskSamples.SIGNAL, signal);

        assertThat(quiet.state()).isEqualTo(loud.state());
        assertThat(quiet.events()).hasSize(1).first().isInstanceOf(Approved.class);
        assertThat(quiet.events().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("checks")
                .isEqualTo(loud.events().getFirst());
    }

    @Test
    void deniesTheSameForTheSameReason() {
        var account = RiskSamples.running();
        var signal = RiskSamples.buy(RiskSamples.BTC, "50000", 10);

        assertThat(reason(silent.decide(account, RiskSamples.market(), RiskSamples.SIGNAL, signal)))
                .isEqualTo(
                        reason(
                                live.decide(
                                        account,
                                        RiskSamples.market(),
                                        RiskSamples.SIGNAL,
                                        signal)));
    }

    private static List<?> reason(Decision<AccountRisk> decision) {
        return decision.events().stream()
                .filter(Denied.class::isInstance)
                .map(event -> ((Denied) event).reason())
                .toList();
    }
}

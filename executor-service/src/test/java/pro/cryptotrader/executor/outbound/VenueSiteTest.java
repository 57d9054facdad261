package pro.cryptotrader.executor.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.contracts.value.AccountId;

/** Real money is traded only by those who say so. */
class VenueSiteTest {
    @ParameterizedTest
    @CsvSource({
        "simulator, http://localhost:9080, true",
        "simulator, http://exchange-simulator:8080, true",
        "simulator, https://api.binance.com, false",
        "simulator, https://api1.binance.com, false",
        "simulator, https://testnet.binance.vision, false",
        "testnet, https://testnet.binance.vision, true",
        "testnet, http://localhost:9080, true",
        "testnet, https://api.binance.com, false",
        "live, https://api.binance.com, true",
        "live, https://api4.binance.com, true",
        "live, http://api.binance.com, false",
        "live, http://localhost:9080, false",
        "live, https://api.binance.com.example.org, false",
        "live, https://testnet.binance.vision, false",
    })
    void theAddressGoesWithTheMode(String mode, String url, boolean fits) {
        if (fits) {
            assertThat(site(mode, url, "main").restUrl()).isEqualTo(url);
        } else {
            assertThatThrownBy(() -> site(mode, url, "main"))
                    .hasMessageContaining(mode)
                    .hasMessageContaining(url);
        }
    }

    @Test
    void liveNeedsItsAccountTypedOut() {
        assertThatThrownBy(() -> site("live", null, null)).hasMessageContaining("VENUE_ACCOUNT");
        assertThat(site("live", null, "main").objection(new AccountId("main"))).isEmpty();
        assertThat(site("live", null, "main").objection(new AccountId("other")).orElse(""))
                .contains("'main'", "'other'");
    }

    @Test
    void theSimulatorTradesForEverybody() {
        assertThat(site("simulator", null, null).objection(new AccountId("any"))).isEmpty();
    }

    @Test
    void anUnknownModeIsNamed() {
        assertThatThrownBy(() -> site("real", null, null))
                .hasMessageContaining("'real'")
                .hasMessageContaining("simulator, testnet or live");
    }

    private static VenueSite site(String mode, @Nullable String rest, @Nullable String account) {
        return new VenueSite(
                mode, Optional.ofNullable(rest), Optional.empty(), Optional.ofNullable(account));
    }
}

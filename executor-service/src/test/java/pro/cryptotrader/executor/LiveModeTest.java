package pro.cryptotrader.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.binance.KeyPermissions;
import pro.cryptotrader.contracts.value.AccountId;

class LiveModeTest {
    @ParameterizedTest
    @CsvSource({
        "true, true, may withdraw",
        "true, false, may withdraw",
        "false, false, may not trade spot",
        "false, true, ",
    })
    void aKeyMayTradeAndNothingElse(boolean withdrawals, boolean trading, String objection) {
        var said =
                AccountKeys.objection(
                        new AccountId("main"), new KeyPermissions(withdrawals, trading, true));

        if (objection == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said.orElse("")).contains("main", objection);
        }
    }
}

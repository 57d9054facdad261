package pro.cryptotrader.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private static final String PAYLOAD = "symbol=BTCUSDT&timestamp=1499827319559";

    @Test
    void aPemSignsWithEd25519() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));

        var text = Credentials.of("key", pem).signer().getSignature(PAYLOAD);

        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(keys.getPublic());
        verifier.update(PAYLOAD.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(text))).isTrue();
    }

    @Test
    void anythingElseIsAnHmacSecret() {
        assertThat(Credentials.of("key", "secret").signer().getSignature(PAYLOAD))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void aBrokenPemIsNamedButNotShown() {
        var broken = "-----BEGIN PRIVATE KEY-----\nSECRETSECRET\n-----END PRIVATE KEY-----";

        assertThatThrownBy(() -> Credentials.of("key", broken))
                .hasMessageContaining("Ed25519")
                .hasMessageNotContaining("SECRETSECRET")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"enableWithdrawals\":false,\"enableSpotAndMarginTrading\":true}; false; true",
                "{\"enableWithdrawals\":true,\"enableSpotAndMarginTrading\":true}; true; true",
                "{\"enableWithdrawals\":false,\"permitsUniversalTransfer\":true}; true; false",
                "{\"enableWithdrawals\":false,\"enableInternalTransfer\":true}; true; false",
                "{}; true; false",
            })
    void whatIsNotSaidOfAKeyCountsAgainstIt(String json, boolean withdrawals, boolean trading)
            throws JsonProcessingException {
        var may = KeyPermissions.of(new ObjectMapper().readTree(json));

        assertThat(may.withdrawals()).isEqualTo(withdrawals);
        assertThat(may.spotTrading()).isEqualTo(trading);
    }

    @Test
    void isNeverShown() {
        assertThat(Credentials.of("the-key", "the-secret").toString())
                .doesNotContain("the-key", "the-secret");
    }
}

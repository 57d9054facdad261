package pro.cryptotrader.simulator.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Binance's documents print signatures of RSA and Ed25519 keys, but not the keys: only their HMAC
 * examples can be checked. The others are checked against RFC 8032 and Java's own signer.
 */
class ApiKeyTest {
    private static final String SECRET =
            "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    @ParameterizedTest
    @CsvSource({
        "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559, c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
        "symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559, e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3",
        "apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A&price=52000.00&quantity=0.01000000&recvWindow=100&side=SELL&symbol=BTCUSDT&timeInForce=GTC&timestamp=1645423376532&type=LIMIT, aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24",
        "apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A&price=0.10000000&quantity=1.00000000&recvWindow=5000&side=BUY&symbol=１２３４５６&timeInForce=GTC&timestamp=1645423376532&type=LIMIT, b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd",
    })
    void theDocumentsHmacExamplesAreValid(String payload, String signature) {
        var key = new ApiKey.Shared("ann", SECRET);

        assertThat(key.signed(payload, signature)).isTrue();
        assertThat(key.signed(payload, signature.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(key.signed(payload + ' ', signature)).isFalse();
    }

    @Test
    void theSecondVectorOfRfc8032IsValid() {
        var raw = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        var signature =
                HexFormat.of()
                        .parseHex(
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        // The fixed head of an Ed25519 key in X.509.
        var encoded = HexFormat.of().parseHex("302a300506032b6570032100" + raw);
        var key = ApiKey.Public.read("ann", pem(encoded));

        assertThat(key.kind()).isEqualTo("ED25519");
        assertThat(key.signed("r", Base64.getEncoder().encodeToString(signature))).isTrue();
        assertThat(key.signed("s", Base64.getEncoder().encodeToString(signature))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RSA, SHA256withRSA", "Ed25519, Ed25519"})
    void whatJavaSignsIsValidAndCaseMatters(String kind, String algorithm)
            throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("RSA")) {
            generator.initialize(2048);
        }
        var pair = generator.generateKeyPair();
        var signer = Signature.getInstance(algorithm);
        signer.initSign(pair.getPrivate());
        signer.update("timestamp=1".getBytes(StandardCharsets.UTF_8));
        var signature = Base64.getEncoder().encodeToString(signer.sign());
        var key = ApiKey.Public.read("ann", pem(pair.getPublic()));

        assertThat(key.signed("timestamp=1", signature)).isTrue();
        assertThat(key.signed("timestamp=1", signature.toLowerCase(Locale.ROOT))).isFalse();
        assertThat(key.signed("timestamp=1", "no base64!")).isFalse();
    }

    @Test
    void theDocumentsSampleKeyCanBeRead() {
        var sample = "MCowBQYDK2VwAyEAgmDRTtj2FA+wzJUIlAL9ly1eovjLBu7uXUFR+jFULmg=";

        assertThat(ApiKey.Public.read("ann", sample).kind()).isEqualTo("ED25519");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----"})
    void whatIsNoKeyIsRefused(String pem) {
        assertThatThrownBy(() -> ApiKey.Public.read("ann", pem))
                .hasMessageContaining("publicKey is '" + pem + "', but must be an Ed25519 key");
    }

    private static String pem(PublicKey key) {
        return pem(key.getEncoded());
    }

    private static String pem(byte[] encoded) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(encoded));
    }
}

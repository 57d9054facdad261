package pro.cryptotrader.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String KEY = key(1);
    private static final String SECRET = "123456789:an-example-token";

    private final SecretBox box = new SecretBox(KEY);

    @ParameterizedTest
    @ValueSource(strings = {"", SECRET, "pässwörd ✓"})
    void opensWhatItSealed(String secret) {
        assertThat(box.open(box.seal(secret))).isEqualTo(secret);
        assertThat(new SecretBox(KEY).open(box.seal(secret))).isEqualTo(secret);
    }

    @Test
    void neverSealsTwiceAlike() {
        assertThat(box.seal(SECRET)).isNotEqualTo(box.seal(SECRET));
    }

    @Test
    void doesNotShowTheSecret() {
        var sealed = box.seal(SECRET);

        assertThat(sealed).hasToString("SealedSecret[***]");
        assertThat(
                        new String(
                                Base64.getDecoder().decode(sealed.ciphertext()),
                                StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    @Test
    void noticesEverySingleChangedByte() {
        var sealed = Base64.getDecoder().decode(box.seal(SECRET).ciphertext());

        for (int i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            refuses(Base64.getEncoder().encodeToString(altered));
        }
    }

    @Test
    void noticesWhatIsCutOffOrNeverWasASecret() {
        var sealed = Base64.getDecoder().decode(box.seal(SECRET).ciphertext());

        refuses(Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, sealed.length - 1)));
        refuses(Base64.getEncoder().encodeToString(new byte[11]));
        refuses("");
        refuses("not base64!");
    }

    @Test
    void doesNotOpenWhatAnotherKeySealed() {
        assertThatThrownBy(() -> new SecretBox(key(2)).open(box.seal(SECRET)))
                .hasMessage("this secret was sealed under another key or has been altered");
    }

    @Test
    void aWrongKeyIsNotRepeated() {
        var tooShort =
                Base64.getEncoder().encodeToString("hidden-key".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new SecretBox(tooShort))
                .hasMessage("the master key must be 32 bytes, not 10");
        assertThatThrownBy(() -> new SecretBox("hidden key!"))
                .hasMessage("the master key must be base64 of 32 bytes")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hidden"));
    }

    private void refuses(String ciphertext) {
        assertThatThrownBy(() -> box.open(new SealedSecret(ciphertext)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this secret was sealed under another key or has been altered");
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String key(int filling) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }
}

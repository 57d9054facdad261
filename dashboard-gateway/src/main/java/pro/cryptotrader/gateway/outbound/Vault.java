package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.config.SecretBox;
import pro.cryptotrader.gateway.Refusal;

/** Seals what must not lie open in the database or on a topic; never opens it. */
@ApplicationScoped
public class Vault {
    private final Optional<SecretBox> box;

    Vault(@ConfigProperty(name = "master.key") Optional<String> masterKey) {
        this.box = masterKey.filter(key -> !key.isBlank()).map(SecretBox::new);
    }

    /**
     * Seals a secret.
     *
     * @throws Refusal 503 when this installation has no master key
     */
    public SealedSecret seal(String secret) {
        return box.orElseThrow(() ->
                        new Refusal(
                                503,
                                "No master key",
                                "Secrets cannot be kept: start the gateway with MASTER_KEY set to 32 bytes in base64"))
                .seal(secret);
    }
}

package pro.cryptotrader.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.SealedSecret;
import pro.cryptotrader.contracts.config.SecretBox;

/** Opens what accounts have sealed, for the moment of one delivery. */
@ApplicationScoped
class Secrets {
    private final @Nullable SecretBox box;

    Secrets(@ConfigProperty(name = "master.key") Optional<String> masterKey) {
        box = masterKey.map(SecretBox::new).orElse(null);
    }

    /**
     * The secret in clear.
     *
     * @throws IllegalArgumentException when it cannot be opened; safe to show
     */
    String open(SealedSecret secret) {
        if (box == null) {
            throw new IllegalArgumentException(
                    "MASTER_KEY is not set, so that sealed secrets cannot be opened");
        }
        return box.open(secret);
    }
}

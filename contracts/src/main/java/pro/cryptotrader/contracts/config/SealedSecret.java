package pro.cryptotrader.contracts.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret that only {@link SecretBox} can open: safe in a database and on a topic, still not shown
 * to people.
 */
public record SealedSecret(@JsonValue String ciphertext) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SealedSecret {}

    @Override
    public String toString() {
        return "SealedSecret[***]";
    }
}

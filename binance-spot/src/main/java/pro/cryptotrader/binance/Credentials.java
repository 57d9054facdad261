package pro.cryptotrader.binance;

import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.SignatureGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An API key and what signs in its name. Never shown. */
public final class Credentials {
    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String PEM_END = "-----END PRIVATE KEY-----";

    private final String apiKey;
    private final SignatureGenerator signer;

    private Credentials(String apiKey, SignatureGenerator signer) {
        this.apiKey = apiKey;
        this.signer = signer;
    }

    /**
     * Of the kind that the secret shows: Ed25519 when it is a private key in PEM, else HMAC.
     *
     * @param secret the HMAC secret, or the text of a PEM file (PKCS#8)
     */
    public static Credentials of(String apiKey, String secret) {
        return secret.strip().startsWith(PEM_BEGIN)
                ? ed25519(apiKey, secret)
                : hmac(apiKey, secret);
    }

    /** HMAC-SHA256. */
    public static Credentials hmac(String apiKey, String secretKey) {
        return new Credentials(apiKey, new HmacSignatureGenerator(secretKey));
    }

    /**
     * Ed25519.
     *
     * @param pem the private key's PEM text (PKCS#8)
     * @throws IllegalArgumentException when it is none; the message never shows it
     */
    public static Credentials ed25519(String apiKey, String pem) {
        try {
            var base64 = pem.replace(PEM_BEGIN, "").replace(PEM_END, "").replaceAll("\\s", "");
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new Credentials(apiKey, payload -> sign(key, payload));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalArgumentException(
                    "the private key is not an Ed25519 key in PEM (PKCS#8): %s and 64 characters of base64 are needed"
                            .formatted(PEM_BEGIN));
        }
    }

    private static String sign(PrivateKey key, String payload) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(payload.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    String apiKey() {
        return apiKey;
    }

    SignatureGenerator signer() {
        return signer;
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}

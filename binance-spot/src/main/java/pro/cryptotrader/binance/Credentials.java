package pro.cryptotrader.binance;

import com.binance.connector.client.utils.signaturegenerator.Ed25519SignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import com.binance.connector.client.utils.signaturegenerator.SignatureGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** An API key and what signs in its name. Never shown. */
public final class Credentials {
    private final String apiKey;
    private final SignatureGenerator signer;

    private Credentials(String apiKey, SignatureGenerator signer) {
        this.apiKey = apiKey;
        this.signer = signer;
    }

    /** HMAC-SHA256. */
    public static Credentials hmac(String apiKey, String secretKey) {
        return new Credentials(apiKey, new HmacSignatureGenerator(secretKey));
    }

    /**
     * Ed25519.
     *
     * @param privateKey a PEM file (PKCS#8)
     */
    public static Credentials ed25519(String apiKey, Path privateKey) {
        try {
            return new Credentials(apiKey, new Ed25519SignatureGenerator(privateKey.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Ed25519 key " + privateKey, e);
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

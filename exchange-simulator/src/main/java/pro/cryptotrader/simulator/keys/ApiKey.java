package pro.cryptotrader.simulator.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of an account, and whether something was signed with it. */
public sealed interface ApiKey {
    /** Whose it is. */
    String account();

    /** HMAC_SHA256, RSA or ED25519. */
    String kind();

    /** Whether {@code signature} is this key's under the bytes of {@code payload} in UTF-8. */
    boolean signed(String payload, String signature);

    /** A shared secret: HMAC-SHA256 in hexadecimal of either case. */
    record Shared(String account, String secret) implements ApiKey {
        @Override
        public String kind() {
            return "HMAC_SHA256";
        }

        @Override
        public boolean signed(String payload, String signature) {
            return MessageDigest.isEqual(
                    sign(secret, payload).getBytes(StandardCharsets.US_ASCII),
                    signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        }

        /** In lower case hexadecimal. */
        static String sign(String secret, String payload) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of()
                        .formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no HmacSHA256", e);
            }
        }
    }

    /** A public key: RSASSA-PKCS1-v1_5 with SHA-256 or Ed25519, in base64. */
    record Public(String account, String kind, PublicKey key) implements ApiKey {
        private static final int LEAST_RSA_BITS = 2048;

        /**
         * Reads a public key in PEM.
         *
         * @throws IllegalArgumentException if it is none that Binance takes
         */
        static Public read(String account, String pem) {
            var text = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
            for (var kind : new String[] {"ED25519", "RSA"}) {
                try {
                    var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(text));
                    var key = KeyFactory.getInstance(kind).generatePublic(encoded);
                    if (!(key instanceof RSAPublicKey rsa)
                            || rsa.getModulus().bitLength() >= LEAST_RSA_BITS) {
                        return new Public(account, kind, key);
                    }
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    // Perhaps of the other kind; said below if of none.
                }
            }
            throw new IllegalArgumentException(
                    "publicKey is '%s', but must be an Ed25519 key, or an RSA key of at least 2048 bits, in PEM (-----BEGIN PUBLIC KEY-----)"
                            .formatted(pem));
        }

        @Override
        public boolean signed(String payload, String signature) {
            try {
                var verifier =
                        Signature.getInstance(kind.equals("RSA") ? "SHA256withRSA" : "Ed25519");
                verifier.initVerify(key);
                verifier.update(payload.getBytes(StandardCharsets.UTF_8));
                return verifier.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    }
}

package pro.cryptotrader.simulator.http;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pro.cryptotrader.simulator.matching.Refusal;
import pro.cryptotrader.simulator.store.VenueKey;
import pro.cryptotrader.simulator.venue.Venue;

/**
 * Who sent a request, and whether it is fresh: API keys, HMAC-SHA256 signatures and Binance's
 * timing rule.
 */
@Singleton
public class Signatures {
    private static final long DEFAULT_WINDOW = 5000;
    private static final double LONGEST_WINDOW = 60_000;
    private static final long AHEAD = 1000;

    /** 2017-01-01: Binance refuses what claims to be older. */
    private static final long OLDEST = 1_483_228_800_000L;

    private final Venue venue;
    private final VenueKey key;
    private final ServerClock clock;
    private volatile Map<String, String> accountByKey = Map.of();

    /** Keys are derived from the venue's own. */
    public Signatures(Venue venue, VenueKey key, ServerClock clock) {
        this.venue = venue;
        this.key = key;
        this.clock = clock;
    }

    /**
     * The account that signed {@code payload}.
     *
     * @throws Refusal with Binance's code if nobody we know did, or not now
     */
    public String account(Request request) {
        if (request.session() != null) {
            checkTime(request.params());
            return request.session();
        }
        return account(request.apiKey(), request.payload(), request.params());
    }

    /** The account that logs a session on. */
    public String logon(Request request) {
        return account(request.apiKey(), request.payload(), request.params());
    }

    private String account(String apiKey, String payload, Params params) {
        if (!apiKey.matches("[A-Za-z0-9]{64}")) {
            throw new Refusal(-2014, "API-key format invalid.");
        }
        var account =
                owner(apiKey)
                        .orElseThrow(() ->
                                new Refusal(
                                        -2015, "Invalid API-key, IP, or permissions for action."));
        checkTime(params);
        var signature = params.required("signature");
        var expected = hmac(key.secretKey(account), payload);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))) {
            throw new Refusal(-1022, "Signature for this request is not valid.");
        }
        return account;
    }

    /** Whose API key that is, whether he signed or not. */
    public Optional<String> owner(String apiKey) {
        if (apiKey.isEmpty()) {
            return Optional.empty();
        }
        var known = accountByKey.get(apiKey);
        if (known == null) {
            var fresh = new HashMap<String, String>();
            for (var account : venue.read(engine -> engine.state().accounts())) {
                fresh.put(key.apiKey(account), account);
            }
            accountByKey = fresh;
            known = fresh.get(apiKey);
        }
        return Optional.ofNullable(known);
    }

    private void checkTime(Params params) {
        params.required("timestamp");
        var sent = params.number("timestamp").orElse(0L);
        var timestamp = sent > 100_000_000_000_000L ? sent / 1000 : sent;
        var window =
                params.text("recvWindow").map(Signatures::window).orElse((double) DEFAULT_WINDOW);
        var now = clock.millis();
        if (timestamp >= now + AHEAD) {
            throw new Refusal(
                    -1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        if (timestamp < OLDEST || now - timestamp > window) {
            throw new Refusal(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
    }

    private static double window(String text) {
        if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")
                || Double.parseDouble(text) > LONGEST_WINDOW) {
            throw new Refusal(-1131, "recvWindow must be less than 60000");
        }
        return Double.parseDouble(text);
    }

    /** The HMAC-SHA256 of {@code payload}, in lower case hexadecimal. */
    static String hmac(String secret, String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}

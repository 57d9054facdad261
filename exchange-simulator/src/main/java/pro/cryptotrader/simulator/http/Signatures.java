package pro.cryptotrader.simulator.http;

import jakarta.inject.Singleton;
import java.util.Optional;
import pro.cryptotrader.simulator.keys.ApiKey;
import pro.cryptotrader.simulator.keys.KeyRing;
import pro.cryptotrader.simulator.matching.Refusal;

/** Who sent a request, and whether it is fresh: API keys, signatures and Binance's timing rule. */
@Singleton
public class Signatures {
    private static final long DEFAULT_WINDOW = 5000;
    private static final double LONGEST_WINDOW = 60_000;
    private static final long AHEAD = 1000;

    /** 2017-01-01: Binance refuses what claims to be older. */
    private static final long OLDEST = 1_483_228_800_000L;

    private final KeyRing keys;
    private final ServerClock clock;

    /** Keys of {@code keys} are known. */
    public Signatures(KeyRing keys, ServerClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose API key that is, whether he signed or not. */
    public Optional<String> owner(String apiKey) {
        return keys.find(apiKey).map(ApiKey::account);
    }

    /**
     * The account that sent a request: that of the session, or who signed.
     *
     * @throws Refusal with Binance's code if nobody we know did, or not now
     */
    public String account(Request request) {
        if (request.session() == null) {
            return signer(request).account();
        }
        checkTime(request.params());
        return request.session();
    }

    /**
     * The account that logs a session on; only Ed25519 keys can.
     *
     * @throws Refusal with Binance's code
     */
    public String logon(Request request) {
        var key = signer(request);
        if (!key.kind().equals("ED25519")) {
            throw new Refusal(-4056, key.kind() + " API key is not supported.");
        }
        return key.account();
    }

    private ApiKey signer(Request request) {
        if (!request.apiKey().matches("[A-Za-z0-9]{64}")) {
            throw new Refusal(-2014, "API-key format invalid.");
        }
        var key =
                keys.find(request.apiKey())
                        .orElseThrow(() ->
                                new Refusal(
                                        -2015, "Invalid API-key, IP, or permissions for action."));
        checkTime(request.params());
        var signature = request.params().required("signature");
        if (!encoded(request) || !key.signed(request.payload(), signature)) {
            throw new Refusal(-1022, "Signature for this request is not valid.");
        }
        return key;
    }

    /** By HTTP what is signed must have been percent-encoded before; in a frame it is as it is. */
    private static boolean encoded(Request request) {
        return request.via().equals("WS") || request.payload().chars().allMatch(c -> c < 128);
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
}

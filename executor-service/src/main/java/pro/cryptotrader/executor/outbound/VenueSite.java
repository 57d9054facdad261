package pro.cryptotrader.executor.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.value.AccountId;

/** Which venue this process trades at, and whether that is real money. */
@ApplicationScoped
public class VenueSite {
    private static final Pattern REAL = Pattern.compile("(^|\\.)binance\\.(com|us|je|vision)$");
    private static final Pattern TEST = Pattern.compile("^(ws-api\\.)?testnet\\.binance\\.vision$");

    private final Mode mode;
    private final String restUrl;
    private final String wsApiUrl;
    private final Optional<String> account;

    VenueSite(
            @ConfigProperty(name = "venue.mode") String mode,
            @ConfigProperty(name = "venue.rest-url") Optional<String> restUrl,
            @ConfigProperty(name = "venue.ws-api-url") Optional<String> wsApiUrl,
            @ConfigProperty(name = "venue.account") Optional<String> account) {
        this.mode = Mode.of(mode);
        this.restUrl = restUrl.orElse(this.mode.restUrl);
        this.wsApiUrl = wsApiUrl.orElse(this.mode.wsApiUrl);
        this.account = account;
        check(this.restUrl);
        check(this.wsApiUrl);
        if (this.mode == Mode.LIVE && account.isEmpty()) {
            throw new IllegalStateException(
                    "VENUE_MODE is live, so VENUE_ACCOUNT must be the id of the one account that trades with real money");
        }
    }

    /** The kinds of venue. */
    public enum Mode {
        /** Our own venue: accounts for the asking, no money. */
        SIMULATOR("http://localhost:9080", "ws://localhost:9080/ws-api/v3"),
        /** Binance's test venue: keys of its own, no money. */
        TESTNET("https://testnet.binance.vision", "wss://ws-api.testnet.binance.vision/ws-api/v3"),
        /** Real money. */
        LIVE("https://api.binance.com", "wss://ws-api.binance.com:443/ws-api/v3");

        private final String restUrl;
        private final String wsApiUrl;

        Mode(String restUrl, String wsApiUrl) {
            this.restUrl = restUrl;
            this.wsApiUrl = wsApiUrl;
        }

        static Mode of(String text) {
            for (var mode : values()) {
                if (mode.name().equalsIgnoreCase(text)) {
                    return mode;
                }
            }
            throw new IllegalStateException(
                    "VENUE_MODE is '%s', but must be simulator, testnet or live".formatted(text));
        }

        /** As it is written in configuration and kept beside an account's keys. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Mode mode() {
        return mode;
    }

    public String restUrl() {
        return restUrl;
    }

    public String wsApiUrl() {
        return wsApiUrl;
    }

    /** Why this account may not trade here; empty when it may. */
    public Optional<String> objection(AccountId id) {
        if (mode == Mode.SIMULATOR || account.equals(Optional.of(id.toString()))) {
            return Optional.empty();
        }
        return Optional.of(
                "VENUE_ACCOUNT is '%s', and only that account trades at the %s venue, not '%s'"
                        .formatted(account.orElse(""), mode.text(), id));
    }

    /** Real money only in live mode, and live mode only with real money. */
    private void check(String url) {
        var host = String.valueOf(URI.create(url).getHost());
        var test = TEST.matcher(host).find();
        var real = REAL.matcher(host).find() && !test;
        var fits =
                switch (mode) {
                    case SIMULATOR -> !real && !test;
                    case TESTNET -> !real;
                    case LIVE -> real && (url.startsWith("https:") || url.startsWith("wss:"));
                };
        if (!fits) {
            throw new IllegalStateException(
                    "VENUE_MODE is %s, which does not go with the address %s"
                            .formatted(mode.text(), url));
        }
    }
}

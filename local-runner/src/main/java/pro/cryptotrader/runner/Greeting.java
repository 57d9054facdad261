package pro.cryptotrader.runner;

import java.math.BigDecimal;

/** What a person needs to know when everything is ready. */
final class Greeting {
    private Greeting() {}

    static void print(LocalPlatform platform, Console console) {
        console.event(
                "everything is ready. "
                        + kind(platform.settings().market(), platform.settings().speed()));
        console.blank();
        console.say("  Dashboard  " + platform.dashboard());
        // Straight to the terminal, so that no log has it.
        console.whisper("  Sign in    " + signIn(platform.secrets()));
        console.say("  Logs       " + platform.logs());
        console.say("  Stop       Ctrl-C, or ./start stop from another terminal");
        console.blank();
    }

    /** What kind of trading it is, the word for its money in capitals. */
    static String kind(Market market, double speed) {
        return switch (market) {
            case Market.Exchange exchange ->
                    "%s trading; market: %s. Nothing starts by itself: start the engine on the dashboard."
                            .formatted(exchange.site(), exchange.description());
            default ->
                    "SIMULATED trading; market: %s, %s times real speed."
                            .formatted(
                                    market.description(),
                                    new BigDecimal(Double.toString(speed))
                                            .stripTrailingZeros()
                                            .toPlainString());
        };
    }

    private static String signIn(Secrets secrets) {
        return secrets.isFresh()
                ? "admin / %s   (shown once; kept in %s)"
                        .formatted(secrets.adminPassword(), secrets.file())
                : "admin, with the password from the first start (ADMIN_PASSWORD in %s)"
                        .formatted(secrets.file());
    }
}

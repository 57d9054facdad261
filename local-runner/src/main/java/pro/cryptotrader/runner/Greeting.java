package pro.cryptotrader.runner;

import java.util.Locale;

/** What a person needs to know when everything is ready. */
final class Greeting {
    private Greeting() {}

    static void print(LocalPlatform platform, Console console) {
        console.event(
                String.format(
                        Locale.ROOT,
                        "everything is ready, SIMULATED at %.0f times real speed",
                        platform.settings().speed()));
        console.blank();
        console.say("  Dashboard  " + platform.dashboard());
        // Straight to the terminal, so that no log has it.
        console.whisper("  Sign in    " + signIn(platform.secrets()));
        console.say("  Logs       " + platform.logs());
        console.say("  Stop       Ctrl-C, or ./start stop from another terminal");
        console.blank();
    }

    private static String signIn(Secrets secrets) {
        return secrets.isFresh()
                ? "admin / %s   (shown once; kept in %s)"
                        .formatted(secrets.adminPassword(), secrets.file())
                : "admin, with the password from the first start (ADMIN_PASSWORD in %s)"
                        .formatted(secrets.file());
    }
}

package pro.cryptotrader.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves the machine to a test that starts a platform of its own. */
final class NothingElseRuns implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        GeneratedMarket.stop(context);
    }
}

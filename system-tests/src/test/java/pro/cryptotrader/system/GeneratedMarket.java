package pro.cryptotrader.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import pro.cryptotrader.runner.Market;

/**
 * Gives tests the platform on a generated market at 300 times real speed: the same one to all
 * classes of a run, since a start costs more than most tests. It is stopped before another starts.
 */
final class GeneratedMarket implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(GeneratedMarket.class);
    private static final String KEY = "platform";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TradingPlatform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(KEY, key -> start(), TradingPlatform.class);
    }

    private static TradingPlatform start() {
        try {
            return TradingPlatform.start(
                    "generated", settings -> settings.withMarket(new Market.Generated(42), 300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Stops it, if it runs, to leave the machine to another one. */
    static void stop(ExtensionContext context) {
        var platform = context.getRoot().getStore(NAMESPACE).remove(KEY, TradingPlatform.class);
        if (platform != null) {
            platform.close();
        }
    }
}

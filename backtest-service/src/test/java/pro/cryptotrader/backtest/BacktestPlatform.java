package pro.cryptotrader.backtest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import pro.cryptotrader.testing.Platform;

/** A real database and broker, and a venue that has candles. */
public final class BacktestPlatform implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "between-us";
    private static final String PASSWORD = "for-tests-only";

    private final VenueStandIn venue;

    public BacktestPlatform() {
        try {
            venue = new VenueStandIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        var platform = Platform.get();
        platform.createSchema("backtest", PASSWORD);
        try {
            return Map.of(
                    "kafka.bootstrap.servers",
                    platform.getBootstrapServers(),
                    "quarkus.datasource.jdbc.url",
                    platform.getJdbcUrl(),
                    "quarkus.datasource.password",
                    PASSWORD,
                    "quarkus.http.test-port",
                    "0",
                    "market.rest-url",
                    venue.start(),
                    "internal.token",
                    TOKEN,
                    "backtest.data",
                    Files.createTempDirectory("backtests").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        venue.stop();
    }
}

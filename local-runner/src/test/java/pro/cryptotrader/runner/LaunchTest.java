package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir Path folder;

    @Test
    void eachServiceGetsOnlyTheSecretsItNeeds() throws Exception {
        assertThat(environment(Component.SIGNAL, new Market.Generated(42)))
                .containsKeys("DATABASE_PASSWORD", "KAFKA_BOOTSTRAP_SERVERS", "HTTP_PORT")
                .doesNotContainKeys("MASTER_KEY", "INTERNAL_TOKEN", "ADMIN_PASSWORD");
        assertThat(environment(Component.EXECUTOR, new Market.Generated(42)))
                .containsKeys("MASTER_KEY", "INTERNAL_TOKEN", "VENUE_WS_API_URL")
                .doesNotContainKey("ADMIN_PASSWORD");
        assertThat(environment(Component.BACKTEST, new Market.Generated(42)))
                .containsKeys("INTERNAL_TOKEN", "BACKTEST_DATA", "MARKET_REST_URL")
                .doesNotContainKeys("MASTER_KEY", "ADMIN_PASSWORD");
        assertThat(environment(Component.SIMULATOR, new Market.Generated(42)))
                .doesNotContainKeys("DATABASE_PASSWORD", "MASTER_KEY", "INTERNAL_TOKEN");
    }

    @Test
    void aGeneratedMarketIsTheSimulatorsAndEverybodyElseLooksThere() throws Exception {
        var market = new Market.Generated(7);

        assertThat(environment(Component.SIMULATOR, market))
                .containsEntry("SIM_MARKET", "generated")
                .containsEntry("SIM_SEED", "7")
                .containsEntry("SIM_SPEED", "1.0");
        assertThat(environment(Component.MARKET_MONITOR, market).get("MARKET_REST_URL"))
                .startsWith("http://127.0.0.1:");
    }

    @Test
    void aReplayTellsTheSimulatorItsFiles() throws Exception {
        var btc = Files.createFile(folder.resolve("BTCUSDT-1m.csv"));
        var eth = Files.createFile(folder.resolve("ETHUSDT-1m.zip"));

        assertThat(environment(Component.SIMULATOR, new Market.Replay(List.of(btc, eth))))
                .containsEntry("SIM_MARKET", "replay")
                .containsEntry("SIM_FILES", btc + "," + eth);
    }

    @Test
    void livePricesComeFromBinanceAndOrdersStillGoToTheSimulator() throws Exception {
        var market = new Market.Binance();

        assertThat(environment(Component.MARKET_MONITOR, market))
                .containsEntry("MARKET_REST_URL", Market.BINANCE_REST);
        assertThat(environment(Component.EXECUTOR, market).get("VENUE_REST_URL"))
                .startsWith("http://127.0.0.1:");
    }

    private Map<String, String> environment(Component component, Market market) throws Exception {
        var settings = Settings.forTests(folder, folder.resolve("data")).withMarket(market, 1);
        try (var data = DataDirectory.open(settings.dataDir())) {
            return new Launch(
                            settings,
                            Ports.assign(settings),
                            Secrets.in(data.secrets(), false),
                            data)
                    .environment(component);
        }
    }
}

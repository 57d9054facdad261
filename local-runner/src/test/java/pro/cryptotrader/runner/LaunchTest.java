package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void atARealVenuePricesAndOrdersAreItsOwnAndNobodyStartsByHimself() throws Exception {
        var market = new Market.Exchange(Market.Site.LIVE, "main");

        assertThat(environment(Component.EXECUTOR, market))
                .containsEntry("VENUE_MODE", "live")
                .containsEntry("VENUE_ACCOUNT", "main")
                .containsEntry("VENUE_REST_URL", "")
                .containsEntry("VENUE_WS_API_URL", "")
                .doesNotContainKeys("VENUE_API_KEY", "VENUE_SECRET_KEY");
        assertThat(environment(Component.MARKET_MONITOR, market))
                .containsEntry("MARKET_REST_URL", Market.BINANCE_REST)
                .containsEntry("MARKET_STREAM_URL", Market.BINANCE_STREAM);
        assertThat(environment(Component.GATEWAY, market))
                .containsEntry("START_NEW_ENGINES", "false")
                .containsEntry("VENUE_REST_URL", "");
        assertThat(Settings.standard(folder).withMarket(market, 1).components())
                .doesNotContain(Component.SIMULATOR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            mode = EXCLUDE,
            names = {"EXECUTOR", "POSTGRESQL", "KAFKA"})
    void nobodyButTheExecutorInheritsTheKeys(Component component) throws Exception {
        assertThat(environment(component, new Market.Generated(42)))
                .containsEntry("VENUE_API_KEY", "")
                .containsEntry("VENUE_SECRET_KEY", "");
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

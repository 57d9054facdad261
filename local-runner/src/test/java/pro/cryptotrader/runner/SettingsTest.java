package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir Path home;

    @Test
    void theUsualMarketIsGeneratedAtSixtyTimesRealSpeed() {
        var settings = Settings.standard(home);

        assertThat(settings.market()).isEqualTo(new Market.Generated(42));
        assertThat(settings.speed()).isEqualTo(60);
        assertThat(settings.dataDir()).isEqualTo(home.toAbsolutePath().resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.009, 300.1, Double.NaN})
    void aSpeedOutOfRangeIsRefused(double speed) {
        assertThatThrownBy(() -> Settings.standard(home).withMarket(new Market.Generated(1), speed))
                .isInstanceOf(Complaint.class)
                .hasMessage("the speed is " + speed + ", but must be 0.01 to 300");
    }

    @Test
    void aLiveMarketCannotBeHurried() {
        assertThatThrownBy(() -> Settings.standard(home).withMarket(new Market.Binance(), 60))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("runs at speed 1, not 60");
    }

    @Test
    void twoComponentsCannotShareAPort() {
        assertThatThrownBy(() -> Settings.standard(home).withPorts(Map.of(Component.GATEWAY, 9092)))
                .isInstanceOf(Complaint.class)
                .hasMessage("Kafka and dashboard-gateway cannot both use port 9092");
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Settings.standard(home).withPorts(Map.of(Component.KAFKA, 65536)))
                .isInstanceOf(Complaint.class)
                .hasMessage("the port of Kafka is 65536, but must be 1 to 65535");
    }

    @Test
    void aReplayNeedsReadableData() throws Exception {
        var file = Files.createFile(home.resolve("BTCUSDT-1m-2025-01.csv"));

        assertThat(new Market.Replay(java.util.List.of(file)).description())
                .isEqualTo("replay of BTCUSDT-1m-2025-01.csv");
        assertThatThrownBy(() -> new Market.Replay(java.util.List.of()))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("add --data FILE");
        assertThatThrownBy(() -> new Market.Replay(java.util.List.of(home.resolve("missing.csv"))))
                .isInstanceOf(Complaint.class)
                .hasMessageEndingWith("missing.csv cannot be read");
    }

    @Test
    void exchangeInformationMustBeWhatBinanceAnswers() throws Exception {
        var candles = Files.writeString(home.resolve("candles.csv"), "1,2,3");
        var torn = Files.write(home.resolve("info.json.gz"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> Settings.standard(home).withExchangeInfo(home.resolve("none")))
                .isInstanceOf(Complaint.class)
                .hasMessageEndingWith("none cannot be read");
        assertThatThrownBy(() -> Settings.standard(home).withExchangeInfo(candles))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining(
                        "candles.csv is no exchange information: it must be the JSON");
        assertThatThrownBy(() -> Settings.standard(home).withExchangeInfo(torn))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("info.json.gz cannot be read: Not in GZIP format");
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> Settings.standard(home).requireBuilt())
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("exchange-simulator, market-monitor-service")
                .hasMessageContaining("./start builds it");
    }

    @Test
    void onlyOursMustBeBuilt() {
        Settings.standard(home).only(Component.POSTGRESQL, Component.KAFKA).requireBuilt();
    }
}

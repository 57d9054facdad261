package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pro.cryptotrader.embedded.FreePort;
import pro.cryptotrader.runner.Health.Life;

class HealthTest {
    @ParameterizedTest
    @CsvSource({"200, WELL", "503, SICK", "404, SICK"})
    void whatAServiceAnswersIsHowItIs(int status, Life life) throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/q/health/live",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        try (var health = new Health()) {
            assertThat(health.life(server.getAddress().getPort())).isEqualTo(life);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereNobodyListensThereIsSilence() throws Exception {
        try (var health = new Health()) {
            assertThat(health.life(FreePort.any())).isEqualTo(Life.SILENT);
            assertThat(health.isReady(FreePort.any())).isFalse();
        }
    }

    @Test
    void aSickServiceIsGivenThirtySecondsAndAStartingOneMinutes() {
        assertThat(Health.patience(Life.SICK, true)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Health.patience(Life.SILENT, true)).isEqualTo(Duration.ofMinutes(2));
        assertThat(Health.patience(Life.SICK, false)).isEqualTo(Duration.ofMinutes(4));
    }
}

package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sockets end: of age, of silence, and with the server. */
class SocketAgeIT {
    private static final Map<String, String> SETTINGS =
            Map.of("sim.history-days", "1", "sim.symbols", "BTCUSDT", "sim.sockets.ping", "1S");

    @Test
    void whoAnswersNoPingIsCutAndWhoDoesLives(@TempDir Path folder) throws IOException {
        var settings = new TreeMap<>(SETTINGS);
        settings.put("sim.sockets.pong", "2S");
        try (var venue = new VenueProcess(folder, settings).ready();
                var polite = new Frames(venue.ws() + "/ws/btcusdt@trade");
                var rude =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                URI.create(venue.http()).getPort())) {
            rude.setSoTimeout(20_000);
            rude.getOutputStream()
                    .write(
                            "GET /ws/none@trade HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            var heard = rude.getInputStream().readAllBytes();

            assertThat(new String(heard, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 101");
            assertThat(polite.closed()).isFalse();
            venue.stop();
            assertThat(polite.all())
                    .extracting(frame -> frame.path("e").asText())
                    .contains("serverShutdown");
        }
    }

    @Test
    void aSocketDiesOfAge(@TempDir Path folder) {
        var settings = new TreeMap<>(SETTINGS);
        settings.put("sim.sockets.lifetime", "2S");
        try (var venue = new VenueProcess(folder, settings).ready();
                var frames = new Frames(venue.ws() + "/ws/btcusdt@trade")) {
            frames.await1(frame -> frame.path("e").asText().equals("trade"));
            await().atMost(Duration.ofSeconds(20)).until(frames::closed);
        }
    }
}

package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sockets end: of silence, and with the server. */
class SocketAgeIT {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "sim.history-days",
                    "1",
                    "sim.symbols",
                    "BTCUSDT",
                    "sim.sockets.ping",
                    "1S",
                    "sim.sockets.pong",
                    "3S");
    private static final String HANDSHAKE =
            "GET /ws/none@trade HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    @Test
    void whoAnswersNoPingIsCutAndAllHearTheServerGo(@TempDir Path folder) throws IOException {
        try (var venue = new VenueProcess(folder, SETTINGS).ready()) {
            assertThat(heardByOneWhoAnswersNoPing(venue)).startsWith("HTTP/1.1 101");

            try (var late = new Frames(venue.ws() + "/ws/btcusdt@trade")) {
                late.await1(frame -> frame.path("e").asText().equals("trade"));
                venue.stop();
                assertThat(late.all())
                        .extracting(frame -> frame.path("e").asText())
                        .contains("serverShutdown");
            }
        }
    }

    /** Everything until the venue cuts the connection. */
    private static String heardByOneWhoAnswersNoPing(VenueProcess venue) throws IOException {
        try (var rude =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(venue.http()).getPort())) {
            rude.setSoTimeout(30_000);
            rude.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
            return new String(rude.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}

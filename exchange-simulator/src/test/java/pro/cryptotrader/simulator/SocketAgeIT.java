package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sockets end: of silence, of age, and with the server; and when there are too many. */
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
                    "3S",
                    "sim.sockets.lifetime",
                    "12S",
                    "sim.sockets.connections-per-5-minutes",
                    "25");
    private static final String HANDSHAKE =
            "GET /ws/none@trade HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    @Test
    void whoAnswersNoPingOrIsTooOldIsCutAndAllHearTheServerGo(@TempDir Path folder)
            throws IOException {
        try (var venue = new VenueProcess(folder, SETTINGS).ready();
                var oldMarket = new Frames(venue.ws() + "/ws/btcusdt@trade");
                var oldApi = new Frames(venue.ws() + "/ws-api/v3")) {
            assertThat(heardByOneWhoAnswersNoPing(venue)).startsWith("HTTP/1.1 101");
            // These answer their pings, and live until they are too old.
            await().atMost(Duration.ofSeconds(90)).until(oldMarket::closed);
            await().atMost(Duration.ofSeconds(90)).until(oldApi::closed);
            try (var market = new Frames(venue.ws() + "/ws/btcusdt@trade");
                    var api = new Frames(venue.ws() + "/ws-api/v3")) {
                market.await1(frame -> frame.path("e").asText().equals("trade"));
                assertThat(oneIsRefusedIn(venue, 60)).isTrue();
                venue.stop();
                assertThat(market.all())
                        .extracting(frame -> frame.path("e").asText())
                        .contains("serverShutdown");
                assertThat(api.all())
                        .extracting(frame -> frame.path("event").path("e").asText())
                        .contains("serverShutdown");
            }
        }
    }

    /** Whether an address that opens too many sockets is refused one. */
    private static boolean oneIsRefusedIn(VenueProcess venue, int most) {
        for (var i = 0; i < most; i++) {
            try (var one = new Frames(venue.ws() + "/ws/none@trade")) {
                assertThat(one.closed()).isFalse();
            } catch (CompletionException refused) {
                return refused.getCause() instanceof WebSocketHandshakeException handshake
                        && handshake.getResponse().statusCode() == 429;
            }
        }
        return false;
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

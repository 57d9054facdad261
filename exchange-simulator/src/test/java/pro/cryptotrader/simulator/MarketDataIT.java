package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Market data over real sockets, at the highest speed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketDataIT {
    private VenueProcess venue;

    @BeforeAll
    void start(@TempDir Path folder) {
        venue =
                new VenueProcess(folder, Map.of("sim.history-days", "3", "sim.speed", "300"))
                        .ready();
    }

    @AfterAll
    void stop() {
        venue.close();
    }

    @Test
    void closedCandlesOnTheStreamAreThoseOfRest() throws InterruptedException {
        var streams = new WebSocketStreamClientImpl(venue.ws());
        var closed = new LinkedBlockingQueue<String>();
        streams.klineStream(
                "BTCUSDT",
                "1m",
                frame -> {
                    if (frame.contains("\"x\":true")) {
                        closed.add(frame);
                    }
                });
        try {
            var frame = VenueJson.read(String.valueOf(closed.poll(20, TimeUnit.SECONDS))).path("k");
            var open = frame.path("t").asLong();
            var rest =
                    venue.get(
                                    "/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime=%d&limit=1"
                                            .formatted(open))
                            .path(0);
            assertThat(rest.path(0).asLong()).isEqualTo(open);
            assertThat(rest.path(1)).isEqualTo(frame.path("o"));
            assertThat(rest.path(2)).isEqualTo(frame.path("h"));
            assertThat(rest.path(3)).isEqualTo(frame.path("l"));
            assertThat(rest.path(4)).isEqualTo(frame.path("c"));
            assertThat(rest.path(5)).isEqualTo(frame.path("v"));
            assertThat(rest.path(8)).isEqualTo(frame.path("n"));
        } finally {
            streams.closeAllConnections();
        }
    }

    @Test
    void combinedStreamsCarryWhatWasSubscribed() {
        try (var frames = new Frames(venue.ws() + "/stream?streams=btcusdt@trade")) {
            frames.await1(frame ->
                    frame.path("stream").asText().equals("btcusdt@trade")
                            && frame.path("data").path("e").asText().equals("trade"));
            frames.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"ethusdt@bookTicker\"],\"id\":7}");
            frames.await1(frame -> frame.path("id").asInt() == 7 && frame.path("result").isNull());
            frames.await1(frame -> frame.path("stream").asText().equals("ethusdt@bookTicker"));
            frames.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":8}");
            var list = frames.await1(frame -> frame.path("id").asInt() == 8);
            assertThat(list.path("result"))
                    .extracting(JsonNode::asText)
                    .containsExactly("btcusdt@trade", "ethusdt@bookTicker");
        }
    }

    @Test
    void longCandlesAreMadeOfShortOnes() {
        var hours = venue.get("/api/v3/klines?symbol=ETHUSDT&interval=1h&limit=3");
        var open = hours.path(1).path(0).asLong();
        var minutes =
                venue.get(
                        "/api/v3/klines?symbol=ETHUSDT&interval=1m&startTime=%d&limit=60"
                                .formatted(open));

        var volume = BigDecimal.ZERO;
        for (var minute : minutes) {
            volume = volume.add(new BigDecimal(minute.path(5).asText()));
        }
        assertThat(hours.path(1).path(5).asText()).isEqualTo(volume.toPlainString());
        assertThat(hours.path(1).path(1)).isEqualTo(minutes.path(0).path(1));
        assertThat(hours.path(1).path(4)).isEqualTo(minutes.path(59).path(4));
        assertThat(hours.path(1).path(6).asLong()).isEqualTo(open + 3_600_000 - 1);
    }

    @Test
    void whoDoesNotReadIsCutAndTheMarketGoesOn() throws IOException {
        var address = URI.create(venue.http());
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            slow.getOutputStream().write(handshake().getBytes(StandardCharsets.US_ASCII));
            // Some twenty-five seconds of everything at 300 times wall time: more than any buffer
            // holds.
            var start = marketTime();
            await().atMost(Duration.ofSeconds(90)).until(() -> marketTime() > start + 25 * 300_000);

            slow.setSoTimeout(10_000);
            assertThat(endsWithin(slow, 16 << 20)).isTrue();
        }
    }

    /** Whether the other side has ended the connection after at most that many bytes. */
    private static boolean endsWithin(Socket socket, int most) throws IOException {
        var buffer = new byte[1 << 16];
        var total = 0;
        try {
            while (total < most) {
                var read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    return true;
                }
                total += read;
            }
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static String handshake() {
        var streams = new ArrayList<String>();
        for (var symbol : List.of("btcusdt", "ethusdt", "bnbusdt", "solusdt", "xrpusdt")) {
            for (var kind : List.of("trade", "aggTrade", "bookTicker")) {
                streams.add(symbol + '@' + kind);
            }
            for (var interval :
                    List.of(
                            "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h",
                            "1d")) {
                streams.add(symbol + "@kline_" + interval);
            }
        }
        return "GET /stream?streams="
                + String.join("/", streams)
                + " HTTP/1.1\r\nHost: venue\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    }

    private long marketTime() {
        return venue.get("/sim/v1/status").path("marketTime").asLong();
    }
}

package pro.cryptotrader.binance.market;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.value.Symbol;

class MarketStreamTest {
    private static final String KEY_HEADER = "sec-websocket-key: ";

    @Test
    void anotherConnectionOpensAfterOneWasClosed() throws Exception {
        try (var venue = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetEverybody(venue));
            var address = "ws://127.0.0.1:" + venue.getLocalPort();

            for (int turn = 1; turn <= 3; turn++) {
                assertOpens(address);
            }
        }
    }

    private static void assertOpens(String address) throws InterruptedException {
        var open = new CountDownLatch(1);
        var end = new AtomicReference<>("");
        try (var stream =
                MarketStream.open(
                        address,
                        List.of(Symbol.of("BTC/USDT")),
                        open::countDown,
                        message -> {},
                        end::set)) {
            assertThat(open.await(10, TimeUnit.SECONDS)).as("%s opens", stream).isTrue();
            assertThat(end.get()).isEmpty();
        }
    }

    /** Agrees to speak WebSocket with whoever asks, and says no more. */
    private static void greetEverybody(ServerSocket venue) {
        while (!venue.isClosed()) {
            try {
                greet(venue.accept());
            } catch (IOException e) {
                // The test is over, or a client has gone.
            }
        }
    }

    private static void greet(Socket client) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        var key = "";
        for (var line = reader.readLine(); line != null && !line.isEmpty(); ) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith(KEY_HEADER)) {
                key = line.substring(KEY_HEADER.length());
            }
            line = reader.readLine();
        }
        var answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept(key)
                        + "\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        client.getOutputStream().flush();
    }

    /** RFC 6455, section 4.2.2. */
    private static String accept(String key) {
        try {
            var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1").digest(text.getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

package pro.cryptotrader.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many signed orders a second the venue takes over loopback: LIMIT_MAKER bids far below the
 * market, each canceled again, so that books stay short. A number for people, not a test.
 *
 * <p>Arguments: address (http://127.0.0.1:9080), connections (8), seconds (20).
 */
final class OrderLoad {
    private static final String HMAC = "HmacSHA256";

    private final URI address;
    private final int connections;
    private final long until;
    private final AtomicLong refused = new AtomicLong();
    private final String apiKey;
    private final SecretKeySpec secret;
    private final String price;

    private OrderLoad(URI address, int connections, int seconds)
            throws IOException, InterruptedException {
        this.address = address;
        this.connections = connections;
        var keys =
                ask(
                        HttpRequest.newBuilder(address.resolve("/sim/v1/accounts"))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"accountId\":\"load\",\"balances\":{\"USDT\":\"100000000\"}}")));
        apiKey = member(keys, "apiKey");
        secret =
                new SecretKeySpec(
                        member(keys, "secretKey").getBytes(StandardCharsets.US_ASCII), HMAC);
        var ticker =
                ask(HttpRequest.newBuilder(address.resolve("/api/v3/ticker/price?symbol=BTCUSDT")));
        price = Long.toString(Math.round(Double.parseDouble(member(ticker, "price")) * 0.6));
        until = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** A text member of a flat JSON object; this program needs nothing but Java. */
    private static String member(String json, String name) {
        return json.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static String ask(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var address = URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:9080");
        var connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        new OrderLoad(address, connections, 5).run("warming up");
        new OrderLoad(address, connections, seconds).run("measured");
    }

    private void run(String name) throws InterruptedException {
        var start = System.nanoTime();
        var latencies = new ArrayList<long[]>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < connections; i++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                var taken = trade();
                                synchronized (latencies) {
                                    latencies.add(taken);
                                }
                            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        var all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        var seconds = (System.nanoTime() - start) / 1e9;
        // Every other request places one.
        var orders = all.length / 2;
        System.out.printf(
                "%s: %.0f orders/s placed and as many canceled, %.0f signed requests/s (%d in %.1f s on %d connections), %d refused; median %.2f ms, 99 %% %.2f ms%n",
                name,
                orders / seconds,
                all.length / seconds,
                all.length,
                seconds,
                connections,
                refused.get(),
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6);
    }

    /** One connection: places and cancels until the time is over; nanoseconds each request took. */
    private long[] trade() {
        var taken = new long[1 << 20];
        var count = 0;
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var i = 0; System.nanoTime() < until && count < taken.length - 1; i++) {
                var id = "load-" + Thread.currentThread().threadId() + '-' + i;
                var order =
                        "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.001&price=%s&newClientOrderId=%s"
                                .formatted(price, id);
                for (var request :
                        new String[][] {
                            {"POST", order}, {"DELETE", "symbol=BTCUSDT&origClientOrderId=" + id}
                        }) {
                    var before = System.nanoTime();
                    socket.getOutputStream().write(signed(request[0], request[1]));
                    if (status(in) != 200) {
                        refused.incrementAndGet();
                    }
                    taken[count++] = System.nanoTime() - before;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the venue at " + address + " went away", e);
        }
        return Arrays.copyOf(taken, count);
    }

    private byte[] signed(String method, String query) {
        var stamped = query + "&timestamp=" + System.currentTimeMillis();
        var request =
                "%s /api/v3/order?%s&signature=%s HTTP/1.1\r\nHost: venue\r\nX-MBX-APIKEY: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(method, stamped, sign(stamped), apiKey);
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    private String sign(String payload) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return HexFormat.of()
                    .formatHex(mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }

    /** Reads one answer to its end. */
    private static int status(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            head.append((char) next);
        }
        var text = head.toString().toLowerCase(Locale.ROOT);
        var length = text.indexOf("content-length:") + "content-length:".length();
        in.skipNBytes(Long.parseLong(text.substring(length, text.indexOf('\r', length)).strip()));
        return Integer.parseInt(text.substring(9, 12));
    }
}

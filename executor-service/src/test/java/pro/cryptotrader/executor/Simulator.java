package pro.cryptotrader.executor;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** The packaged simulator as a process: the venue, and the judge of what was done there. */
public final class Simulator implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Path folder = Files.createTempDirectory("venue");
    private Process process;
    private long tradeId;

    public Simulator() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        process = launch();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
        ready();
    }

    private Process launch() throws IOException {
        var builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dsim.data-dir=" + folder,
                                "-Dsim.history-days=2",
                                "-Dsim.speed=1",
                                "-Dsim.symbols=BTCUSDT,ETHUSDT,BNBUSDT,SOLUSDT,XRPUSDT",
                                "-jar",
                                "../exchange-simulator/target/quarkus-app/quarkus-run.jar"));
        builder.environment().put("HTTP_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/simulator.log")))
                .start();
    }

    private void ready() {
        await("the simulator is ready, see target/simulator.log")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> get("/q/health/ready").path("status").asText().equals("UP"));
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** On the same port, with the same books. */
    public void restart() throws IOException {
        process = launch();
        ready();
    }

    public String http() {
        return "http://127.0.0.1:" + port;
    }

    public String wsApi() {
        return "ws://127.0.0.1:" + port + "/ws-api/v3";
    }

    /** The market as it is now. */
    public Tick tick(Symbol symbol) {
        return ticks(List.of(symbol)).getFirst();
    }

    /** The market of several symbols as it is now, whatever the venue tells its clients. */
    public List<Tick> ticks(List<Symbol> symbols) {
        var market = get("/sim/v1/books");
        var at = Instant.ofEpochMilli(market.path("marketTime").asLong());
        return symbols.stream()
                .flatMap(symbol ->
                        StreamSupport.stream(market.path("books").spliterator(), false)
                                .filter(book ->
                                        book.path("symbol").asText().equals(symbol.venueName()))
                                .map(book -> tick(symbol, book, at)))
                .toList();
    }

    private Tick tick(Symbol symbol, JsonNode book, Instant at) {
        var bid = Price.of(book.path("bidPrice").asText());
        return new Tick(symbol, bid, bid, Price.of(book.path("askPrice").asText()), ++tradeId, at);
    }

    public void shock(Symbol symbol, int percent) {
        send(
                HttpRequest.newBuilder(URI.create(http() + "/sim/v1/market/shock"))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"symbol\":\"%s\",\"percent\":%d}"
                                                .formatted(symbol.venueName(), percent))));
    }

    /** What the venue's own books say about an account. */
    public JsonNode account(String id) {
        return get("/sim/v1/accounts/" + id);
    }

    public List<Long> trades(String id) {
        return StreamSupport.stream(account(id).path("trades").spliterator(), false)
                .map(trade -> trade.path("id").asLong())
                .toList();
    }

    public List<String> openOrderTypes(String id) {
        return StreamSupport.stream(account(id).path("orders").spliterator(), false)
                .filter(order ->
                        List.of("NEW", "PARTIALLY_FILLED", "PENDING_NEW")
                                .contains(order.path("status").asText()))
                .map(order -> order.path("type").asText())
                .sorted()
                .toList();
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(http() + path)).GET());
    }

    /** What a person does at the venue by hand, with the account's own keys. */
    public JsonNode byHand(String method, String path, String account, String query) {
        var keys = keys(account);
        var text = query + "&timestamp=" + System.currentTimeMillis();
        var uri = "%s%s?%s&signature=%s".formatted(http(), path, text, hmac(keys[1], text));
        return send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("X-MBX-APIKEY", keys[0])
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** The account's API key and secret. */
    public String[] keys(String account) {
        var answer =
                send(
                        HttpRequest.newBuilder(URI.create(http() + "/sim/v1/accounts"))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"accountId\":\"%s\",\"balances\":{}}"
                                                        .formatted(account))));
        return new String[] {answer.path("apiKey").asText(), answer.path("secretKey").asText()};
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with the venue from now on; the answer names the fault. */
    public JsonNode fault(String json) {
        return send(
                HttpRequest.newBuilder(URI.create(http() + "/sim/v1/faults"))
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Whether it can be told to do something wrong. */
    public boolean hasFaults() {
        var request = HttpRequest.newBuilder(URI.create(http() + "/sim/v1/faults")).GET();
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing is wrong with the venue any more. */
    public void heal() {
        send(HttpRequest.newBuilder(URI.create(http() + "/sim/v1/faults")).DELETE());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package pro.cryptotrader.backtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A venue with twenty days of candles of BTC/USDT; the newest is not closed. */
final class VenueStandIn {
    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int CANDLES = 20 * 288;
    private static final long STEP = 300_000;

    private final double[] prices = prices();
    private final HttpServer server;

    VenueStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/api/v3/time",
                call -> answer(call, "{\"serverTime\":%d}".formatted(System.currentTimeMillis())));
        server.createContext("/api/v3/klines", call -> answer(call, klines(query(call))));
        server.createContext(
                "/api/v3/exchangeInfo",
                call ->
                        answer(
                                call,
                                """
                                {"symbols":[{"symbol":"BTCUSDT","baseAsset":"BTC","quoteAsset":"USDT","filters":[
                                  {"filterType":"PRICE_FILTER","tickSize":"0.01"},
                                  {"filterType":"LOT_SIZE","stepSize":"0.00001","minQty":"0.00001","maxQty":"9000"},
                                  {"filterType":"NOTIONAL","minNotional":"5"}]}]}
                                """));
    }

    private static double[] prices() {
        var random = new Random(20);
        var prices = new double[CANDLES + 1];
        prices[0] = 40_000;
        for (int i = 1; i <= CANDLES; i++) {
            prices[i] = Math.round((prices[i - 1] + random.nextGaussian() * 80) * 100) / 100.0;
        }
        return prices;
    }

    String start() {
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private String klines(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "500"));
        int from = index(query.getOrDefault("startTime", ""), CANDLES - limit, STEP - 1);
        int to = Math.min(index(query.getOrDefault("endTime", ""), CANDLES, STEP), CANDLES);
        return IntStream.range(from, Math.min(to, from + limit))
                .mapToObj(this::kline)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static int index(String time, int otherwise, long up) {
        return time.isEmpty()
                ? otherwise
                : Math.max(0, (int) ((Long.parseLong(time) - START.toEpochMilli() + up) / STEP));
    }

    private String kline(int i) {
        double open = prices[i];
        double close = prices[i + 1];
        return String.format(
                Locale.ROOT,
                "[%d,\"%.2f\",\"%.2f\",\"%.2f\",\"%.2f\",\"15.5\",%d,\"600000\",900,\"7\",\"300000\",\"0\"]",
                START.toEpochMilli() + i * STEP,
                open,
                Math.max(open, close) + 20,
                Math.min(open, close) - 20,
                close,
                START.toEpochMilli() + (i + 1) * STEP - 1);
    }

    private static Map<String, String> query(HttpExchange call) {
        return Arrays.stream(call.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void answer(HttpExchange call, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        try (call) {
            call.sendResponseHeaders(200, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }
}

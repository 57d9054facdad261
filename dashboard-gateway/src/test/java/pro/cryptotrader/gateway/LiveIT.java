package pro.cryptotrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.contracts.event.Tick;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.testing.TopicFeed;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class LiveIT {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final AccountId MAIN = new AccountId("main");

    @Inject LiveFeed feed;

    @GatewayPlatform.SimulatedVenue StandIn venue = new StandIn();

    @Test
    void pushesATradeWhileItHappens() {
        var tape = new Tape("main", "LIV/USDT", "2026-03-01T10:00:00Z");
        try (var screen = Screen.open(Gateway.signedIn());
                var topics = TopicFeed.open()) {
            await().atMost(BOUND).until(() -> !screen.events("hello").isEmpty());

            tape.entry().forEach(topics::publish);

            await().atMost(BOUND)
                    .untilAsserted(() -> {
                        assertThat(of(screen, "candle", "symbol", "LIV/USDT")).hasSize(1);
                        assertThat(of(screen, "signal", "data.symbol", "LIV/USDT")).hasSize(1);
                        assertThat(of(screen, "verdict", "data.symbol", "LIV/USDT")).hasSize(1);
                        assertThat(of(screen, "fill", "data.symbol", "LIV/USDT")).hasSize(1);
                        assertThat(
                                        of(screen, "order", "symbol", "LIV/USDT").stream()
                                                .map(json -> json.getString("status")))
                                .containsExactly("INTENDED", "ACCEPTED", "FILLED");
                    });
        }
    }

    @Test
    void pushesTheMarketsSpeedWhenItChangesAndBelievesItWhileTheVenueIsSilent() {
        var gateway = Gateway.signedIn();
        try (var screen = Screen.open(gateway)) {
            venue.answer(200, "{\"market\":\"generated\",\"speed\":120,\"simulated\":true}");
            await().atMost(BOUND).until(() -> !of(screen, "venue", "speed", "120").isEmpty());

            int asked = venue.requests().size();
            venue.answer(503, "");
            await().atMost(BOUND).until(() -> venue.requests().size() > asked);

            assertThat(gateway.get("/api/meta").jsonPath().getInt("venue.speed")).isEqualTo(120);
        } finally {
            venue.answer(200, "{\"market\":\"generated\",\"speed\":60,\"simulated\":true}");
        }
    }

    @Test
    void pushesWhatTheDatabaseHolds() {
        var tape = new Tape("main", "LDB/USDT", "2026-03-01T10:00:00Z");
        var gateway = Gateway.signedIn();
        try (var screen = Screen.open(gateway);
                var topics = TopicFeed.open()) {
            topics.publish(tape.fill);
            await().atMost(BOUND)
                    .until(() -> !of(screen, "fill", "data.symbol", "LDB/USDT").isEmpty());

            Map<String, Object> pushed =
                    of(screen, "fill", "data.symbol", "LDB/USDT").getFirst().getMap("data");
            Map<String, Object> stored =
                    gateway.get("/api/accounts/main/fills?symbol=LDB/USDT")
                            .jsonPath()
                            .getMap("items[0].data");
            assertThat(pushed).isEqualTo(stored);
        }
    }

    @Test
    void conflatesPrices() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        try (var screen = Screen.open(Gateway.signedIn());
                var topics = TopicFeed.open()) {
            await().atMost(BOUND)
                    .untilAsserted(() -> {
                        topics.publish(tick("LTI/USDT", "1", at));
                        assertThat(prices(screen, "LTI/USDT")).isNotEmpty();
                    });
            for (int price = 2; price <= 200; price++) {
                topics.publish(tick("LTI/USDT", Integer.toString(price), at));
            }
            await().atMost(BOUND).until(() -> prices(screen, "LTI/USDT").getLast().equals("200"));

            assertThat(prices(screen, "LTI/USDT")).hasSizeLessThan(100);
        }
    }

    /** Its first event must not get in the way of the answer's head. */
    @Test
    void greetsEveryScreen() {
        var gateway = Gateway.signedIn();
        for (int screens = 0; screens < 100; screens++) {
            try (var screen = Screen.open(gateway)) {
                await().atMost(BOUND)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !screen.events("hello").isEmpty());
            }
        }
    }

    @Test
    void resumesWhereAScreenLeftOff() {
        var gateway = Gateway.signedIn();
        String seen;
        try (var screen = Screen.open(gateway)) {
            await().atMost(BOUND).until(() -> !screen.events("hello").isEmpty());
            feed.publish(new Push("probe", MAIN, "{\"n\":1}"));
            await().atMost(BOUND).until(() -> !screen.events("probe").isEmpty());
            seen = String.valueOf(screen.events("probe").getLast().id());
        }
        feed.publish(new Push("probe", MAIN, "{\"n\":2}"));
        feed.publish(new Push("probe", MAIN, "{\"n\":3}"));

        try (var screen = Screen.open(gateway, seen)) {
            await().atMost(BOUND)
                    .untilAsserted(() ->
                            assertThat(screen.events("probe"))
                                    .extracting(Screen.Event::data)
                                    .containsExactly("{\"n\":2}", "{\"n\":3}"));
            assertThat(screen.events().getFirst().type()).isEqualTo("resume");
        }
    }

    @Test
    void asksAScreenToLoadAllWhenItMissedTooMuch() {
        var gateway = Gateway.signedIn();
        for (var forgotten : List.of("another0-17", "no-number", "x")) {
            try (var screen = Screen.open(gateway, forgotten)) {
                await().atMost(BOUND).until(() -> !screen.events().isEmpty());
                assertThat(screen.events().getFirst().type()).isEqualTo("reset");
            }
        }
    }

    @Test
    void pushesNothingOfOtherPeoplesAccounts() {
        try (var screen = Screen.open(Gateway.signedIn())) {
            await().atMost(BOUND).until(() -> !screen.events("hello").isEmpty());

            feed.publish(new Push("secret", new AccountId("somebody-elses"), "{\"n\":1}"));
            feed.publish(new Push("own", MAIN, "{\"n\":2}"));

            await().atMost(BOUND).until(() -> !screen.events("own").isEmpty());
            assertThat(screen.events("secret")).isEmpty();
        }
    }

    @Test
    void endsTheStreamWithTheSession() {
        var gateway = Gateway.signedIn();
        try (var screen = Screen.open(gateway)) {
            await().atMost(BOUND).until(() -> !screen.events("hello").isEmpty());

            gateway.request().delete("/api/session");

            await().atMost(BOUND).until(screen::hasEnded);
        }
    }

    @Test
    void cutsAScreenThatCannotKeepUpAndHoldsNobodyElseUp() throws IOException {
        var gateway = Gateway.signedIn();
        var ballast = "{\"ballast\":\"" + "x".repeat(4_000) + "\"}";
        // A screen that another test has closed still counts until its thread looks up.
        await().atMost(BOUND).until(() -> feed.size() == 0);
        try (var sleepy = sleepyScreen(gateway);
                var awake = Screen.open(gateway)) {
            await().atMost(BOUND).until(() -> !awake.events("hello").isEmpty());
            assertThat(feed.size()).isEqualTo(2);
            assertThat(sleepy.isConnected()).isTrue();

            // Slowly enough for one who reads, too much for one who does not.
            for (int batch = 0; batch < 100; batch++) {
                for (int push = 0; push < 100; push++) {
                    feed.publish(new Push("flood", MAIN, ballast));
                }
                var sent = (batch + 1) * 100;
                await().atMost(BOUND).until(() -> awake.events("flood").size() == sent);
            }

            await().atMost(BOUND).until(() -> feed.size() == 1);
            assertThat(awake.hasEnded()).isFalse();
        }
    }

    private static Socket sleepyScreen(Gateway gateway) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        socket.getOutputStream()
                .write(
                        ("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: ct_session="
                                        + gateway.cookie()
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        // Connected once the first byte of the answer is here; nothing is read after it.
        socket.getInputStream().read();
        return socket;
    }

    private static List<JsonPath> of(Screen screen, String type, String field, String value) {
        return screen.events(type).stream()
                .map(event -> JsonPath.from(event.data()))
                .filter(json -> value.equals(json.getString(field)))
                .toList();
    }

    private static List<String> prices(Screen screen, String symbol) {
        return screen.events("ticks").stream()
                .flatMap(event ->
                        JsonPath.from(event.data()).<Map<String, String>>getList("$").stream()
                                .filter(quote -> symbol.equals(quote.get("symbol")))
                                .map(quote -> String.valueOf(quote.get("last"))))
                .toList();
    }

    private static Envelope<Tick> tick(String symbol, String price, Instant at) {
        return Envelope.root(
                UUID.randomUUID(),
                "market-monitor-service",
                at,
                new Tick(
                        Symbol.of(symbol),
                        Price.of(price),
                        Price.of(price),
                        Price.of(price),
                        1,
                        at));
    }
}

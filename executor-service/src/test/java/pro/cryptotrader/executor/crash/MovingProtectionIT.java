package pro.cryptotrader.executor.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.executor.ExecutorProcess;
import pro.cryptotrader.executor.ExecutorTables;
import pro.cryptotrader.executor.Scene;
import pro.cryptotrader.executor.Simulator;

/**
 * Stops that follow, parts that are sold, exits in one request: never bare, by the venue's books.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovingProtectionIT {
    private static final String ACCOUNT = "moving";
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final Symbol ETH = Symbol.of("ETH/USDT");
    private static final Symbol BNB = Symbol.of("BNB/USDT");
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Simulator venue;
    private final ExecutorProcess executor;
    private final Scene scene;

    MovingProtectionIT() throws IOException {
        venue = new Simulator();
        executor = new ExecutorProcess(venue, Map.of());
        executor.isListening();
        scene = new Scene(ACCOUNT, venue, List.of(BTC, ETH, BNB)).tellPrices();
    }

    @BeforeAll
    void open() {
        scene.open(1);
        assertThat(executor.isReconciled(ACCOUNT)).isTrue();
    }

    @AfterAll
    void close() throws SQLException {
        executor.close();
        scene.close();
        venue.close();
        ExecutorTables.forget();
    }

    /** Bought, risen, fallen by less than the stop's first distance from the entry: sold there. */
    @Test
    void aStopThatFollowsSellsAtItsDistanceBelowTheHighestPrice() {
        scene.buy(BTC, 1, 500, 20, 300, null);
        await().atMost(SOON).until(() -> phase(BTC).equals("PROTECTED"));
        var stop = open(BTC, "STOP_LOSS").getFirst();
        assertThat(stop.path("trailingDelta").asInt()).isEqualTo(300);

        venue.shock(BTC, 10);
        letTheMarketTrade();
        venue.shock(BTC, -6);

        await().atMost(SOON).until(() -> phase(BTC).equals("IDLE"));
        var sale = sales(BTC);
        assertThat(sale).extracting(order -> order.path("type").asText()).contains("STOP_LOSS");
        assertThat(price(sale.getFirst()))
                .as("above what it was bought for")
                .isGreaterThan(bought(BTC));
        assertThat(bare(BTC)).isEmpty();
    }

    /**
     * Half of it is sold; both legs of what protects the rest rest where they were, and smaller.
     */
    @Test
    void aPartIsSoldWhileTheRestStaysProtected() {
        scene.buy(ETH, 1, 1000, 20, null, new BigDecimal("2"));
        await().atMost(SOON).until(() -> phase(ETH).equals("PROTECTED"));
        var whole = quantity(open(ETH, "STOP_LOSS").getFirst());

        venue.shock(ETH, 5);

        await().atMost(SOON).until(() -> sales(ETH).size() == 1);
        await().atMost(SOON).until(() -> phase(ETH).equals("PROTECTED"));
        var rest = quantity(open(ETH, "STOP_LOSS").getFirst());
        var part = new BigDecimal(sales(ETH).getFirst().path("executedQty").asText());
        assertThat(rest.add(part)).isEqualByComparingTo(whole);
        assertThat(quantity(open(ETH, "LIMIT_MAKER").getFirst())).isEqualByComparingTo(rest);
        assertThat(bare(ETH)).isEmpty();
    }

    @Test
    void anExitIsOneRequestAndNeverBare() {
        scene.buy(BNB, 1, 500, 20);
        await().atMost(SOON).until(() -> phase(BNB).equals("PROTECTED"));

        scene.exit(BNB);

        await().atMost(SOON).until(() -> phase(BNB).equals("IDLE"));
        assertThat(sales(BNB)).hasSize(1);
        assertThat(bare(BNB)).isEmpty();
        var canceled = orders(BNB, "STOP_LOSS").getFirst().path("updateTime").asLong();
        assertThat(sales(BNB).getFirst().path("time").asLong())
                .as("the venue did both in one moment")
                .isEqualTo(canceled);
    }

    /** A trailing stop has seen a high only when a trade has been there. */
    private void letTheMarketTrade() {
        var seen = venue.get("/sim/v1/status").path("marketTime").asLong() + 5_000;
        await().atMost(SOON)
                .until(() -> venue.get("/sim/v1/status").path("marketTime").asLong() > seen);
    }

    private List<BareSpans.Span> bare(Symbol symbol) {
        return BareSpans.of(
                        VenueBook.of(venue.account(ACCOUNT)),
                        BigDecimal.TEN,
                        Instant.ofEpochMilli(
                                venue.get("/sim/v1/status").path("marketTime").asLong()))
                .stream()
                .filter(span -> span.symbol().equals(symbol.venueName()))
                .toList();
    }

    private String phase(Symbol symbol) {
        for (var trade : executor.status(ACCOUNT).path("trades")) {
            if (trade.path("symbol").asText().equals(symbol.toString())) {
                return trade.path("phase").asText();
            }
        }
        return "NONE";
    }

    private BigDecimal bought(Symbol symbol) {
        return price(
                all(symbol).stream()
                        .filter(order -> order.path("side").asText().equals("BUY"))
                        .findFirst()
                        .orElseThrow());
    }

    private static BigDecimal price(JsonNode order) {
        return new BigDecimal(order.path("cummulativeQuoteQty").asText())
                .divide(new BigDecimal(order.path("executedQty").asText()), MathContext.DECIMAL64);
    }

    private static BigDecimal quantity(JsonNode order) {
        return new BigDecimal(order.path("origQty").asText());
    }

    private List<JsonNode> sales(Symbol symbol) {
        return all(symbol).stream()
                .filter(order -> order.path("side").asText().equals("SELL"))
                .filter(order -> new BigDecimal(order.path("executedQty").asText()).signum() > 0)
                .toList();
    }

    private List<JsonNode> open(Symbol symbol, String type) {
        return orders(symbol, type).stream()
                .filter(order -> order.path("status").asText().equals("NEW"))
                .toList();
    }

    private List<JsonNode> orders(Symbol symbol, String type) {
        return all(symbol).stream()
                .filter(order -> order.path("type").asText().equals(type))
                .toList();
    }

    private List<JsonNode> all(Symbol symbol) {
        return StreamSupport.stream(venue.account(ACCOUNT).path("orders").spliterator(), false)
                .filter(order -> order.path("symbol").asText().equals(symbol.venueName()))
                .toList();
    }
}

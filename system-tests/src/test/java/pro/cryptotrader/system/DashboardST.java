package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.runner.Component;

/** What a person sees in the browser while the platform trades. */
@Order(4)
@ExtendWith(GeneratedMarket.class)
class DashboardST {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final List<String> SYMBOLS =
            List.of("BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "XRP/USDT");

    @BeforeEach
    void trade(TradingPlatform platform) {
        platform.operator().tradeOften(SYMBOLS.toArray(String[]::new));
        platform.operator().ensureRunning();
        platform.awaitPosition();
    }

    @Test
    void pricesMoveWithoutAReloadAndSimulationIsPlain(TradingPlatform platform) {
        try (var screen = Screen.open(platform, 1440, 900)) {
            screen.mark();
            awaitMode(screen);
            await("the speed is shown")
                    .atMost(BOUND)
                    .until(() -> screen.text("speed").contains("300"));
            for (var symbol : SYMBOLS) {
                var price = screen.find("price-" + symbol).getByTestId("last");
                price.waitFor();
                var before = price.innerText();
                await(symbol + " moves")
                        .atMost(BOUND)
                        .until(() -> !price.innerText().equals(before));
            }
            assertThat(screen.isSamePage()).isTrue();
            await("the chart has candles")
                    .atMost(BOUND)
                    .until(() ->
                            Integer.parseInt(screen.attributes("chart", "data-candles").getFirst())
                                    > 10);
            screen.screenshot("desktop-live");
            assertThat(screen.errors()).isEmpty();
        }
    }

    @Test
    void whatIsShownIsWhatTheDatabaseHas(TradingPlatform platform) {
        var operator = platform.operator();
        try (var screen = Screen.open(platform, 1440, 900)) {
            // Nothing new is decided while paused, and at this speed little happens by itself.
            operator.commandUntil("PAUSE", false, "PAUSED");
            platform.venue().speed(1);

            var gateway = platform.tables(Component.GATEWAY);
            await("the page agrees with the database")
                    .atMost(BOUND)
                    .untilAsserted(() -> {
                        assertThat(screen.attributes("fill", "data-id"))
                                .isNotEmpty()
                                .isEqualTo(ids(gateway, "fills", screen.find("fill").count()));
                        for (var position :
                                gateway.rows(
                                        "select symbol from positions where status = 'OPEN'")) {
                            assertThat(screen.find("position-" + position.get("symbol")).count())
                                    .isEqualTo(1);
                        }
                        assertThat(shown(screen.text("cash")))
                                .isEqualByComparingTo(
                                        cents(gateway, "select cash from account_state"));
                        assertThat(shown(screen.text("equity").split("\\s")[0]))
                                .isEqualByComparingTo(
                                        cents(gateway, "select equity from account_state"));
                        assertThat(screen.find("signal").count()).isPositive();
                        assertThat(screen.find("log-line").count()).isPositive();
                        assertThat(
                                        Integer.parseInt(
                                                screen.attributes("equity-curve", "data-points")
                                                        .getFirst()))
                                .isGreaterThan(1);
                    });
            screen.screenshot("desktop-paused");
        } finally {
            platform.venue().speed(300);
        }
    }

    @Test
    void pauseAndEmergencyStopAreAcknowledgedOnThePage(TradingPlatform platform) {
        var operator = platform.operator();
        try (var screen = Screen.open(platform, 1440, 900)) {
            screen.find("engine-PAUSE").click();
            operator.awaitEngine("PAUSED");
            awaitShown(screen, "PAUSED");

            screen.find("engine-RESUME").click();
            operator.awaitEngine("RUNNING");
            awaitShown(screen, "RUNNING");

            screen.find("engine-EMERGENCY_STOP").click();
            screen.find("reason").fill("system test");
            screen.find("dialog-confirm").click();
            awaitShown(screen, "EMERGENCY_STOPPED");
            await("the acknowledgement is shown")
                    .atMost(BOUND)
                    .until(() -> screen.text("engine-outcome").contains("✓"));
            screen.screenshot("desktop-emergency");
        }
        assertThat(operator.engine().path("state").asText()).isEqualTo("EMERGENCY_STOPPED");
    }

    @Test
    void aFillOpensItsAuditTrail(TradingPlatform platform) {
        try (var screen = Screen.open(platform, 1440, 900)) {
            screen.find("audit-open").first().click();
            await("the trail")
                    .atMost(BOUND)
                    .until(() ->
                            screen.attributes("audit-step", "data-kind")
                                    .containsAll(List.of("FILL", "ORDER", "VERDICT", "SIGNAL")));
            screen.screenshot("desktop-audit");
        }
    }

    @Test
    void aPhoneShowsTheSame(TradingPlatform platform) {
        try (var screen = Screen.open(platform, 390, 844)) {
            awaitMode(screen);
            screen.find("price-BTC/USDT").waitFor();
            screen.find("engine-EMERGENCY_STOP").scrollIntoViewIfNeeded();
            assertThat(screen.scrollsSideways()).isFalse();
            screen.screenshot("phone");
        }
    }

    /** Shown as soon as the page has loaded what the executor said. */
    private static void awaitMode(Screen screen) {
        await("the page says that this is simulated")
                .atMost(BOUND)
                .until(() -> screen.text("mode").equals("SIMULATED"));
    }

    private static void awaitShown(Screen screen, String state) {
        await("the page shows " + state)
                .atMost(BOUND)
                .until(() ->
                        screen.attributes("engine-state", "data-state").getFirst().equals(state));
    }

    private static List<String> ids(Tables tables, String table, int newest) {
        return tables
                .rows("select id from %s order by seq desc limit %d".formatted(table, newest))
                .stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private static BigDecimal shown(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    private static BigDecimal cents(Tables tables, String sql) {
        var value = String.valueOf(tables.rows(sql).getFirst().values().iterator().next());
        return new BigDecimal(value).setScale(2, java.math.RoundingMode.HALF_EVEN);
    }
}

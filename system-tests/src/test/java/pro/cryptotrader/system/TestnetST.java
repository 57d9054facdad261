package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.runner.Component;
import pro.cryptotrader.runner.LocalPlatform;
import pro.cryptotrader.runner.Market;
import pro.cryptotrader.runner.Settings;

/**
 * A venue that is not ours, with keys of its own: what {@code --venue testnet} does. Another
 * platform's venue plays Binance's.
 */
@Order(8)
@ExtendWith(NothingElseRuns.class)
class TestnetST {
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Test
    void tradesWithGivenKeysAfterAPersonHasStartedIt() throws InterruptedException {
        var elsewhere =
                Settings.forTests(TradingPlatform.HOME, TradingPlatform.emptyFolder("elsewhere"))
                        .only(Component.SIMULATOR)
                        .withMarket(new Market.Generated(11), 60);
        try (var other = LocalPlatform.start(elsewhere);
                var platform = at(other.url(Component.SIMULATOR))) {
            assertThat(platform.processes().settings().components())
                    .doesNotContain(Component.SIMULATOR);
            assertThat(platform.operator().engine().path("state").asText()).isEqualTo("STOPPED");

            platform.operator().tradeOften("BTC/USDT", "ETH/USDT");
            platform.operator().ensureRunning();
            platform.awaitTrades(0);

            try (var screen = Screen.open(platform, 1440, 900)) {
                await("the screen says where it trades")
                        .atMost(BOUND)
                        .until(() -> screen.text("mode").equals("TESTNET"));
                screen.screenshot("testnet");
            }
            platform.operator().commandUntil("STOP", true, "STOPPED");
            platform.awaitAgreement();
        }
    }

    private static TradingPlatform at(URI venue) throws InterruptedException {
        var keys = new VenueClient(venue).open(Operator.ACCOUNT, "10000");
        var stream = venue.toString().replaceFirst("^http", "ws");
        return TradingPlatform.startAt(
                venue,
                "testnet",
                settings ->
                        settings.withMarket(
                                        new Market.Exchange(Market.Site.TESTNET, Operator.ACCOUNT),
                                        1)
                                .withEnvironment(
                                        Map.of(
                                                "MARKET_REST_URL", venue.toString(),
                                                "MARKET_STREAM_URL", stream,
                                                "VENUE_REST_URL", venue.toString(),
                                                "VENUE_WS_API_URL", stream + "/ws-api/v3",
                                                "VENUE_API_KEY", keys.path("apiKey").asText(),
                                                "VENUE_SECRET_KEY",
                                                        keys.path("secretKey").asText())));
    }
}

package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.runner.Component;
import pro.cryptotrader.runner.LocalPlatform;
import pro.cryptotrader.runner.Market;
import pro.cryptotrader.runner.Settings;

/**
 * Live prices of another venue, traded on paper: what {@code --market binance} does. Another
 * simulated venue plays Binance, at 60 times real speed.
 */
@Order(7)
@ExtendWith(NothingElseRuns.class)
class PaperST {
    private static final int LEAST_CANDLES = 5;
    private static final Duration BOUND = Duration.ofMinutes(3);

    @Test
    void anotherVenuesPricesAreTradedOnPaper() throws InterruptedException {
        var binance =
                Settings.forTests(TradingPlatform.HOME, TradingPlatform.emptyFolder("binance"))
                        .only(Component.SIMULATOR)
                        .withMarket(new Market.Generated(7), 60);
        try (var upstream = LocalPlatform.start(binance);
                var platform = paper(upstream.url(Component.SIMULATOR))) {
            var venue = new VenueClient(upstream.url(Component.SIMULATOR));

            await("a purchase on paper")
                    .atMost(BOUND)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() ->
                            platform.book().trades().stream()
                                    .anyMatch(each -> each.side().equals("BUY")));
            await("live candles")
                    .atMost(BOUND)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> liveMinutes(platform).size() >= LEAST_CANDLES);

            // What has closed here has closed there before it is asked.
            var heard = liveMinutes(platform);
            assertThat(venue.minutes("BTCUSDT")).containsAllEntriesOf(heard);
            platform.operator().commandUntil("STOP", true, "STOPPED");
            platform.awaitAgreement();
        }
    }

    private static TradingPlatform paper(URI upstream) throws InterruptedException {
        var stream = upstream.toString().replaceFirst("^http", "ws");
        return TradingPlatform.start(
                "paper",
                settings ->
                        settings.withMarket(new Market.Binance(), 1)
                                .withEnvironment(
                                        Map.of(
                                                "SIM_UPSTREAM_REST_URL",
                                                upstream.toString(),
                                                "SIM_UPSTREAM_STREAM_URL",
                                                stream,
                                                "MARKET_REST_URL",
                                                upstream.toString(),
                                                "MARKET_STREAM_URL",
                                                stream)));
    }

    /** BTC/USDT as the market monitor heard it live: close by open time. */
    private static Map<Long, String> liveMinutes(TradingPlatform platform) {
        var closes = new TreeMap<Long, String>();
        try (var tape = platform.tape(Topic.MARKET_CANDLES)) {
            for (var event : tape.eventsOf(CandleClosed.class)) {
                var candle = event.data().candle();
                if (!event.data().history()
                        && candle.interval() == Interval.M1
                        && candle.symbol().toString().equals("BTC/USDT")) {
                    closes.put(
                            candle.openTime().toEpochMilli(),
                            candle.close().value().stripTrailingZeros().toPlainString());
                }
            }
        }
        return closes;
    }
}

package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pro.cryptotrader.contracts.event.CandleClosed;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.runner.Market;

/** A day of recorded candles through the whole system: its books are the venue's to the satoshi. */
@Order(6)
@ExtendWith(NothingElseRuns.class)
class ReplayST {
    private static final Logger LOG = Logger.getLogger(ReplayST.class.getName());
    private static final List<String> FILES =
            List.of(
                    "candles/BTCUSDT-1m-2024-07-27_2024-08-24.csv.gz",
                    "candles/ETHUSDT-1m-2024-07-27_2024-08-24.csv.gz");

    /** The day on which prices fell by a fifth and came back. */
    private static final Instant DAY = Instant.parse("2024-08-05T00:00:00Z");

    private static final int LEAST_TRADES = 5;

    @Test
    void aRecordedDayTradesAndTheBooksAreTheVenues() throws InterruptedException {
        var files = recordedCandles();
        try (var platform =
                TradingPlatform.start(
                        "replay",
                        settings ->
                                settings.withMarket(new Market.Replay(files), 300)
                                        .withEnvironment(
                                                Map.of("SIM_REPLAY_FROM", DAY.toString())))) {
            var operator = platform.operator();
            operator.tradeOften("BTC/USDT", "ETH/USDT");
            operator.ensureRunning();

            var dayAfter = platform.venue().time().plus(Duration.ofDays(1));
            await("a market day has passed")
                    .atMost(Duration.ofMinutes(7))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> platform.venue().time().isAfter(dayAfter));
            operator.commandUntil("STOP", true, "STOPPED");

            platform.awaitAgreement();
            var trades = platform.book().trades();
            LOG.info(() -> "trades of the day: " + trades.size());
            assertThat(trades).hasSizeGreaterThanOrEqualTo(LEAST_TRADES);
            assertWholeDay(platform);
        }
    }

    /** Every minute of the day was seen live, of both symbols. */
    private static void assertWholeDay(TradingPlatform platform) {
        try (var tape = platform.tape(Topic.MARKET_CANDLES)) {
            var minutes =
                    tape.eventsOf(CandleClosed.class).stream()
                            .filter(candle ->
                                    !candle.data().history()
                                            && candle.data().candle().interval() == Interval.M1)
                            .toList();
            for (var base : List.of("BTC", "ETH")) {
                assertThat(minutes)
                        .filteredOn(each -> each.data().symbol().base().code().equals(base))
                        .as("live minutes of " + base)
                        .hasSizeGreaterThanOrEqualTo(24 * 60);
            }
        }
    }

    /** The files of both symbols; the test is skipped where there are none. */
    static List<Path> recordedCandles() {
        var folders = new ArrayList<String>();
        var named = System.getenv("MARKET_DATA");
        if (named == null) {
            // Beside the project, whether it is a checkout of its own or a work tree of one.
            folders.addAll(List.of("../../shared/market-data", "../../../shared/market-data"));
        } else {
            folders.add(named);
        }
        return folders.stream()
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .map(folder -> FILES.stream().map(folder::resolve).toList())
                .filter(files -> files.stream().allMatch(Files::isReadable))
                .findFirst()
                .orElseGet(() -> {
                    LOG.warning(
                            ("THE REPLAY OF RECORDED CANDLES IS NOT RUN: %s are not in %s; set"
                                            + " MARKET_DATA to a folder that has them.")
                                    .formatted(FILES, folders));
                    return Assumptions.abort("no recorded candles");
                });
    }
}

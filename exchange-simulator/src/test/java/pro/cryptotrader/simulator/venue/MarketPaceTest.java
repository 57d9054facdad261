package pro.cryptotrader.simulator.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.simulator.market.Candle;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.market.RecordedFile;
import pro.cryptotrader.simulator.market.Recording;
import pro.cryptotrader.simulator.market.ReplayTape;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.matching.Commission;
import pro.cryptotrader.simulator.matching.Engine;
import pro.cryptotrader.simulator.matching.Rules;
import pro.cryptotrader.simulator.store.CandleFile;

/** However fast market time passes, a recorded week is the same trades and the same candles. */
class MarketPaceTest {
    private static final Path DATA =
            Optional.ofNullable(System.getenv("MARKET_DATA"))
                    .map(Path::of)
                    .orElse(Path.of("..", "..", "shared", "market-data"));
    private static final int WEEK = 7 * 1440;

    @TempDir private Path folder;

    @Test
    void aRecordedWeekIsTheSameAtAnySpeedAndItsCandlesAreTheRecordedOnes() throws IOException {
        var recorded = DATA.resolve("candles/BTCUSDT-1m-2023-09.csv.gz");
        assumeTrue(Files.exists(recorded), "MARKET_DATA names no folder with recorded candles");
        var rows = new ArrayList<String>();
        try (var all = RecordedFile.of(recorded).rows()) {
            while (rows.size() < WEEK) {
                rows.add(String.join(",", all.next()));
            }
        }
        var file = folder.resolve("BTCUSDT-1m-week.csv");
        Files.write(file, rows);

        // A tick is 10 ms of wall time at 300 and at 60 times its speed; a paused process skips.
        var fast = play(file, "fast", time -> time + 3_000);
        var usual = play(file, "usual", time -> time + 600);
        var jerky = play(file, "jerky", time -> time + 1 + Math.floorMod(time * 7_919, 75_000));

        assertThat(usual.trades).isEqualTo(fast.trades).hasSizeGreaterThan(WEEK * 18);
        assertThat(jerky.trades).isEqualTo(fast.trades);
        assertThat(usual.closed).isEqualTo(fast.closed);
        assertThat(jerky.closed).isEqualTo(fast.closed);
        assertThat(fast.closed)
                .containsExactlyElementsOf(
                        rows.stream()
                                .map(row ->
                                        String.join(",", List.of(row.split(",", -1)).subList(0, 6)))
                                .toList());
    }

    private Heard play(Path file, String name, LongUnaryOperator next) {
        var recording = Recording.of("BTCUSDT", List.of(RecordedFile.of(file)));
        var engine =
                new Engine(List.of(recording.listing().instrument()), Rules.of(Commission.flat(0)));
        try (var candles = new CandleFile(folder.resolve(name))) {
            var start = recording.first();
            var ticker = new Ticker(candles, new TradeLog("BTCUSDT", 0), 0, start);
            var heard = new Heard(engine);
            var tape = new ReplayTape(List.of(recording), 42, start);
            var market = new Market(tape, engine, Map.of("BTCUSDT", ticker), heard);
            for (var time = start; !market.finished(); time = next.applyAsLong(time)) {
                market.play(time);
            }
            return heard;
        }
    }

    private static final class Heard implements Market.Listener {
        private final Engine engine;
        private final List<MarketTrade> trades = new ArrayList<>();
        private final List<String> closed = new ArrayList<>();

        Heard(Engine engine) {
            this.engine = engine;
        }

        @Override
        public boolean open(String symbol) {
            return true;
        }

        @Override
        public void traded(MarketTrade trade) {
            trades.add(trade);
            engine.trade(
                    trade.symbol(),
                    trade.price(),
                    trade.quantity(),
                    trade.buyerMaker(),
                    trade.time());
        }

        @Override
        public void closed(String symbol, Interval interval, Candle candle, long end) {
            if (interval == Interval.M1) {
                closed.add(
                        "%d,%s,%s,%s,%s,%s"
                                .formatted(
                                        candle.openTime(),
                                        Amounts.text(candle.open()),
                                        Amounts.text(candle.high()),
                                        Amounts.text(candle.low()),
                                        Amounts.text(candle.close()),
                                        Amounts.text(candle.volume())));
            }
        }

        @Override
        public void minuteEnded(long nextMinute) {
            // Nothing is kept.
        }
    }
}

package pro.cryptotrader.backtester.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pro.cryptotrader.backtester.Walk;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.contracts.value.Symbol;

/** A candle leaves open what happened first; trades do not. Prices are in cents. */
class TradeExchangeTest {
    private static final Symbol BTC = Symbol.of("BTC/USDT");
    private static final FillSettings BARE =
            new FillSettings(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    new BigDecimal("0.1"),
                    new BigDecimal("0.1"),
                    FillSettings.FeeAsset.RECEIVED,
                    BigDecimal.TEN,
                    Duration.ZERO,
                    EnumSet.noneOf(Assumption.class));

    @TempDir Path folder;

    @Test
    void aTargetThatCameBeforeTheStopIsBelieved() throws IOException {
        var path = trades("1,100", "10,102.5", "20,98");

        assertThat(held(new VenueBench(BARE, path)).walks())
                .containsExactly(
                        "TAKE_PROFIT FILLED 1.998 at 102, fee 0.203796 USDT",
                        "STOP_LOSS EXPIRED 0");
        assertThat(held(new VenueBench(BARE)).walks())
                .first()
                .asString()
                .startsWith("STOP_LOSS FILLED");
    }

    @Test
    void aStopSellsAtTheFirstPriceThatReachedIt() throws IOException {
        var path = trades("1,100", "10,99.2", "11,98.7", "20,98", "30,102.5");

        assertThat(held(new VenueBench(BARE, path)).walks())
                .first()
                .asString()
                .isEqualTo("STOP_LOSS FILLED 1.998 at 98.7, fee 0.1972026 USDT");
    }

    @Test
    void aCandleWithoutRecordedTradesIsWalkedAsACandle() throws IOException {
        var bench = held(new VenueBench(BARE, trades("1,100", "10,101")));

        assertThat(bench.walks()).isEmpty();
        assertThat(bench.next(101_00, 103_00, 100_00, 101_00))
                .first()
                .asString()
                .startsWith("TAKE_PROFIT FILLED");
    }

    @Test
    void filesAreReadInOrderOfTimeAndMayNotOverlap() throws IOException {
        var late = file("b", 10, "20,98");
        var early = file("a", 1, "1,100", "10,101");

        try (var trades = RecordedTrades.of(List.of(late, early))) {
            var ids = new StringBuilder();
            for (var next = trades.peek(); next != null; next = trades.peek()) {
                ids.append(next.id()).append(' ');
                trades.skip();
            }
            assertThat(ids).hasToString("1 2 10 ");
        }
        var again = file("c", 2, "15,98");
        try (var trades = RecordedTrades.of(List.of(early, again))) {
            trades.peek();
            trades.skip();
            trades.peek();
            trades.skip();
            assertThatThrownBy(trades::peek).hasMessageContaining("trade 2 does not come after");
        }
    }

    /** A candle that falls over both prices, with a purchase at its open. */
    private static VenueBench held(VenueBench bench) {
        var open = bench.candle(100_00, 102_50, 98_00, 98_00);
        assertThat(open.buys("2", "100.20", "99", "102"))
                .containsExactly("ENTRY FILLED 2 at 100, fee 0.002 BTC");
        return open;
    }

    private Map<Symbol, RecordedTrades> trades(String... secondsAndPrices) throws IOException {
        return Map.of(BTC, RecordedTrades.of(List.of(file("all", 1, secondsAndPrices))));
    }

    private Path file(String name, long firstId, String... secondsAndPrices) throws IOException {
        var text = new StringBuilder();
        long id = firstId;
        for (var each : secondsAndPrices) {
            var parts = List.of(each.split(",", -1));
            long time = Walk.START.plusSeconds(Long.parseLong(parts.getFirst())).toEpochMilli();
            text.append("%d,%s,1,1,%d,True,True%n".formatted(id++, parts.getLast(), time));
        }
        return Files.writeString(folder.resolve("BTCUSDT-trades-" + name + ".csv"), text);
    }
}

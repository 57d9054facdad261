package pro.cryptotrader.backtester.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pro.cryptotrader.backtester.store.SomeCandles.BTC;
import static pro.cryptotrader.backtester.store.SomeCandles.START;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

class CandleStoreTest {
    @TempDir private Path folder;
    private CandleStore store;

    @BeforeEach
    void openStore() {
        store = new CandleStore(folder);
    }

    private void append(List<Candle> candles) throws IOException {
        try (var out = store.append(BTC, Interval.M1)) {
            for (var candle : candles) {
                out.append(candle);
            }
        }
    }

    private List<Candle> stored() throws IOException {
        return stored(Instant.EPOCH, Instant.MAX);
    }

    private List<Candle> stored(Instant from, Instant to) throws IOException {
        var all = new ArrayList<Candle>();
        try (var candles = store.open(BTC, Interval.M1).candles(from, to)) {
            candles.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void whatWasWrittenIsReadToTheLastDigit() throws IOException {
        var candles = SomeCandles.of(5_000, 1);
        append(candles.subList(0, 3_333));
        append(candles.subList(3_333, 5_000));
        assertThat(stored()).isEqualTo(candles);
        assertThat(store.open(BTC, Interval.M1).first()).isEqualTo(START);
        assertThat(store.open(BTC, Interval.M1).size()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_024, 4_000})
    void blocksOfAnySizeHoldTheSameNumbers(int capacity) throws IOException {
        var candles = SomeCandles.of(3_000, 2);
        append(candles);
        var source = store.open(BTC, Interval.M1);
        double price = Math.pow(10, source.priceDecimals());
        double volume = Math.pow(10, source.volumeDecimals());
        var block = new CandleBlock(capacity);
        int next = 0;
        try (var reader = source.read(Instant.EPOCH, Instant.MAX)) {
            while (reader.read(block)) {
                for (int i = 0; i < block.size(); i++, next++) {
                    var candle = candles.get(next);
                    assertThat(block.openTime(i)).isEqualTo(candle.openTime().toEpochMilli());
                    assertThat(block.high(i) / price)
                            .isEqualTo(candle.high().value().doubleValue());
                    assertThat(block.quoteVolume(i) / volume)
                            .isEqualTo(candle.quoteVolume().doubleValue());
                    assertThat(block.trades(i)).isEqualTo(candle.trades());
                }
            }
        }
        assertThat(next).isEqualTo(candles.size());
        assertThat(block.size()).isZero();
    }

    @Test
    void aStretchIsFromItsStartInclusiveToItsEndExclusive() throws IOException {
        var candles = SomeCandles.of(3_000, 3);
        append(candles);
        for (int[] range : new int[][] {{0, 1}, {1_023, 1_025}, {17, 2_999}, {2_999, 3_000}}) {
            var from = candles.get(range[0]).openTime();
            var to = candles.get(range[1] - 1).openTime().plusMillis(1);
            assertThat(stored(from, to)).isEqualTo(candles.subList(range[0], range[1]));
            assertThat(stored(from.minusSeconds(1), to))
                    .isEqualTo(candles.subList(range[0], range[1]));
        }
        assertThat(stored(START.minusSeconds(99), START)).isEmpty();
    }

    @Test
    void aBlockThatWasCutOffIsForgottenAndWrittenOver() throws IOException {
        var candles = SomeCandles.of(2_500, 4);
        append(candles);
        var file = folder.resolve("BTC-USDT/1m.candles");
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        assertThat(stored()).isEqualTo(candles.subList(0, 2_048));
        append(candles.subList(2_048, 2_500));
        assertThat(stored()).isEqualTo(candles);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aFlippedBitIsSeen() throws IOException {
        append(SomeCandles.of(2_500, 5));
        var file = folder.resolve("BTC-USDT/1m.candles");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(this::stored)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("1m.candles is damaged at byte");
    }

    @Test
    void candlesAreMergedWhereTheyBelong() throws IOException {
        var candles = SomeCandles.of(2_000, 6);
        var other = SomeCandles.of(2_000, 7);
        var late = new ArrayList<Candle>();
        var early = new ArrayList<Candle>();
        var expected = new ArrayList<Candle>();
        for (int i = 0; i < candles.size(); i++) {
            boolean replaced = i % 5 == 0;
            var candle = replaced ? at(candles.get(i).openTime(), other.get(i)) : candles.get(i);
            expected.add(candle);
            if (i % 3 != 0) {
                early.add(candles.get(i));
            }
            if (i % 3 == 0 || replaced) {
                late.add(candle);
            }
        }
        append(early);
        store.merge(late);
        assertThat(stored()).isEqualTo(expected);
    }

    private static Candle at(Instant time, Candle candle) {
        return new Candle(
                candle.symbol(),
                candle.interval(),
                time,
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                candle.quoteVolume(),
                candle.trades());
    }

    @Test
    void theEndOnlyGrows() throws IOException {
        var candles = SomeCandles.of(10, 8);
        append(candles);
        assertThatThrownBy(() -> append(candles.subList(9, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wants a later candle");
    }

    @Test
    void askingForWhatIsNotThereSaysWhatIs() throws IOException {
        append(SomeCandles.of(10, 9));
        assertThatThrownBy(() -> store.open(Symbol.of("ETH/USDT"), Interval.M5))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no 5m candles of ETH/USDT; it has BTC/USDT 1m");
    }

    /** A coin of tiny price: volumes of 10^13 and quote volumes with eight decimals. */
    @Test
    void volumesTooLargeForTheirDecimalsLoseTheLastOnesOfTheQuoteVolume() throws IOException {
        var candle =
                SomeCandles.candle(START, "0.00000123", "98765432109876", "121481481.49514748");
        append(List.of(candle));
        var source = store.open(BTC, Interval.M1);
        assertThat(source.volumeDecimals()).isEqualTo(4);
        var block = new CandleBlock(1);
        try (var reader = source.read(Instant.EPOCH, Instant.MAX)) {
            reader.read(block);
        }
        assertThat(block.volume(0)).isEqualTo(987654321098760000L);
        assertThat(block.quoteVolume(0)).isEqualTo(1214814814951L);
        assertThat(stored()).containsExactly(candle);
    }

    @Test
    void gapsOfAnyLengthAreKept() throws IOException {
        var candles = new ArrayList<Candle>();
        var time = START;
        for (int i = 0; i < 2_100; i++) {
            candles.add(SomeCandles.candle(time, "1.5", "2", "3"));
            time = time.plus(Duration.ofMinutes(1 + i % 4 * 1_000L));
        }
        append(candles);
        assertThat(stored()).isEqualTo(candles);
    }
}

package pro.cryptotrader.backtester.store;

import java.math.BigDecimal;
import java.time.Instant;
import pro.cryptotrader.backtester.data.CandleBlock;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Price;
import pro.cryptotrader.contracts.value.Symbol;

/** The columns of one block, used again for the next. */
final class CandleDecoder {
    private static final long[] POWERS = powersOfTen();

    private final long step;
    private CandleBlockHeader header = new CandleBlockHeader(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private long[] openTimes = new long[CandleBlock.USUAL_CAPACITY];
    private long[] opens = new long[CandleBlock.USUAL_CAPACITY];
    private long[] highs = new long[CandleBlock.USUAL_CAPACITY];
    private long[] lows = new long[CandleBlock.USUAL_CAPACITY];
    private long[] closes = new long[CandleBlock.USUAL_CAPACITY];
    private long[] volumes = new long[CandleBlock.USUAL_CAPACITY];
    private long[] quoteVolumes = new long[CandleBlock.USUAL_CAPACITY];
    private long[] trades = new long[CandleBlock.USUAL_CAPACITY];

    CandleDecoder(Interval interval) {
        this.step = interval.duration().toMillis();
    }

    private static long[] powersOfTen() {
        var powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    int count() {
        return header.count();
    }

    long openTime(int index) {
        return openTimes[index];
    }

    /** Reads a payload, which is known to be intact. */
    void decode(CandleBlockHeader block, byte[] payload) {
        header = block;
        int count = block.count();
        ensureRoom(count);
        int at = readTimes(payload, count);
        at = Varints.read(payload, at, opens, count);
        at = Varints.read(payload, at, closes, count);
        at = Varints.read(payload, at, highs, count);
        at = Varints.read(payload, at, lows, count);
        at = Varints.read(payload, at, volumes, count);
        at = Varints.read(payload, at, quoteVolumes, count);
        Varints.read(payload, at, trades, count);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long open = before + Varints.signed(opens[i]);
            long close = open + Varints.signed(closes[i]);
            opens[i] = open;
            closes[i] = close;
            highs[i] += Math.max(open, close);
            lows[i] = Math.min(open, close) - lows[i];
            before = close;
        }
    }

    private int readTimes(byte[] payload, int count) {
        int at = Varints.read(payload, 0, trades, 1);
        int gaps = (int) trades[0];
        at = Varints.read(payload, at, volumes, 2 * gaps);
        long time = header.firstOpen();
        int gap = 0;
        long untilGap = gaps == 0 ? Long.MAX_VALUE : volumes[0];
        for (int i = 0; i < count; i++, time += step) {
            if (i == untilGap) {
                time += volumes[2 * gap + 1] * step;
                gap++;
                untilGap = gap == gaps ? Long.MAX_VALUE : i + volumes[2 * gap];
            }
            openTimes[i] = time;
        }
        return at;
    }

    private void ensureRoom(int count) {
        // A block of nothing but gaps has two numbers for each of its candles.
        if (volumes.length < 2 * count) {
            openTimes = new long[count];
            opens = new long[count];
            highs = new long[count];
            lows = new long[count];
            closes = new long[count];
            volumes = new long[2 * count];
            quoteVolumes = new long[count];
            trades = new long[count];
        }
    }

    /** Adds the candles {@code start..end-1} to {@code block} with the decimals asked for. */
    void copy(CandleBlock block, int start, int end, int priceDecimals, int volumeDecimals) {
        long price = POWERS[priceDecimals - header.priceDecimals()];
        int volumeShift = volumeDecimals - header.volumeDecimals();
        int quoteShift = volumeDecimals - header.quoteDecimals();
        for (int i = start; i < end; i++) {
            block.add(
                    openTimes[i],
                    opens[i] * price,
                    highs[i] * price,
                    lows[i] * price,
                    closes[i] * price,
                    shifted(volumes[i], volumeShift),
                    shifted(quoteVolumes[i], quoteShift),
                    trades[i]);
        }
    }

    /** Times ten to the {@code shift}; digits that fall off are rounded half up. */
    private static long shifted(long value, int shift) {
        if (shift >= 0) {
            return value * POWERS[shift];
        }
        long unit = POWERS[-shift];
        return value / unit + (value % unit * 2 >= unit ? 1 : 0);
    }

    /** One candle, exactly as it was written. */
    Candle candle(Symbol symbol, Interval interval, int index) {
        return new Candle(
                symbol,
                interval,
                Instant.ofEpochMilli(openTimes[index]),
                price(opens[index]),
                price(highs[index]),
                price(lows[index]),
                price(closes[index]),
                BigDecimal.valueOf(volumes[index], header.volumeDecimals()),
                BigDecimal.valueOf(quoteVolumes[index], header.quoteDecimals()),
                trades[index]);
    }

    private Price price(long scaled) {
        return new Price(BigDecimal.valueOf(scaled, header.priceDecimals()));
    }
}

package pro.cryptotrader.backtester.store;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import pro.cryptotrader.contracts.value.Candle;

/**
 * Turns candles into a block: each column by itself, prices as their distance from a neighbour, all
 * numbers as multiples of the block's own unit.
 */
final class CandleEncoder {
    private CandleEncoder() {}

    /** Header and payload. */
    static byte[] encode(List<Candle> candles) {
        int priceDecimals =
                Math.max(
                        Math.max(
                                decimals(candles, each -> each.open().value()),
                                decimals(candles, each -> each.high().value())),
                        Math.max(
                                decimals(candles, each -> each.low().value()),
                                decimals(candles, each -> each.close().value())));
        int volumeDecimals = decimals(candles, Candle::volume);
        int quoteDecimals = decimals(candles, Candle::quoteVolume);
        var out = new ByteArrayOutputStream(24 * candles.size());
        writeGaps(out, candles);
        writePrices(out, candles, priceDecimals);
        candles.forEach(each -> Varints.write(out, scaled(each.volume(), volumeDecimals)));
        candles.forEach(each -> Varints.write(out, scaled(each.quoteVolume(), quoteDecimals)));
        candles.forEach(each -> Varints.write(out, each.trades()));
        var payload = out.toByteArray();
        var header =
                new CandleBlockHeader(
                        payload.length,
                        candles.size(),
                        candles.getFirst().openTime().toEpochMilli(),
                        candles.getLast().openTime().toEpochMilli(),
                        priceDecimals,
                        volumeDecimals,
                        quoteDecimals,
                        Math.max(
                                digits(candles, Candle::volume),
                                digits(candles, Candle::quoteVolume)),
                        0);
        var block = new ByteArrayOutputStream(CandleBlockHeader.LENGTH + payload.length);
        block.writeBytes(header.bytes(payload));
        block.writeBytes(payload);
        return block.toByteArray();
    }

    private static void writeGaps(ByteArrayOutputStream out, List<Candle> candles) {
        long step = candles.getFirst().interval().duration().toMillis();
        var gaps = new ByteArrayOutputStream();
        int count = 0;
        int before = 0;
        for (int i = 1; i < candles.size(); i++) {
            long distance =
                    candles.get(i).openTime().toEpochMilli()
                            - candles.get(i - 1).openTime().toEpochMilli();
            if (distance != step) {
                Varints.write(gaps, i - before);
                Varints.write(gaps, distance / step - 1);
                before = i;
                count++;
            }
        }
        Varints.write(out, count);
        out.writeBytes(gaps.toByteArray());
    }

    private static void writePrices(ByteArrayOutputStream out, List<Candle> candles, int decimals) {
        var closes = new ByteArrayOutputStream();
        var highs = new ByteArrayOutputStream();
        var lows = new ByteArrayOutputStream();
        long before = 0;
        for (var candle : candles) {
            long open = scaled(candle.open().value(), decimals);
            long close = scaled(candle.close().value(), decimals);
            Varints.writeSigned(out, open - before);
            Varints.writeSigned(closes, close - open);
            Varints.write(highs, scaled(candle.high().value(), decimals) - Math.max(open, close));
            Varints.write(lows, Math.min(open, close) - scaled(candle.low().value(), decimals));
            before = close;
        }
        out.writeBytes(closes.toByteArray());
        out.writeBytes(highs.toByteArray());
        out.writeBytes(lows.toByteArray());
    }

    private static int decimals(List<Candle> candles, Function<Candle, BigDecimal> column) {
        return candles.stream().mapToInt(each -> column.apply(each).scale()).max().orElse(0);
    }

    private static int digits(List<Candle> candles, Function<Candle, BigDecimal> column) {
        return candles.stream()
                .map(column)
                .mapToInt(value -> value.precision() - value.scale())
                .max()
                .orElse(0);
    }

    private static long scaled(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).longValueExact();
    }
}

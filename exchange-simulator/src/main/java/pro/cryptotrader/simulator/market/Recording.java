package pro.cryptotrader.simulator.market;

import java.util.Comparator;
import java.util.List;
import pro.cryptotrader.simulator.matching.Amounts;

/**
 * Everything recorded of one symbol.
 *
 * @param files oldest first, all candles or all trades
 * @param interval length of a candle in milliseconds, a minute for trades
 * @param first when it begins, milliseconds
 * @param last when its last row happened or opened
 */
public record Recording(
        String symbol,
        List<RecordedFile> files,
        long interval,
        long first,
        long last,
        Listing listing) {
    /** Reads all files of one symbol once. */
    public static Recording of(String symbol, List<RecordedFile> unsorted) {
        var kinds = unsorted.stream().map(RecordedFile::kind).distinct().toList();
        if (kinds.size() > 1) {
            throw new IllegalArgumentException(
                    "%s is recorded as %s: replay it from one kind of file"
                            .formatted(symbol, kinds));
        }
        var files =
                unsorted.stream().sorted(Comparator.comparingLong(Recording::firstTime)).toList();
        var scan = new Scan();
        files.forEach(scan::read);
        var listing =
                Listing.recorded(
                        symbol, scan.priceDecimals, scan.quantityDecimals, scan.firstPrice);
        return new Recording(symbol, files, scan.interval, scan.first, scan.last, listing);
    }

    /** The same recording under other rules. */
    public Recording with(Listing other) {
        return new Recording(symbol, files, interval, first, last, other);
    }

    /** A row of a candle file. */
    public static Candle candle(String[] row) {
        return new Candle(
                RecordedFile.millis(row[0]),
                Amounts.parse(row[1]),
                Amounts.parse(row[2]),
                Amounts.parse(row[3]),
                Amounts.parse(row[4]),
                Amounts.parse(row[5]),
                Amounts.parse(row[7]),
                Long.parseLong(row[8]),
                Amounts.parse(row[9]),
                Amounts.parse(row[10]));
    }

    private static long firstTime(RecordedFile file) {
        try (var rows = file.rows()) {
            return file.time(rows.next());
        }
    }

    private static final class Scan {
        private long interval = Interval.MINUTE;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long firstPrice;
        private int priceDecimals;
        private int quantityDecimals;

        void read(RecordedFile file) {
            try (var rows = file.rows()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    var time = time(file, row);
                    if (first == Long.MAX_VALUE) {
                        first = time;
                        firstPrice = Amounts.parse(file.price(row));
                        if (file.kind() == RecordedFile.Kind.CANDLES) {
                            interval = RecordedFile.millis(row[6]) + 1 - time;
                        }
                    }
                    last = time;
                    priceDecimals = Math.max(priceDecimals, decimals(file.price(row)));
                    if (file.kind() != RecordedFile.Kind.CANDLES) {
                        quantityDecimals = Math.max(quantityDecimals, decimals(row[2]));
                    } else {
                        quantityDecimals = Math.max(quantityDecimals, decimals(row[5]));
                    }
                }
            }
        }

        private long time(RecordedFile file, String[] row) {
            var time = file.time(row);
            if (time < last) {
                throw new IllegalArgumentException(
                        "%s goes back in time from %d to %d".formatted(file.path(), last, time));
            }
            return time;
        }

        private static int decimals(String number) {
            var point = number.indexOf('.');
            var end = number.length();
            while (point >= 0 && end > point + 1 && number.charAt(end - 1) == '0') {
                end--;
            }
            return point < 0 ? 0 : end - point - 1;
        }
    }
}

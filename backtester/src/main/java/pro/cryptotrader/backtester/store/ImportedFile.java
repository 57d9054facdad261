package pro.cryptotrader.backtester.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of one file.
 *
 * @param rows lines read, headings left out
 * @param added candles that were not there before
 * @param unchanged candles that were there already and equal
 * @param replaced candles that were there and different
 * @param refused lines that are no candle or trade, or come twice or too late
 * @param problems the first of the refused ones, with their line numbers
 */
public record ImportedFile(
        Path file,
        long rows,
        long added,
        long unchanged,
        long replaced,
        long refused,
        List<String> problems) {
    static final int MOST_LISTED = 20;

    public ImportedFile {
        problems = List.copyOf(problems);
    }

    static ImportedFile leftOut(Path file, String why) {
        return new ImportedFile(file, 0, 0, 0, 0, 1, List.of(why));
    }
}

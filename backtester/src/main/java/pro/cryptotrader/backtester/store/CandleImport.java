package pro.cryptotrader.backtester.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtester.data.TradesToCandles;
import pro.cryptotrader.backtester.data.VisionFile;
import pro.cryptotrader.backtester.data.VisionLines;
import pro.cryptotrader.backtester.data.VisionRow;
import pro.cryptotrader.contracts.value.Candle;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * Brings recorded files into a store: klines as they are, trades as candles. What is there already
 * and equal is left alone, what differs is replaced, so that an import can be repeated.
 *
 * @param symbol of files whose names do not say it; null to leave such files out
 * @param interval of candles in files whose names do not say it
 * @param tradeInterval of the candles that are made of trades
 */
public record CandleImport(
        CandleStore store,
        @Nullable Symbol symbol,
        @Nullable Interval interval,
        Interval tradeInterval) {

    /** Imports {@code path}, a file or a folder, and tells of each file when it is done. */
    public List<ImportedFile> run(Path path, Consumer<ImportedFile> progress) throws IOException {
        var done = new ArrayList<ImportedFile>();
        for (var file : VisionLines.files(path)) {
            var imported = runOne(file);
            progress.accept(imported);
            done.add(imported);
        }
        return done;
    }

    private ImportedFile runOne(Path file) throws IOException {
        var named = kindOf(file);
        if (named.isEmpty()) {
            return ImportedFile.leftOut(
                    file, "its name does not say symbol and interval; say them with options");
        }
        var kind = named.get();
        var candles = kind.interval();
        try (var sink =
                new ImportSink(
                        store, kind.symbol(), candles == null ? tradeInterval : candles, file)) {
            if (candles == null) {
                importTrades(file, kind.symbol(), sink);
            } else {
                VisionLines.read(
                        file,
                        (number, line) ->
                                sink.row(
                                        number,
                                        () ->
                                                sink.take(
                                                        VisionRow.candle(
                                                                kind.symbol(), candles, line))));
            }
            return sink.finish();
        }
    }

    private Optional<VisionFile> kindOf(Path file) {
        var name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        var said = VisionFile.of(name);
        if (symbol == null) {
            return said;
        }
        return said.isPresent()
                ? Optional.of(new VisionFile(symbol, said.get().interval()))
                : Optional.ofNullable(interval).map(each -> new VisionFile(symbol, each));
    }

    private void importTrades(Path file, Symbol traded, ImportSink sink) throws IOException {
        var made = new ArrayList<Candle>();
        var candles = new TradesToCandles(traded, tradeInterval, made::add);
        VisionLines.read(
                file,
                (number, line) -> {
                    sink.row(number, () -> candles.add(VisionRow.trade(line)));
                    sink.takeAll(made);
                });
        candles.end();
        sink.takeAll(made);
    }
}

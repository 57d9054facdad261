package pro.cryptotrader.backtester.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.store.CandleStore;

/** Where the candles are. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            defaultValue = "${env:CANDLE_STORE:-candles}",
            description = "Folder with candles. Default: $CANDLE_STORE, or ./candles.")
    private Path store = Path.of("candles");

    CandleStore store() {
        return new CandleStore(store);
    }
}

package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.store.CandleImport;
import pro.cryptotrader.backtester.store.ImportedFile;
import pro.cryptotrader.contracts.value.Interval;
import pro.cryptotrader.contracts.value.Symbol;

/** Files of Binance Vision into the store. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports Binance Vision klines, aggTrades and trades (zip, csv.gz, csv; stamps in"
                    + " milliseconds or microseconds).",
            "Trades become candles. Importing again changes nothing. Exit code 3 when lines were"
                    + " refused."
        })
final class DataImport implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StoreOption store = new StoreOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, or folders of files.")
    private List<Path> paths = List.of();

    @Option(names = "--symbol", description = "Symbol of files whose names do not say it.")
    private @Nullable Symbol symbol;

    @Option(names = "--interval", description = "Interval of files whose names do not say it.")
    private @Nullable Interval interval;

    @Option(
            names = "--trade-interval",
            defaultValue = "1m",
            description = "Interval of the candles that are made of trades. Default: 1m.")
    private Interval tradeInterval = Interval.M1;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var output = new Output(spec, json);
        var job = new CandleImport(store.store(), symbol, interval, tradeInterval);
        List<ImportedFile> files = new ArrayList<>();
        for (var path : paths) {
            files.addAll(job.run(path, file -> tell(output, file)));
        }
        output.document(files);
        return files.stream().allMatch(file -> file.refused() == 0) ? Output.OK : Output.FINDINGS;
    }

    private static void tell(Output output, ImportedFile file) {
        output.line(
                "%s: %,d lines, %,d candles added, %,d unchanged, %,d replaced, %,d lines refused"
                        .formatted(
                                file.file(),
                                file.rows(),
                                file.added(),
                                file.unchanged(),
                                file.replaced(),
                                file.refused()));
        file.problems().forEach(problem -> output.line("  " + problem));
    }
}

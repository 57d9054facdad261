package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.data.RecordedTrades;
import pro.cryptotrader.backtester.data.VisionFile;
import pro.cryptotrader.backtester.data.VisionLines;
import pro.cryptotrader.contracts.config.ConfigFile;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.contracts.value.Symbol;

/** Who takes part in a run, and what is known of the market beside its candles. */
final class PortfolioOptions {
    @Option(
            names = "--account",
            paramLabel = "NAME=FOLDER",
            description =
                    "An account with the configuration files in a folder; may be repeated. Each"
                            + " starts with --cash. Default: one account, main, with --config.")
    private Map<String, Path> accounts = new LinkedHashMap<>();

    @Option(
            names = "--trades",
            paramLabel = "PATH",
            description =
                    "Recorded trades or aggTrades (zip, csv.gz, csv) of traded symbols, or a folder of"
                            + " them: their candles are walked trade by trade. May be repeated.")
    private List<Path> trades = List.of();

    boolean isOfSeveral() {
        return !accounts.isEmpty();
    }

    /**
     * Each account's configuration files.
     *
     * @throws IOException naming a folder without any
     */
    Map<AccountId, List<Path>> configurations() throws IOException {
        var configurations = new TreeMap<AccountId, List<Path>>();
        for (var account : accounts.entrySet()) {
            var files = new ArrayList<Path>();
            for (var kind : List.of(ConfigFile.AUTO_TRADING, ConfigFile.RISK)) {
                var file = account.getValue().resolve(kind.fileName());
                if (Files.isReadable(file)) {
                    files.add(file);
                }
            }
            if (files.isEmpty()) {
                throw new IOException(
                        "%s has neither %s nor %s"
                                .formatted(
                                        account.getValue(),
                                        ConfigFile.AUTO_TRADING.fileName(),
                                        ConfigFile.RISK.fileName()));
            }
            configurations.put(new AccountId(account.getKey()), files);
        }
        return configurations;
    }

    /**
     * The recorded trades by symbol; the files are streamed, whoever gets them closes them.
     *
     * @throws IOException when a file cannot be read, or its name does not say its symbol
     */
    Map<Symbol, RecordedTrades> recordedTrades() throws IOException {
        var files = new TreeMap<Symbol, List<Path>>();
        for (var path : trades) {
            for (var file : VisionLines.files(path)) {
                var named =
                        VisionFile.of(file.getFileName().toString())
                                .filter(each -> each.interval() == null)
                                .orElseThrow(() ->
                                        new IOException(
                                                "%s is not named like trades, such as BTCUSDT-aggTrades-2024-01-02.zip"
                                                        .formatted(file)));
                files.computeIfAbsent(named.symbol(), _ -> new ArrayList<>()).add(file);
            }
        }
        var recorded = new TreeMap<Symbol, RecordedTrades>();
        for (var each : files.entrySet()) {
            recorded.put(each.getKey(), RecordedTrades.of(each.getValue()));
        }
        return recorded;
    }
}

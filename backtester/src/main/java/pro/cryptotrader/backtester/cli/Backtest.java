package pro.cryptotrader.backtester.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: {@code java -jar backtester.jar <command>}. */
@Command(
        name = "backtest",
        description = "Runs the platform's own decisions over recorded candles.",
        mixinStandardHelpOptions = true,
        version = "0.1.0")
public final class Backtest {
    private Backtest() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Backtest()).execute(arguments));
    }
}

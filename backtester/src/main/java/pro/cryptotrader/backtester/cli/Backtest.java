package pro.cryptotrader.backtester.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: {@code java -jar backtester.jar <command>}. */
@Command(
        name = "backtest",
        description = "Runs the platform's own decisions over recorded candles.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            DataCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            OptimiseCommand.class,
            WorkerCommand.class,
            WalkForwardCommand.class,
            DoubtCommands.LookAheadCommand.class,
            DoubtCommands.WarmUpCommand.class,
            DoubtCommands.MonteCarloCommand.class
        })
public final class Backtest {
    /** Something outside the program is not as it should be; what, is on standard error. */
    private static final int FAILED = 1;

    private Backtest() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands; exit code 0 for success, 1 for a failure, 2 for wrong use, 3 for findings. */
    static CommandLine commandLine() {
        return Converters.addTo(new CommandLine(new Backtest()))
                .setExecutionExceptionHandler((failure, line, _) -> {
                    line.getErr().println(words(failure));
                    return FAILED;
                });
    }

    private static String words(Exception failure) {
        var message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }
}

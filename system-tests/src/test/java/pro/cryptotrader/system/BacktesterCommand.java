package pro.cryptotrader.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** The backtester's command line, as an operator would use it. */
final class BacktesterCommand {
    private static final Logger LOG = Logger.getLogger(BacktesterCommand.class.getName());

    private BacktesterCommand() {}

    /** Runs a command and returns its exit code; what it writes goes to the log. */
    static int run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(TradingPlatform.HOME.resolve("backtester/target/backtester.jar").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> LOG.info(() -> "backtester: " + line));
        }
        return process.waitFor();
    }
}

package pro.cryptotrader.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import pro.cryptotrader.embedded.LogFile;

/**
 * The launcher's bounded log. Unlike the JDK's own it still works while the process stops, which is
 * when it matters.
 */
final class LauncherLog extends Handler {
    /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private final LogFile file;

    private LauncherLog(LogFile file) {
        this.file = file;
    }

    /** From now on what libraries have to say goes there, not to the person's terminal. */
    static LauncherLog open(Path file) {
        try {
            var log = new LauncherLog(new LogFile(file, LogFile.DEFAULT_LIMIT_BYTES));
            log.setFormatter(new SimpleFormatter());
            for (var handler : ROOT.getHandlers()) {
                ROOT.removeHandler(handler);
            }
            ROOT.addHandler(log);
            ROOT.setLevel(Level.INFO);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String line) {
        try {
            var bytes = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
            file.write(bytes, bytes.length);
        } catch (IOException e) {
            // The disk is full; what is said is also on the terminal.
            reportError(line, e, java.util.logging.ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void publish(LogRecord message) {
        if (isLoggable(message)) {
            write(getFormatter().format(message).stripTrailing());
        }
    }

    @Override
    public void flush() {
        // Every line is written at once.
    }

    @Override
    public void close() {
        // The last line comes after the JDK has closed all handlers.
    }
}

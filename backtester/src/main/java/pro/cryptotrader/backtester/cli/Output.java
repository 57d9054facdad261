package pro.cryptotrader.backtester.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import pro.cryptotrader.backtester.report.ReportJson;

/**
 * What a command says: results on standard output, for people or as one JSON document; everything
 * else on standard error.
 */
final class Output {
    /** It went well. */
    static final int OK = 0;

    /** It went well, and what was examined is not in order. */
    static final int FINDINGS = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    Output(CommandSpec spec, boolean json) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.json = json;
    }

    /** One line of a result for people. */
    void line(String text) {
        if (!json) {
            out.println(text);
            out.flush();
        }
    }

    /** The whole result for machines. */
    void document(Object value) {
        if (json) {
            try {
                out.println(
                        ReportJson.mapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(value));
                out.flush();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a result cannot be written as JSON", e);
            }
        }
    }

    /** A result that is text for machines already. */
    void text(String text) {
        out.print(text);
        out.flush();
    }

    /** What happens meanwhile. */
    void note(String text) {
        err.println(text);
        err.flush();
    }

    PrintWriter err() {
        return err;
    }
}

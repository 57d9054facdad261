package pro.cryptotrader.backtester.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pro.cryptotrader.backtester.replay.JsonField;
import pro.cryptotrader.backtester.replay.Recording;
import pro.cryptotrader.backtester.replay.Replay;

/** Says a live session's decisions once more. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Gives what was recorded of a live session to the same deciders and compares what they say"
                    + " with what was said then, byte for byte: signals, verdicts, the engine,"
                    + " positions, balance sheets, exits.",
            "Exit code 3 when something comes out otherwise; the first difference is shown."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_FIELDS = 20;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--recording",
            paramLabel = "FOLDER",
            required = true,
            description = "Folder with one file per topic, as 'record' writes it.")
    private Path recording = Path.of(".");

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var output = new Output(spec, json);
        var replay = Replay.of(new Recording(recording));
        for (var each : replay.outcomes().entrySet()) {
            var outcome = each.getValue();
            output.line(
                    "%s: %d messages reproduced byte for byte, %d different, %d without their ground"
                            .formatted(
                                    each.getKey(),
                                    outcome.reproduced(),
                                    outcome.different(),
                                    outcome.unjudged()));
            var first = outcome.first();
            if (first != null) {
                output.line(
                        "first difference: %s, line %d of %s"
                                .formatted(first.decision(), first.line(), first.topic()));
                first.fields().stream().limit(MOST_FIELDS).forEach(field -> show(output, field));
            }
        }
        output.document(replay.outcomes());
        return replay.isSame() ? Output.OK : Output.FINDINGS;
    }

    private static void show(Output output, JsonField field) {
        output.line(
                "  %s%n    was  %s%n    is   %s"
                        .formatted(field.path(), field.recorded(), field.replayed()));
    }
}

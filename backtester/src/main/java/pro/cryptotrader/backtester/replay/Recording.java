package pro.cryptotrader.backtester.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * Topics in a folder: one file each, named as the topic with {@code .jsonl}, one message a line as
 * a console consumer shows it, in the order of each key.
 */
public record Recording(Path folder) {

    /** The file of a topic. */
    public Path file(Topic topic) {
        return folder.resolve(topic.topicName() + ".jsonl");
    }

    /**
     * All messages of a topic.
     *
     * @throws IOException naming the file when it is not there
     */
    List<String> messages(Topic topic) throws IOException {
        if (!Files.isReadable(file(topic))) {
            throw new IOException(
                    "the recording has no %s; record it with 'backtest record'"
                            .formatted(file(topic)));
        }
        try (var lines = Files.lines(file(topic), StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }
}

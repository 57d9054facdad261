package pro.cryptotrader.backtester.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import pro.cryptotrader.contracts.wire.EventJson;
import pro.cryptotrader.contracts.wire.Topic;

/**
 * Topics in a folder, two files each. One is named as the topic with {@code .jsonl}: one message a
 * line as a console consumer shows it, in the order of each key. The other ends with {@code
 * .times}: for each line the wall time, in milliseconds, at which the broker got it.
 */
public record Recording(Path folder) {

    /** The file of a topic's messages. */
    public Path file(Topic topic) {
        return folder.resolve(topic.topicName() + ".jsonl");
    }

    /** The file that says when they were published. */
    public Path times(Topic topic) {
        return folder.resolve(topic.topicName() + ".times");
    }

    /**
     * All messages of a topic.
     *
     * @throws IOException naming the file when it is not there
     */
    List<String> messages(Topic topic) throws IOException {
        return lines(file(topic));
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(
                    "the recording has no %s; record it with 'backtest record'".formatted(file));
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    /**
     * All messages of a topic with their times, each once however often it was delivered.
     *
     * @throws IOException naming the file when one is not there, or they do not fit together
     */
    List<Recorded> recorded(Topic topic) throws IOException {
        var messages = messages(topic);
        var times = lines(times(topic));
        if (times.size() != messages.size()) {
            throw new IOException(
                    "%s has %d times for %d messages"
                            .formatted(times(topic), times.size(), messages.size()));
        }
        var recorded = new ArrayList<Recorded>(messages.size());
        var seen = new HashSet<String>();
        for (int i = 0; i < messages.size(); i++) {
            var envelope = EventJson.read(messages.get(i));
            if (seen.add(envelope.source() + envelope.id())) {
                recorded.add(
                        new Recorded(
                                topic,
                                i + 1,
                                messages.get(i),
                                envelope,
                                Long.parseLong(times.get(i))));
            }
        }
        return recorded;
    }
}

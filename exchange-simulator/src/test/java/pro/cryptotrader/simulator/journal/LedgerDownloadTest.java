package pro.cryptotrader.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerDownloadTest {
    private static final LedgerQuery ALL = new LedgerQuery(0, 0, null, true, true);

    @TempDir private Path folder;
    private Path ledger;
    private Path requests;

    @BeforeEach
    void write() throws IOException {
        ledger = folder.resolve("ledger.jsonl");
        requests = folder.resolve("requests.jsonl");
        Files.writeString(
                ledger,
                """
                {"seq":1,"time":10,"fact":"AccountOpened","account":"ann","movements":[]}
                {"seq":2,"time":20,"fact":"OrderChanged","order":{"account":"bob"},"movements":[{"from":"bob","to":"ann"}]}
                {"seq":3,"time":30,"fact":"ListChanged","list":{"account":"bob"},"movements":[]}
                """);
        try (var journal = new RequestJournal(requests)) {
            request(journal, 0, 5, "eve");
            request(journal, 2, 20, "bob");
            request(journal, 2, 25, "ann");
            request(journal, 3, 40, "bob");
        }
    }

    @Test
    void aRequestComesBehindTheFactsItCaused() {
        assertThat(download(ALL)).isEqualTo("eve 1 2 bob ann 3 bob");
    }

    @Test
    void onlyWhatIsAskedFor() {
        assertThat(download(new LedgerQuery(3, 0, null, true, true))).isEqualTo("bob ann 3 bob");
        assertThat(download(new LedgerQuery(0, 25, null, true, true))).isEqualTo("ann 3 bob");
        assertThat(download(new LedgerQuery(0, 0, "ann", true, true))).isEqualTo("1 2 ann");
        assertThat(download(new LedgerQuery(0, 0, "bob", true, false))).isEqualTo("2 3");
        assertThat(download(new LedgerQuery(0, 0, null, false, true))).isEqualTo("eve bob ann bob");
    }

    @Test
    void whatIsBeingWrittenIsLeftOutAndATornLineIsCutOff() throws IOException {
        Files.writeString(ledger, "{\"seq\":4,\"ti", StandardOpenOption.APPEND);
        Files.writeString(requests, "{\"after\":4,\"acc", StandardOpenOption.APPEND);

        assertThat(download(ALL)).isEqualTo("eve 1 2 bob ann 3 bob");
        try (var journal = new RequestJournal(requests)) {
            request(journal, 3, 50, "zoe");
        }
        assertThat(download(ALL)).isEqualTo("eve 1 2 bob ann 3 bob zoe");
    }

    private static void request(RequestJournal journal, long after, long time, String account) {
        journal.append(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("after", after)
                        .put("time", time)
                        .put("account", account));
    }

    /** Facts by number, requests by account. */
    private String download(LedgerQuery query) {
        var text = new StringBuilder();
        new LedgerDownload(ledger, requests).stream(query, text::append);
        return text.toString()
                .lines()
                .map(line ->
                        line.startsWith("{\"seq\"")
                                ? line.substring(7, line.indexOf(','))
                                : line.replaceAll(".*\"account\":\"(\\w+)\".*", "$1"))
                .collect(Collectors.joining(" "));
    }
}

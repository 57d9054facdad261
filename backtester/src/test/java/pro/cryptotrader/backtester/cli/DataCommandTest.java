package pro.cryptotrader.backtester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFile() throws IOException {
        var text = new StringBuilder();
        for (long minute : new long[] {0, 1, 4}) {
            text.append(
                    "%d,10,12,9,11,5,%d,52,3,0,0,0\n"
                            .formatted(minute * 60_000, minute * 60_000 + 59_999));
        }
        Files.writeString(folder.resolve("BTCUSDT-1m-1970-01.csv"), text);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Backtest.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String store() {
        return "--store=" + folder.resolve("store");
    }

    @Test
    void candlesAreImportedListedAndVerified() throws IOException {
        assertThat(run("data", "import", folder.toString(), store())).isZero();
        assertThat(out.toString()).contains("3 candles added");
        assertThat(run("data", "list", store())).isZero();
        assertThat(out.toString())
                .contains("BTC/USDT")
                .contains("3 candles  1970-01-01T00:00:00Z to 1970-01-01T00:04:00Z");
        assertThat(run("data", "verify", "--json", store())).isZero();
        var report = new ObjectMapper().readTree(out.toString()).get(0);
        assertThat(report.path("missing").asInt()).isEqualTo(2);
        assertThat(report.path("sound").asBoolean()).isTrue();
    }

    @Test
    void refusedLinesAreAFinding() throws IOException {
        Files.writeString(folder.resolve("BTCUSDT-1m-1970-02.csv"), "garbage,1\n1,2\n");
        assertThat(run("data", "import", folder.toString(), store())).isEqualTo(3);
        assertThat(out.toString()).contains("line 2: a kline has at least 9 fields, not 2");
    }

    @Test
    void wrongUseAndFailuresSayWhatWouldBeRight() {
        assertThat(run("data", "verify", "--interval", "3m")).isEqualTo(2);
        assertThat(err.toString()).contains("an interval is one of 1m, 5m, 15m, 1h, 4h, not '3m'");
        assertThat(run("data", "import", folder.resolve("nowhere").toString(), store()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nowhere does not exist");
        assertThat(run("data", "download", "--symbol=BTC/USDT", "--from=soon")).isEqualTo(2);
        assertThat(err.toString()).contains("a time is 2024-01-31");
    }
}

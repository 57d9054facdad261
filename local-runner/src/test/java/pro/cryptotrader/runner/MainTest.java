package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @TempDir Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--speed 301 | --speed is 301, but must be 1 to 300",
                "--speed 0 | --speed is 0, but must be 1 to 300",
                "--speed fast | Invalid value for option '--speed'",
                "--market paper | --market is 'paper', but must be generated, replay or binance",
                "--market replay | --market replay needs recorded data: add --data FILE",
                "--market binance --seed 7 | --seed goes with --market generated only, not with"
                        + " binance",
                "--market binance --speed 60 | Binance's live market runs at speed 1",
                "--data x.csv | --data goes with --market replay only, not with generated",
                "--venue binance --account main | --venue is 'binance', but must be simulator,"
                        + " testnet or live",
                "--venue live | --venue live needs the account that trades, typed out: --account"
                        + " main",
                "--venue live --account main --market generated | --venue live has a market of its"
                        + " own",
                "--venue testnet --account main --speed 60 | Binance's live market runs at speed 1",
                "--account main | --account goes with --venue testnet or live only",
                "--port 5433 | PostgreSQL and dashboard-gateway cannot both use port 5433",
                "--colour blue | Unknown options: '--colour', 'blue'"
            })
    void aBadOptionGetsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
        var errors = new ByteArrayOutputStream();

        int exitCode = run(errors, arguments.split(" "));

        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(sentence);
        assertThat(exitCode).isEqualTo(2);
    }

    @Test
    void withoutABuildItSaysHowToBuild() {
        var errors = new ByteArrayOutputStream();

        int exitCode = run(errors);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("Crypto Trader Pro: not built yet in ")
                .hasLineCount(1);
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void nothingToStopIsNoError() {
        assertThat(run(new ByteArrayOutputStream(), "stop")).isZero();
    }

    @Test
    void nothingRunningIsAnAnswer() {
        assertThat(run(new ByteArrayOutputStream(), "status")).isEqualTo(1);
    }

    private int run(ByteArrayOutputStream errors, String... arguments) {
        var before = System.err;
        var writer = new PrintStream(errors, true, StandardCharsets.UTF_8);
        System.setErr(writer);
        try {
            return Main.commandLine(home)
                    .setErr(new PrintWriter(writer, true, StandardCharsets.UTF_8))
                    .execute(arguments);
        } finally {
            System.setErr(before);
        }
    }
}

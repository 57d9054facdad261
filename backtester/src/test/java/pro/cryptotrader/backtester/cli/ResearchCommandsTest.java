package pro.cryptotrader.backtester.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command from its arguments to its exit code, on two weeks of a random walk. */
class ResearchCommandsTest {
    private static final int CANDLES = 6_500;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir private static Path shared;
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void importCandles() throws IOException {
        var random = new Random(20);
        var text = new StringBuilder();
        long price = 4_000_000;
        for (int i = 0; i < CANDLES; i++) {
            long close = price + Math.round(random.nextGaussian() * 8_000);
            text.append(
                    "%d,%.2f,%.2f,%.2f,%.2f,15.5,0,600000,900\n"
                            .formatted(
                                    START.plusSeconds(300L * i).toEpochMilli(),
                                    price / 100.0,
                                    (Math.max(price, close) + random.nextInt(3_000)) / 100.0,
                                    (Math.min(price, close) - random.nextInt(3_000)) / 100.0,
                                    close / 100.0));
            price = close;
        }
        var file = shared.resolve("BTCUSDT-5m-2024-01.csv");
        Files.writeString(file, text);
        var silent = new PrintWriter(new StringWriter());
        assertThat(
                        Backtest.commandLine()
                                .setOut(silent)
                                .execute("data", "import", file.toString(), store()))
                .isZero();
    }

    private static String store() {
        return "--store=" + shared.resolve("store");
    }

    @BeforeEach
    void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private int run(String command, String... arguments) {
        forget();
        var all = new ArrayList<>(List.of(command, store(), "--symbols=BTC/USDT"));
        all.addAll(List.of("--from=2024-01-10", "--to=2024-01-23"));
        all.addAll(List.of(arguments));
        return Backtest.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void aRunWritesItsReport() throws IOException {
        assertThat(run("run", "--json", "--report=" + folder, "--random-runs=50")).isZero();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        var account = json().path("accounts").path(0);
        assertThat(account.at("/trades/trades").asInt()).isPositive();
        assertThat(account.at("/curve/days").asInt()).isEqualTo(13);
        assertThat(account.at("/fees").asDouble()).isPositive();
        // What is too small to be sold stays in the account and belongs to no trade.
        double gain = account.at("/curve/end").asDouble() - account.at("/curve/start").asDouble();
        assertThat(account.at("/trades/profit").asDouble()).isCloseTo(gain, within(0.5));
    }

    @Test
    void severalAccountsTradeInOneMarketEachByItsOwnFiles() throws IOException {
        var bold = account("bold", "AGGRESSIVE");
        var careful = account("careful", "CONSERVATIVE");

        assertThat(run("run", "--json", "--report=" + folder, "--random-runs=0", bold, careful))
                .isZero();

        var accounts = json().path("accounts");
        assertThat(accounts.path(0).path("account").asText()).isEqualTo("bold");
        assertThat(accounts.path(1).path("account").asText()).isEqualTo("careful");
        assertThat(accounts.path(0).at("/trades/trades").asInt())
                .isGreaterThan(accounts.path(1).at("/trades/trades").asInt());
        assertThat(run("run", "--account=nobody=" + folder.resolve("nothing"))).isEqualTo(1);
        assertThat(err.toString()).contains("has neither auto_trading_config.json");
    }

    private String account(String name, String mode) throws IOException {
        var files = Files.createDirectories(folder.resolve(name));
        Files.writeString(
                files.resolve("risk_config.json"), "{\"trading_mode\":\"%s\"}".formatted(mode));
        return "--account=%s=%s".formatted(name, files);
    }

    @Test
    void recordedTradesWalkTheCandlesOfTheirTime() throws IOException {
        assertThat(run("run", "--json", "--report=" + folder, "--random-runs=0")).isZero();
        var candles = json().path("run").path("ordersHash").asText();
        var trades = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            trades.append(
                    "%d,%.2f,1,1,%d,True,True%n"
                            .formatted(
                                    i + 1,
                                    39_000.0 + i % 2_000,
                                    START.plusSeconds(300L * 3_000 + 300L * i / 2).toEpochMilli()));
        }
        var file = folder.resolve("BTCUSDT-trades-2024-01.csv");
        Files.writeString(file, trades);

        assertThat(
                        run(
                                "run",
                                "--json",
                                "--report=" + folder,
                                "--random-runs=0",
                                "--trades=" + file))
                .isZero();
        assertThat(json().path("run").path("ordersHash").asText()).isNotEqualTo(candles);
        assertThat(run("run", "--trades=" + shared.resolve("BTCUSDT-5m-2024-01.csv"))).isEqualTo(1);
        assertThat(err.toString()).contains("is not named like trades");
    }

    @Test
    void aStudyRanksItsTrialsAndReportsTheBest() throws IOException {
        var log = "--log=" + folder.resolve("study.jsonl");
        var report = "--report=" + folder.resolve("best");
        assertThat(
                        run(
                                "optimise",
                                "--json",
                                "-p",
                                "stop_loss_pct=1,2",
                                "-p",
                                "take_profit_pct=2,4",
                                "--objective=PROFIT",
                                log,
                                report))
                .isZero();
        var trials = json().path("trials");
        assertThat(trials).hasSize(4);
        assertThat(trials.path(0).at("/figures/profit").asDouble())
                .isGreaterThanOrEqualTo(trials.path(3).at("/figures/profit").asDouble());
        assertThat(Files.readString(folder.resolve("best/report.json"))).contains("\"trials\" : 4");
        assertThat(run("optimise", "-p", "stop_loss_pct=1", log, "--interval=15m")).isEqualTo(1);
        assertThat(err.toString()).contains("another study");
        assertThat(run("optimise", "-p", "stop_los=1", log)).isEqualTo(1);
        assertThat(err.toString()).contains("no configuration file has 'stop_los'");
    }

    @Test
    void aWalkTradesWhatItHasTrained() throws IOException {
        assertThat(
                        run(
                                "walk-forward",
                                "--json",
                                "-p",
                                "stop_loss_pct=1,2",
                                "--train-days=5",
                                "--trade-days=4",
                                "--min-trades=1",
                                "--folder=" + folder))
                .isZero();
        assertThat(json().path("folds")).hasSize(2);
        assertThat(json().at("/outOfSample/days").asInt()).isEqualTo(8);
    }

    @Test
    void doubtsEndWellForTheHousesOwnStrategy() throws IOException {
        assertThat(run("look-ahead", "--cuts=2", "--json")).isZero();
        assertThat(json()).hasSize(2);
        assertThat(run("warm-up", "--lengths=100,2000,2400")).isZero();
        assertThat(out.toString()).contains("100 candles (too few)");
        assertThat(run("monte-carlo", "--candle-samples=2", "--block=200", "--json")).isZero();
        assertThat(json()).hasSize(3);
    }

    @Test
    void aDoubtThatSawNoTradesIsNoProof() {
        assertThat(run("look-ahead", "--cuts=1", "--to=2024-01-10T00:10:00Z")).isEqualTo(2);
        assertThat(run("look-ahead", "--cuts=1", "--cash=1")).isEqualTo(3);
        assertThat(err.toString()).contains("nothing was traded");
    }

    @Test
    void candlesThatAreNotThereAreNamed() {
        assertThat(run("run", "--symbols=ETH/USDT")).isNotZero();
        assertThat(run("run", "--interval=1m")).isEqualTo(1);
        assertThat(err.toString()).contains("has no 1m candles of BTC/USDT; it has BTC/USDT 5m");
    }
}

package pro.cryptotrader.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The venue through ccxt, which nobody here wrote: places, queries, cancels and streams. Needs
 * Node.js with npm, and once the registry; without them it is skipped, unless {@code CCXT_REQUIRED}
 * is true.
 */
class CcxtIT {
    private static final Path SOURCES = Path.of("src", "test", "ccxt");
    private static final boolean REQUIRED = "true".equals(System.getenv("CCXT_REQUIRED"));

    @Test
    void ccxtTradesHere(@TempDir Path folder) throws IOException, InterruptedException {
        var workshop = Path.of("target", "ccxt");
        install(workshop);
        try (var venue =
                new VenueProcess(folder, Map.of("sim.history-days", "2", "sim.speed", "60"))
                        .ready()) {
            var keys =
                    venue.post(
                            "/sim/v1/accounts",
                            "{\"accountId\":\"ann\",\"balances\":{\"USDT\":\"100000\"}}");
            var said =
                    run(
                            workshop,
                            List.of(
                                    "node",
                                    "trade.mjs",
                                    venue.http(),
                                    keys.path("apiKey").asText(),
                                    keys.path("secretKey").asText()));

            assertThat(said.exitCode()).as(said.text()).isZero();
            assertThat(said.text().lines().map(line -> VenueJson.read(line).path("step").asText()))
                    .containsExactly("market", "spot", "refusals", "streams", "done");
        }
    }

    private static void install(Path workshop) throws IOException, InterruptedException {
        Files.createDirectories(workshop);
        for (var name : List.of("package.json", "package-lock.json", "trade.mjs")) {
            Files.writeString(workshop.resolve(name), Files.readString(SOURCES.resolve(name)));
        }
        if (Files.exists(workshop.resolve("node_modules/ccxt/package.json"))) {
            return;
        }
        require(onPath("node") && onPath("npm"), "there is no Node.js with npm on the path");
        var said =
                run(
                        workshop,
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--prefer-offline"));
        require(said.exitCode() == 0, "npm could not fetch ccxt: " + said.text());
    }

    private static void require(boolean possible, String otherwise) {
        if (REQUIRED) {
            assertThat(possible).as(otherwise).isTrue();
        }
        assumeTrue(possible, "CCXT IS NOT TRIED: " + otherwise);
    }

    private static boolean onPath(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private record Said(int exitCode, String text) {}

    private static Said run(Path folder, List<String> command)
            throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        // ccxt would send what is meant for this machine to a proxy.
        builder.environment().put("NO_PROXY", "127.0.0.1");
        var process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Said(-1, command.getFirst() + " did not end within 3 minutes");
        }
        return new Said(process.exitValue(), Files.readString(output));
    }
}

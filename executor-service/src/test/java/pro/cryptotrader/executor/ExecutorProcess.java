package pro.cryptotrader.executor;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pro.cryptotrader.testing.ServiceProcess;

/** The packaged executor as a process: started, stopped in its tracks, killed, and asked. */
public final class ExecutorProcess implements AutoCloseable {
    public static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    public static final Path LOG = Path.of("target", "executor-process.log");

    private static final String TOKEN = "for-tests-only";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceProcess service;
    private final Process process;

    /** Starts it; {@code environment} wins over what every test needs. */
    public ExecutorProcess(Simulator venue, Map<String, String> environment) throws IOException {
        var all =
                new HashMap<>(
                        Map.of(
                                "VENUE_REST_URL",
                                venue.http(),
                                "VENUE_WS_API_URL",
                                venue.wsApi(),
                                "MASTER_KEY",
                                MASTER_KEY,
                                "INTERNAL_TOKEN",
                                TOKEN));
        all.putAll(environment);
        service = ServiceProcess.launch("executor", all, LOG);
        process = service.process();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has been stopped in its tracks. */
    public boolean isStandingStill() throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        return status.contains("State:\tT");
    }

    public int exitCode() {
        return process.exitValue();
    }

    /** Waits for its end; false when it lives on. */
    public boolean diesWithin(Duration bound) throws InterruptedException {
        return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until it answers: by then the topics are there. */
    public void isListening() {
        await("the executor answers, see " + LOG)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !ask("GET", "/q/health/live", "").isMissingNode());
    }

    /** Waits until the account has been compared with the venue; false when it dies first. */
    public boolean isReconciled(String account) {
        await("the executor is reconciled, see " + LOG)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        !process.isAlive() || status(account).path("reconciled").asBoolean(false));
        return process.isAlive();
    }

    /** What it says about an account; nothing while it says nothing. */
    public JsonNode status(String account) {
        return ask("GET", "/internal/accounts/" + account, "");
    }

    public JsonNode ask(String method, String path, String body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                        .timeout(Duration.ofSeconds(90))
                        .header("X-Internal-Token", TOKEN)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        try {
            return JSON.readTree(
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + path, e);
        } catch (IOException e) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends it a signal by name, such as STOP or CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("kill -%s %d failed".formatted(name, process.pid()));
        }
    }

    /** As {@code kill -9} does it. */
    @Override
    public void close() {
        service.kill();
    }
}

package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.gateway.readmodel.Json;

/**
 * The emergency stop's second way: straight to risk and executor, so that it works while Kafka does
 * not. Both know the command by its id and act on it once, whichever way it comes first.
 */
@ApplicationScoped
public class EmergencyLine {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI risk;
    private final URI executor;
    private final String token;
    private final Json json;

    EmergencyLine(
            @ConfigProperty(name = "risk.url") String riskUrl,
            @ConfigProperty(name = "executor.url") String executorUrl,
            @ConfigProperty(name = "internal.token") Optional<String> token,
            Json json) {
        this.risk = URI.create(riskUrl + "/internal/engine/commands");
        this.executor = URI.create(executorUrl + "/internal/engine/halt");
        this.token = token.orElse("");
        this.json = json;
    }

    /** Tells risk, which changes the engine's state; never fails, but tells what came of it. */
    public CompletableFuture<Answer> tellRisk(Envelope<EngineCommand> command) {
        return tell(risk, command);
    }

    /** Tells the executor, which sends no entries from then on. */
    public CompletableFuture<Answer> tellExecutor(Envelope<EngineCommand> command) {
        return tell(executor, command);
    }

    private CompletableFuture<Answer> tell(URI address, Envelope<EngineCommand> command) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Internal-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body(command)))
                        .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response ->
                        response.statusCode() / 100 == 2
                                ? new Answer(true, "answered " + response.statusCode())
                                : new Answer(false, "refused with " + response.statusCode()))
                .exceptionally(failure -> new Answer(false, reason(failure)));
    }

    private String body(Envelope<EngineCommand> command) {
        var asked = command.data();
        return json.write(
                Map.of(
                        "commandId", command.id(),
                        "account", asked.account(),
                        "action", asked.action(),
                        "closePositions", asked.closePositions(),
                        "issuedBy", asked.issuedBy(),
                        "reason", asked.reason(),
                        "issuedAt", asked.issuedAt()));
    }

    private static String reason(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return "not reached: " + cause.getClass().getSimpleName();
    }

    /**
     * What came of one way.
     *
     * @param detail for the operator
     */
    public record Answer(boolean succeeded, String detail) {}
}

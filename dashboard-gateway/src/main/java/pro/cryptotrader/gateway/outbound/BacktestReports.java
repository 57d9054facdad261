package pro.cryptotrader.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.gateway.Refusal;

/** Fetches reports from backtest-service, which keeps them; only for who may see them. */
@ApplicationScoped
public class BacktestReports {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> TYPES =
            Map.of(
                    "report.html", "text/html; charset=utf-8",
                    "report.json", "application/json",
                    "report.csv", "text/csv; charset=utf-8");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final String url;
    private final String token;

    BacktestReports(
            @ConfigProperty(name = "backtest.url") String url,
            @ConfigProperty(name = "internal.token") Optional<String> token) {
        this.url = url;
        this.token = token.orElse("");
    }

    /**
     * The report as an answer.
     *
     * @throws Refusal 404 when there is none, 503 when backtest-service does not answer
     */
    public Response find(UUID backtest, String name) {
        var type = TYPES.get(name);
        if (type == null) {
            throw Refusal.notFound("This report");
        }
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s/internal/backtests/%s/%s"
                                                .formatted(url, backtest, name)))
                        .timeout(PATIENCE)
                        .header("X-Internal-Token", token)
                        .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return Response.ok(answer.body()).type(type).build();
            }
            answer.body().close();
            if (answer.statusCode() == 404) {
                throw Refusal.notFound("This report");
            }
            throw away("it answered " + answer.statusCode());
        } catch (IOException e) {
            throw away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    private static Refusal away(String why) {
        return new Refusal(
                503,
                "Not available",
                "The service that keeps reports does not answer (%s): try again".formatted(why));
    }
}

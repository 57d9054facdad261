package pro.cryptotrader.gateway.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks the simulated venue how its market runs; the answer is kept for five seconds, and for a
 * minute while the venue does not answer. A real venue is not asked.
 */
@ApplicationScoped
public class Venue {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Optional<URI> status;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    private @Nullable JsonNode latest;
    private Instant askedAt = Instant.EPOCH;
    private Instant answeredAt = Instant.EPOCH;

    Venue(
            @ConfigProperty(name = "venue.rest-url") Optional<String> restUrl,
            ObjectMapper mapper,
            InstantSource clock) {
        this.status = restUrl.map(url -> URI.create(url + "/sim/v1/status"));
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The simulator's status as it tells it; null when it has not answered for a minute, or is
     * none.
     */
    public synchronized @Nullable JsonNode status() {
        if (status.isEmpty()) {
            return null;
        }
        var now = clock.instant();
        if (now.isAfter(askedAt.plus(KEPT))) {
            askedAt = now;
            var answer = ask(status.get());
            if (answer != null) {
                latest = answer;
                answeredAt = now;
            } else if (now.isAfter(answeredAt.plus(BELIEVED))) {
                latest = null;
            }
        }
        return latest;
    }

    private @Nullable JsonNode ask(URI status) {
        try {
            var response =
                    http.send(
                            HttpRequest.newBuilder(status).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? mapper.readTree(response.body()) : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}

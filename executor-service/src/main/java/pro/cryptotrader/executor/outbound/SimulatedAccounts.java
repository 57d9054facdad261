package pro.cryptotrader.executor.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pro.cryptotrader.contracts.value.AccountId;

/** Opens accounts at the simulator; the same account always gets the same keys. */
@ApplicationScoped
public class SimulatedAccounts {
    private final String restUrl;
    private final String balance;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    SimulatedAccounts(
            VenueSite site, @ConfigProperty(name = "venue.simulated-balance") String balance) {
        this.restUrl = site.restUrl();
        this.balance = balance;
    }

    /** An account's keys, in the clear. */
    public record Keys(String apiKey, String secretKey) {
        @Override
        public String toString() {
            return "Keys[***]";
        }
    }

    /**
     * Opens the account, or finds it.
     *
     * @throws IllegalStateException when the simulator does not answer with keys
     */
    public Keys open(AccountId account) {
        try {
            var body = json.createObjectNode().put("accountId", account.toString());
            body.putObject("balances").put("USDT", balance);
            var request =
                    HttpRequest.newBuilder(URI.create(restUrl + "/sim/v1/accounts"))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            json.writeValueAsString(body)))
                            .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            var answer = json.readTree(response.body());
            if (response.statusCode() != 200
                    || !answer.hasNonNull("apiKey")
                    || !answer.hasNonNull("secretKey")) {
                throw new IllegalStateException(
                        "the simulator at %s did not open account %s: HTTP %d"
                                .formatted(restUrl, account, response.statusCode()));
            }
            return new Keys(answer.path("apiKey").asText(), answer.path("secretKey").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the simulator's answer is not JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException("no simulator at " + restUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while opening account " + account, e);
        }
    }
}

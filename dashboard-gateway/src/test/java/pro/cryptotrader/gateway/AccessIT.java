package pro.cryptotrader.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.gateway.access.AccountRow;
import pro.cryptotrader.gateway.access.Accounts;
import pro.cryptotrader.gateway.access.AuditLog;
import pro.cryptotrader.gateway.access.AuditRow;
import pro.cryptotrader.gateway.access.Registration;
import pro.cryptotrader.gateway.access.Role;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class AccessIT {
    private static final String OTHER_PASSWORD = "another long password";

    @Inject Registration registration;
    @Inject Accounts accounts;
    @Inject AuditLog audit;

    @BeforeEach
    void addOthers() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    if (accounts.findByIdOptional("others").isEmpty()) {
                        var row = new AccountRow();
                        row.id = "others";
                        row.userId = registration.register("bob", OTHER_PASSWORD, Role.TRADER);
                        row.createdAt = Instant.EPOCH;
                        accounts.persist(row);
                        var owned = new AccountRow();
                        owned.id = "watched";
                        owned.userId = registration.register("eve", OTHER_PASSWORD, Role.VIEWER);
                        owned.createdAt = Instant.EPOCH;
                        accounts.persist(owned);
                    }
                });
    }

    @Test
    void letsNobodyInWithoutASession() {
        var endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(20);

        for (var endpoint : endpoints) {
            var answer = endpoint.call(given(), "main");

            var expected = endpoint.isSignIn() ? 400 : 401;
            assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(expected);
        }
    }

    @Test
    void hidesAnAccountFromEverybodyButItsOwner() {
        var bob = Gateway.signedIn("bob", OTHER_PASSWORD);

        for (var endpoint : endpoints()) {
            if (endpoint.path().contains("{account}")) {
                var answer = endpoint.call(bob.request(), "main");

                assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(404);
                assertThat(answer.jsonPath().getString("detail"))
                        .as(endpoint.toString())
                        .isEqualTo("This account does not exist");
            }
        }
    }

    @Test
    void answersTheSameAboutAForeignAndAMissingAccount() {
        var bob = Gateway.signedIn("bob", OTHER_PASSWORD);

        assertThat(bob.get("/api/accounts/main/fills").body().asString())
                .isEqualTo(bob.get("/api/accounts/there-is-none/fills").body().asString());
    }

    @Test
    void changesNothingWithoutTheSessionsToken() {
        var admin = Gateway.signedIn();

        for (var endpoint : endpoints()) {
            if (!endpoint.method().equals("get") && !endpoint.isSignIn()) {
                var answer = endpoint.call(admin.session().contentType(ContentType.JSON), "main");

                assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void refusesWhatAnotherSiteSends() {
        var answer =
                Gateway.signedIn()
                        .request()
                        .header("Origin", "https://elsewhere.example")
                        .body("{\"action\":\"STOP\"}")
                        .post("/api/accounts/main/engine");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void letsAViewerLookAndChangeNothing() {
        var eve = Gateway.signedIn("eve", OTHER_PASSWORD);

        assertThat(eve.get("/api/accounts/watched/fills").statusCode()).isEqualTo(200);
        assertThat(eve.post("/api/accounts/watched/engine", "{\"action\":\"STOP\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void givesTheCookieToNoScriptAndNoOtherSite() {
        var cookie = Gateway.tryToSignIn("admin", Gateway.PASSWORD).getDetailedCookie("ct_session");

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
    }

    @Test
    void answersTheSameAboutAWrongPasswordAndAnUnknownName() {
        var wrong = Gateway.tryToSignIn("admin", "wrong");
        var unknown = Gateway.tryToSignIn("nobody-of-this-name", "wrong");
        Gateway.signedIn();

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body().asString()).isEqualTo(unknown.body().asString());
    }

    @Test
    void locksANameAfterFiveFailuresEvenForTheRightPassword() {
        QuarkusTransaction.requiringNew()
                .run(() -> registration.register("mallory", OTHER_PASSWORD, Role.VIEWER));
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(Gateway.tryToSignIn("mallory", "guess " + failure).statusCode())
                    .isEqualTo(401);
        }

        var answer = Gateway.tryToSignIn("mallory", OTHER_PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("Too many failed tries: wait 15 minutes");
    }

    @Test
    void endsASessionForGood() {
        var admin = Gateway.signedIn();

        assertThat(admin.request().delete("/api/session").statusCode()).isEqualTo(204);

        assertThat(admin.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void writesDownWhoDidWhatAndWhatCameOfIt() {
        Gateway.signedIn().post("/api/accounts/main/engine", "{\"action\":\"PAUSE\"}");

        AuditRow entry =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                audit.find("action = 'ENGINE_PAUSE' order by id desc")
                                        .firstResult());
        assertThat(entry.userName).isEqualTo("admin");
        assertThat(entry.address).isEqualTo("127.0.0.1");
        assertThat(entry.target).isEqualTo("main");
        assertThat(entry.result).isEqualTo("SENT");
    }

    @Test
    void tellsBrowsersToTrustNothingButThisSite() {
        var answer = given().get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** Every endpoint there is, from the service's own description. */
    private static List<Endpoint> endpoints() {
        Map<String, Map<String, Object>> paths =
                given().accept(ContentType.JSON).get("/q/openapi?format=json").path("paths");
        var endpoints = new ArrayList<Endpoint>();
        paths.forEach((path, operations) ->
                operations.keySet().stream()
                        .filter(List.of("get", "put", "post", "delete", "patch")::contains)
                        .forEach(method -> endpoints.add(new Endpoint(method, path))));
        return endpoints;
    }

    private record Endpoint(String method, String path) {
        Response call(RequestSpecification as, String account) {
            var address =
                    path.replace("{account}", account)
                            .replace("{file}", "risk_config.json")
                            .replaceAll("\\{.*?}", "00000000-0000-4000-8000-000000000000");
            var request = method.equals("get") ? as : as.contentType(ContentType.JSON).body("{}");
            return request.request(method, address);
        }

        boolean isSignIn() {
            return method.equals("post") && path.equals("/api/session");
        }
    }
}

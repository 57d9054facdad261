package pro.cryptotrader.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A signed-in program that talks to the gateway as a browser does. */
final class Gateway {
    static final String PASSWORD = "correct horse battery staple";

    private final String cookie;
    private final String csrfToken;

    private Gateway(String cookie, String csrfToken) {
        this.cookie = cookie;
        this.csrfToken = csrfToken;
    }

    static Gateway signedIn() {
        return signedIn("admin", PASSWORD);
    }

    static Gateway signedIn(String name, String password) {
        var answer = tryToSignIn(name, password);
        answer.then().statusCode(200);
        return new Gateway(answer.getCookie("ct_session"), answer.path("csrfToken"));
    }

    static Response tryToSignIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body(
                        """
                        {"name": "%s", "password": "%s"}\
                        """
                                .formatted(name, password))
                .post("/api/session");
    }

    String cookie() {
        return cookie;
    }

    /** With the session only. */
    RequestSpecification session() {
        return given().cookie("ct_session", cookie);
    }

    /** With the session and its token. */
    RequestSpecification request() {
        return session().header("X-CSRF-Token", csrfToken).contentType(ContentType.JSON);
    }

    Response get(String path, Object... parameters) {
        return session().get(path, parameters);
    }

    Response post(String path, String body) {
        return request().body(body).post(path);
    }

    Response put(String path, String body) {
        return request().body(body).put(path);
    }
}

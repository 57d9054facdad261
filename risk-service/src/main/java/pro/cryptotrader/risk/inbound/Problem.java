package pro.cryptotrader.risk.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as RFC 9457 has it.
 *
 * @param errors the fields that are wrong; empty when it is not about fields
 * @param engine how the engine stands; null when that says nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable EngineView engine) {
    record FieldError(String field, String message) {}

    static Response unauthorized() {
        return response(
                new Problem(
                        "Unauthorized",
                        401,
                        "the header X-Internal-Token is missing or wrong",
                        List.of(),
                        null));
    }

    static Response badRequest(List<FieldError> errors) {
        return response(new Problem("Bad Request", 400, "the command is not valid", errors, null));
    }

    static Response notFound(String detail) {
        return response(new Problem("Not Found", 404, detail, List.of(), null));
    }

    static Response refused(String detail, EngineView engine) {
        return response(new Problem("Conflict", 409, detail, List.of(), engine));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type("application/problem+json")
                .entity(problem)
                .build();
    }
}

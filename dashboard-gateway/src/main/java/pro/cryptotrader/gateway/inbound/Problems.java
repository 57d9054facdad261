package pro.cryptotrader.gateway.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pro.cryptotrader.gateway.Refusal;

/** Turns what went wrong into an answer that says what to do; never into a stack trace. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return Problem.answer(
                refusal.status(), refusal.title(), refusal.detail(), refusal.errors());
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException e) {
        var where =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(step ->
                                        step.getFieldName() == null
                                                ? "[%d]".formatted(step.getIndex())
                                                : step.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        var location = e.getLocation();
        return Problem.answer(
                400,
                "Not valid",
                "The body is not what is expected%s%s%s"
                        .formatted(
                                where.isEmpty() ? "" : " at '" + where + "'",
                                location == null
                                        ? ""
                                        : ", line %d, column %d"
                                                .formatted(
                                                        location.getLineNr(),
                                                        location.getColumnNr()),
                                // A value that explains itself.
                                e.getCause() instanceof IllegalArgumentException cause
                                        ? ": " + cause.getMessage()
                                        : ""),
                List.of());
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) {
            return unreadable(cause);
        }
        var status = e.getResponse().getStatusInfo();
        return Problem.answer(
                status.getStatusCode(),
                status.getReasonPhrase(),
                status.getStatusCode() == 404
                        ? "There is nothing at this address"
                        : status.getReasonPhrase(),
                List.of());
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        var id = UUID.randomUUID();
        LOG.errorf(failure, "request failed, told as %s", id);
        return Problem.answer(
                500,
                "Failed",
                "This did not work, and it is not your fault. The log tells more under " + id,
                List.of());
    }
}

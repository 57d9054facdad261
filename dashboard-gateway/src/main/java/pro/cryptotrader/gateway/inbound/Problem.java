package pro.cryptotrader.gateway.inbound;

import jakarta.ws.rs.core.Response;
import java.util.List;
import pro.cryptotrader.gateway.Refusal;

/** What every error looks like (RFC 9457). */
record Problem(
        String type, String title, int status, String detail, List<Refusal.FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Response answer(
            int status, String title, String detail, List<Refusal.FieldError> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", title, status, detail, errors))
                .build();
    }
}

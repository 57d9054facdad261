package pro.cryptotrader.backtest.inbound;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.backtest.outbound.ReportTable;

/** Reports, for the gateway only, which knows whose they are. */
@Path("/internal/backtests")
@Blocking
public class ReportResource {
    private static final Map<String, String> TYPES =
            Map.of(
                    "report.html", "text/html; charset=utf-8",
                    "report.json", "application/json",
                    "report.csv", "text/csv; charset=utf-8");

    private final ReportTable reports;
    private final byte[] token;

    ReportResource(
            ReportTable reports, @ConfigProperty(name = "internal.token") Optional<String> token) {
        this.reports = reports;
        this.token = token.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @GET
    @Path("/{job}/{name}")
    public Response report(
            @HeaderParam("X-Internal-Token") @Nullable String given,
            @PathParam("job") UUID job,
            @PathParam("name") String name) {
        if (token.length == 0
                || given == null
                || !MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        var type = TYPES.get(name);
        var content = type == null ? Optional.<byte[]>empty() : reports.find(job, name);
        return content.map(bytes -> Response.ok(bytes).type(type).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }
}

package pro.cryptotrader.gateway.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.config.ConfigFile;
import pro.cryptotrader.contracts.config.ConfigRefused;
import pro.cryptotrader.contracts.config.ConfigRules;
import pro.cryptotrader.contracts.value.AccountId;
import pro.cryptotrader.gateway.ConfigDesk;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.access.AuditLog;
import pro.cryptotrader.gateway.config.Whole;
import pro.cryptotrader.gateway.live.LiveFeed;
import pro.cryptotrader.gateway.live.Push;
import pro.cryptotrader.gateway.outbound.Vault;
import pro.cryptotrader.gateway.readmodel.Json;

/** An account's configuration: whole for the form, and as the three files. */
@Path("/api/accounts/{account}/config")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConfigResource {
    private final ConfigDesk desk;
    private final Vault vault;
    private final AuditLog audit;
    private final LiveFeed feed;
    private final CallerHolder caller;
    private final ObjectMapper mapper;
    private final Json json;
    private final Whole whole;

    ConfigResource(
            ConfigDesk desk,
            Vault vault,
            AuditLog audit,
            LiveFeed feed,
            CallerHolder caller,
            ObjectMapper mapper,
            Json json) {
        this.desk = desk;
        this.vault = vault;
        this.audit = audit;
        this.feed = feed;
        this.caller = caller;
        this.mapper = mapper;
        this.json = json;
        this.whole = new Whole(mapper);
    }

    @GET
    public View get(@RestPath String account) {
        return view(desk.of(new AccountId(account)));
    }

    /** Changes what the form says and nothing else; refuses all of it when a part is wrong. */
    @PUT
    public View put(@RestPath String account, String body) throws JsonProcessingException {
        var form = mapper.readTree(body);
        var version = form == null ? null : form.get("version");
        if (form == null || version == null || !version.isIntegralNumber() || !form.has("config")) {
            throw Refusal.invalid(
                    "Give {\"version\": the version you have seen, \"config\": {...}}");
        }
        var id = new AccountId(account);
        return changed(
                id,
                () ->
                        desk.change(
                                id,
                                version.longValue(),
                                current -> whole.read(form.get("config"), current, vault::seal),
                                caller.get()));
    }

    @GET
    @Path("/history")
    public List<Version> history(@RestPath String account, @RestQuery @Nullable Integer limit) {
        return desk.history(new AccountId(account), Asked.limit(limit, 20, 100)).stream()
                .map(row -> new Version(row.version, row.changedBy, row.changedAt))
                .toList();
    }

    @GET
    @Path("/files/{file}")
    public String export(@RestPath String account, @RestPath String file) {
        return ConfigRules.write(file(file), desk.of(new AccountId(account)).config());
    }

    /** Takes a file over as {@link ConfigRules} reads it. */
    @POST
    @Path("/files/{file}")
    public View imported(@RestPath String account, @RestPath String file, String body) {
        var which = file(file);
        var id = new AccountId(account);
        return changed(
                id,
                () ->
                        desk.change(
                                id,
                                null,
                                current -> ConfigRules.read(which, body, current, vault::seal),
                                caller.get()));
    }

    private View changed(AccountId account, Supplier<ConfigDesk.Kept> change) {
        try {
            var kept = change.get();
            var view = view(kept);
            feed.publish(new Push("config", account, json.write(view)));
            return view;
        } catch (ConfigRefused e) {
            refused(account, String.valueOf(e.getMessage()));
            throw new Refusal(
                    422,
                    "Not changed",
                    "Nothing was changed: " + e.getMessage(),
                    e.problems().stream()
                            .map(problem ->
                                    new Refusal.FieldError(
                                            problem.field(), problem.value(), problem.allowed()))
                            .toList());
        } catch (Refusal e) {
            refused(account, e.detail());
            throw e;
        }
    }

    private void refused(AccountId account, String why) {
        audit.record(
                caller.get().name(),
                caller.get().address(),
                "CONFIG_CHANGE",
                account.toString(),
                Map.of(),
                "REFUSED: " + why);
    }

    private View view(ConfigDesk.Kept kept) {
        return new View(
                kept.version(), whole.write(kept.config()), kept.changedBy(), kept.changedAt());
    }

    private static ConfigFile file(String name) {
        return Arrays.stream(ConfigFile.values())
                .filter(file -> file.fileName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                404,
                                "Not found",
                                "A configuration file is one of %s, not '%s'"
                                        .formatted(
                                                Arrays.stream(ConfigFile.values())
                                                        .map(ConfigFile::fileName)
                                                        .collect(Collectors.joining(", ")),
                                                name)));
    }

    /** A configuration without its secrets. */
    public record View(long version, JsonNode config, String changedBy, Instant changedAt) {}

    /** One entry of the history. */
    public record Version(long version, String changedBy, Instant changedAt) {}
}

package pro.cryptotrader.risk.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.EngineCommand;
import pro.cryptotrader.contracts.value.AccountId;

/** The body of a command over HTTP, checked field by field. */
final class CommandRequest {
    private static final int MAX_TEXT = 500;

    private final List<Problem.FieldError> errors = new ArrayList<>();
    private final JsonNode body;

    private CommandRequest(JsonNode body) {
        this.body = body;
    }

    /** A command that can be obeyed, or what is wrong with it. */
    sealed interface Checked {
        record Good(UUID commandId, EngineCommand command) implements Checked {}

        record Bad(List<Problem.FieldError> errors) implements Checked {}
    }

    static Checked check(ObjectMapper json, String text, Instant now) {
        JsonNode body;
        try {
            body = json.readTree(text);
        } catch (JsonProcessingException e) {
            body = null;
        }
        if (body == null || !body.isObject()) {
            return new Checked.Bad(
                    List.of(new Problem.FieldError("body", "must be a JSON object")));
        }
        return new CommandRequest(body).checked(now);
    }

    private Checked checked(Instant now) {
        var commandId = required("commandId", CommandRequest::uuid);
        var account = required("account", AccountId::new);
        var action = required("action", CommandRequest::action);
        var issuedBy = required("issuedBy", text -> text);
        var reason = text("reason", false);
        var sells = sells(action);
        if (commandId == null
                || account == null
                || action == null
                || issuedBy == null
                || !errors.isEmpty()) {
            return new Checked.Bad(List.copyOf(errors));
        }
        return new Checked.Good(
                commandId,
                new EngineCommand(
                        account, action, sells, issuedBy, reason == null ? "" : reason, now));
    }

    /** A stop sells unless told otherwise; an emergency stop only sells when told to. */
    private boolean sells(EngineCommand.@Nullable Action action) {
        var given = body.path("closePositions");
        if (given.isMissingNode() || given.isNull()) {
            return action == EngineCommand.Action.STOP;
        }
        if (!given.isBoolean()) {
            errors.add(
                    new Problem.FieldError(
                            "closePositions", "must be true or false, not " + given));
        }
        return given.asBoolean();
    }

    private <T> @Nullable T required(String field, Function<String, T> reader) {
        var value = text(field, true);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            errors.add(new Problem.FieldError(field, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private @Nullable String text(String field, boolean isRequired) {
        var given = body.path(field);
        boolean isThere = !given.isMissingNode() && !given.isNull();
        if (isThere && !given.isTextual()) {
            errors.add(new Problem.FieldError(field, "must be text, not " + given));
            return null;
        }
        var value = given.asText("").strip();
        if (isRequired && value.isEmpty()) {
            errors.add(new Problem.FieldError(field, "is missing"));
            return null;
        }
        if (value.length() > MAX_TEXT) {
            errors.add(
                    new Problem.FieldError(
                            field,
                            "has at most %d characters, not %d"
                                    .formatted(MAX_TEXT, value.length())));
            return null;
        }
        return value;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a UUID, not '%s'".formatted(text), e);
        }
    }

    private static EngineCommand.Action action(String text) {
        return Arrays.stream(EngineCommand.Action.values())
                .filter(action -> action.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "must be one of %s, not '%s'"
                                        .formatted(
                                                Arrays.toString(EngineCommand.Action.values()),
                                                text)));
    }
}

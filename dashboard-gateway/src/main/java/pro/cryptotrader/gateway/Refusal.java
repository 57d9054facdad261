package pro.cryptotrader.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is not done, with what a person needs to know to do better. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<FieldError> errors;

    public Refusal(int status, String title, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    public Refusal(int status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    public static Refusal invalid(String detail) {
        return new Refusal(400, "Not valid", detail);
    }

    /** Also the answer about what belongs to somebody else. */
    public static Refusal notFound(String what) {
        return new Refusal(404, "Not found", what + " does not exist");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /**
     * What is wrong with one field.
     *
     * @param value what was given
     * @param allowed what would be right
     */
    public record FieldError(String field, @Nullable String value, String allowed) {}
}

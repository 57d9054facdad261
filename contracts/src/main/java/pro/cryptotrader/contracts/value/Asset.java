package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a balance is held in, in the venue's spelling, such as {@code BTC}. */
public record Asset(String code) implements Comparable<Asset> {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,20}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Asset {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "an asset is 1 to 20 capital letters or digits such as BTC, not '%s'"
                            .formatted(code));
        }
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object || (object instanceof Asset other && code.equals(other.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public int compareTo(Asset other) {
        return code.compareTo(other.code);
    }

    @Override
    @JsonValue
    public String toString() {
        return code;
    }
}

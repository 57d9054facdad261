package pro.cryptotrader.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A traded pair, written {@code BASE/QUOTE} in every message, file and screen, such as {@code
 * BTC/USDT}.
 */
public record Symbol(Asset base, Asset quote) implements Comparable<Symbol> {

    /**
     * Reads {@code BASE/QUOTE}.
     *
     * @throws IllegalArgumentException for any other form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Symbol of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash != text.lastIndexOf('/')) {
            throw new IllegalArgumentException(
                    "a symbol is BASE/QUOTE such as BTC/USDT, not '%s'".formatted(text));
        }
        return new Symbol(
                new Asset(text.substring(0, slash)), new Asset(text.substring(slash + 1)));
    }

    /** The venue's spelling, {@code BTCUSDT}. */
    public String venueName() {
        return base.code() + quote.code();
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof Symbol other
                        && base.equals(other.base)
                        && quote.equals(other.quote));
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + quote.hashCode();
    }

    @Override
    public int compareTo(Symbol other) {
        int byBase = base.compareTo(other.base);
        return byBase != 0 ? byBase : quote.compareTo(other.quote);
    }

    @Override
    @JsonValue
    public String toString() {
        return base + "/" + quote;
    }
}

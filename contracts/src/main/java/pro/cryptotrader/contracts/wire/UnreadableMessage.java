package pro.cryptotrader.contracts.wire;

import org.jspecify.annotations.Nullable;

/** A message that no version of this program wrote; the text says what is wrong with it. */
public final class UnreadableMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

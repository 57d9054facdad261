package pro.cryptotrader.embedded;

import org.jspecify.annotations.Nullable;

/** Something on this machine could not be started or reached; the message is for a person. */
public final class PlatformFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package pro.cryptotrader.binance.market;

import org.jspecify.annotations.Nullable;

/** The venue said something that its documents do not foresee. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

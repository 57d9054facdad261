package pro.cryptotrader.messaging;

import java.sql.SQLException;

/** The database did not do what it was asked to; the transaction is lost, nothing else is. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String message, SQLException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

package pro.cryptotrader.gateway.access;

/** What a user may do. */
public enum Role {
    /** Looks, changes nothing. */
    VIEWER,
    /** Changes the configuration and commands the engine of the own accounts. */
    TRADER,
    /** A trader who will also look after users. */
    ADMIN;

    /** Whether this user may change anything. */
    public boolean mayAct() {
        return this != VIEWER;
    }
}

package pro.cryptotrader.simulator.matching;

/** The venue says no, with Binance's code and message; nothing has changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** The code is one of Binance's negative error codes. */
    public Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Refusal engine(String message) {
        return new Refusal(-2010, message);
    }

    static Refusal filter(String name) {
        return new Refusal(-1013, "Filter failure: " + name);
    }

    /** Binance's error code. */
    public int code() {
        return code;
    }

    /** Binance's error text. */
    public String text() {
        return String.valueOf(getMessage());
    }
}

package pro.cryptotrader.runner;

/** Something a person has to put right; the message is one clear sentence. */
public final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Complaint(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** About this machine: a taken port, a full disk, a second start. */
    public static Complaint machine(String message) {
        return new Complaint(message, 1);
    }

    /** About what was asked for: an option out of its range. */
    public static Complaint request(String message) {
        return new Complaint(message, 2);
    }

    /** 1 for the machine, 2 for the request. */
    public int exitCode() {
        return exitCode;
    }
}

package pro.cryptotrader.simulator.http;

/** How many sockets an address may open in five minutes of wall time. */
public final class ConnectionLimit {
    private final Window window;

    /** 0 is no limit. */
    public ConnectionLimit(int connections) {
        window = new Window("CONNECTIONS", "MINUTE", 5, connections);
    }

    /** Counts an attempt; false if it is one too many. */
    public boolean admits(String address, long wallMillis) {
        var welcome = !window.exceeded(address, 1, wallMillis);
        window.add(address, 1, wallMillis);
        return welcome;
    }
}

package pro.cryptotrader.backtester.fill;

/** Market time in milliseconds, from which the next command needs its latency. */
final class Clock {
    private long time;

    void set(long timeMillis) {
        time = timeMillis;
    }

    long time() {
        return time;
    }
}

package pro.cryptotrader.testing;

/** What a test may ask of the running {@link Platform}. */
public interface PlatformMXBean {
    /** For Kafka's clients. */
    String getBootstrapServers();

    /** Of the platform's database. */
    String getJdbcUrl();

    /** A role with a schema of its own; nothing happens when it exists. */
    void createSchema(String name, String password);

    /** As {@code kill -9}. */
    void killBroker();

    /** Starts the killed broker again and returns when it serves. */
    void restartBroker();
}

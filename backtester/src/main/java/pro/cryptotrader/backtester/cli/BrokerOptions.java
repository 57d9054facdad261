package pro.cryptotrader.backtester.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Option;
import pro.cryptotrader.backtester.distribution.Broker;

/** Where trials travel. */
final class BrokerOptions {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-localhost:9092}",
            description = "The broker. Default: $KAFKA_BOOTSTRAP_SERVERS, or localhost:9092.")
    private String bootstrapServers = "localhost:9092";

    @Option(
            names = "--pool",
            defaultValue = "research",
            description =
                    "The workers that make the trials; all of them have the same candles. Default:"
                            + " research.")
    private String pool = "research";

    Broker broker() {
        KAFKA.setLevel(Level.WARNING);
        return new Broker(bootstrapServers);
    }

    String pool() {
        return pool;
    }
}

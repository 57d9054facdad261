package pro.cryptotrader.embedded;

import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a broker keeps its data and listens.
 *
 * @param data the folder of its log and its cluster id
 * @param port for clients
 * @param controllerPort for itself
 */
public record KafkaSettings(Path data, int port, int controllerPort) {

    /** With 0 for a port, a free one. */
    public KafkaSettings {
        port = FreePort.orAny(port);
        controllerPort = FreePort.orAny(controllerPort);
        if (port == controllerPort) {
            throw new PlatformFailure(
                    "Kafka's port and its controller port are both %d; they must differ"
                            .formatted(port),
                    null);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Path logDirectory() {
        return data.resolve("log");
    }

    Path clusterIdFile() {
        return data.resolve("cluster-id");
    }

    /** One node that is broker and controller, on the loopback address, small and quick. */
    Properties properties() {
        var p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "1");
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.setProperty("log.dirs", logDirectory().toString());

        // Topics exist because the catalogue declares them, never because somebody mistyped one.
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "6");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "2");
        // A platform that was off for a month goes on where it stopped.
        p.setProperty("offsets.retention.minutes", "525600");

        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("group.min.session.timeout.ms", "1000");
        // After a kill the broker waits for its own old session to end.
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        p.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        return p;
    }
}

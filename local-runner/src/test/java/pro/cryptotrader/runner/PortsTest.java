package pro.cryptotrader.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pro.cryptotrader.embedded.FreePort;

class PortsTest {
    private static final Path HOME = Path.of("home");

    @Test
    void aTakenPortIsNamedWithItsOption() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var settings = Settings.forTests(HOME, HOME).withPorts(Map.of(Component.GATEWAY, port));

            assertThatThrownBy(() -> Ports.assign(settings.only(Component.GATEWAY)))
                    .isInstanceOf(Complaint.class)
                    .hasMessage(
                            "port %d, wanted by dashboard-gateway, is taken by another program:"
                                    + " stop it or choose another port with --port",
                            port);
        }
    }

    @Test
    void zeroMeansAnyFreePortAndNoTwoAreTheSame() {
        var ports = Ports.assign(Settings.forTests(HOME, HOME));

        assertThat(Arrays.stream(Component.values()).map(ports::of).distinct())
                .hasSize(Component.values().length)
                .allMatch(FreePort::isFree);
        assertThat(FreePort.isFree(ports.kafkaController())).isTrue();
    }
}

package pro.cryptotrader.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
public final class FreePort {
    private FreePort() {}

    /** A port that nobody used a moment ago. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PlatformFailure("No free port on this machine: " + e.getMessage(), e);
        }
    }

    /** {@code port}, or any free one for 0. */
    public static int orAny(int port) {
        return port == 0 ? any() : port;
    }

    /** Whether a server could listen on {@code port} now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // What a stopped server leaves in TIME_WAIT does not count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

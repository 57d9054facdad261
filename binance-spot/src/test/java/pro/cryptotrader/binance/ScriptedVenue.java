package pro.cryptotrader.binance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers HTTP requests from a script over raw sockets, so that it can also do what no server
 * library offers: take a request and hang up.
 */
final class ScriptedVenue implements AutoCloseable {
    private static final String HANG_UP = "hang up";

    private final ServerSocket server;
    private final Queue<String> answers = new ArrayDeque<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedVenue() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    ScriptedVenue answers(int status, String headers, String body) {
        synchronized (answers) {
            answers.add(
                    "HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n%s"
                            .formatted(status, body.length(), headers, body));
        }
        return this;
    }

    ScriptedVenue takesTheRequestAndHangsUp() {
        synchronized (answers) {
            answers.add(HANG_UP);
        }
        return this;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            while (true) {
                var first = in.readLine();
                if (first == null) {
                    return;
                }
                var head = new StringBuilder(first);
                for (var line = in.readLine();
                        line != null && !line.isEmpty();
                        line = in.readLine()) {
                    head.append('\n').append(line);
                }
                requests.add(head.toString());
                String answer;
                synchronized (answers) {
                    answer = answers.remove();
                }
                if (answer.equals(HANG_UP)) {
                    return;
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client went away: the test sees it.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

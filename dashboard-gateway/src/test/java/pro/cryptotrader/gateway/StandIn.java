package pro.cryptotrader.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Another service's HTTP side: answers as told and remembers what it was asked. */
public final class StandIn {
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{}";
    private @Nullable HttpServer server;

    String start() {
        try {
            var started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/",
                    exchange -> {
                        var text =
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8);
                        requests.add(
                                new Request(
                                        exchange.getRequestURI().getPath(),
                                        exchange.getRequestHeaders().getFirst("X-Internal-Token"),
                                        text));
                        var answer = body.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
            started.start();
            server = started;
            return "http://localhost:" + started.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        var running = server;
        if (running != null) {
            running.stop(0);
        }
    }

    /** What it answers from now on. */
    void answer(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    record Request(String path, @Nullable String token, String body) {}
}

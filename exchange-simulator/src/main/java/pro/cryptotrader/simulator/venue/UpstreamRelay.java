package pro.cryptotrader.simulator.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.market.Interval;
import pro.cryptotrader.simulator.market.MarketTrade;
import pro.cryptotrader.simulator.matching.Amounts;
import pro.cryptotrader.simulator.upstream.Upstream;

/**
 * Keeps a connection to the upstream venue and hands its trades and best prices over. After every
 * connect the first minute to end, and all that were missed, are taken from the upstream's REST
 * interface.
 */
final class UpstreamRelay {
    private static final Logger LOG = Logger.getLogger(UpstreamRelay.class);
    private static final long FIRST_PAUSE_MILLIS = 1000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long SILENCE_SECONDS = 60;

    private final Upstream upstream;
    private final Venue venue;
    private final ObjectMapper json = new ObjectMapper();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("upstream").unstarted(this::run);
    private volatile boolean stopping;

    UpstreamRelay(Upstream upstream, Venue venue) {
        this.upstream = upstream;
        this.venue = venue;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        thread.interrupt();
    }

    private void run() {
        var pause = FIRST_PAUSE_MILLIS;
        while (!stopping) {
            try {
                var connection = new Connection();
                var socket = upstream.connect(venue.symbols(), connection);
                pause = FIRST_PAUSE_MILLIS;
                LOG.infof("Relaying the market of %s", upstream.address());
                connection.waitForEnd();
                socket.abort();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf(
                        "The upstream venue is not reachable, next try in %d ms: %s",
                        pause, e.getMessage());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private final class Connection implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private final CompletableFuture<String> ended = new CompletableFuture<>();
        private volatile boolean heard;
        private long firstHeard = Long.MAX_VALUE;

        /** Until the connection ends, or nothing has been heard for a minute. */
        void waitForEnd() throws InterruptedException {
            while (true) {
                heard = false;
                try {
                    LOG.warnf(
                            "The upstream connection ended: %s",
                            ended.get(SILENCE_SECONDS, TimeUnit.SECONDS));
                    return;
                } catch (TimeoutException e) {
                    if (!heard) {
                        LOG.warnf("The upstream venue has been silent for %d s", SILENCE_SECONDS);
                        return;
                    }
                } catch (ExecutionException e) {
                    LOG.warnf("The upstream connection failed: %s", e.getMessage());
                    return;
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket webSocket, CharSequence data, boolean last) {
            heard = true;
            partial.append(data);
            if (last) {
                var text = partial.toString();
                partial.setLength(0);
                try {
                    handle(json.readTree(text).path("data"));
                } catch (JsonProcessingException e) {
                    LOG.warnf("The upstream venue sent no JSON: %s", text);
                } catch (RuntimeException e) {
                    ended.complete(String.valueOf(e.getMessage()));
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(
                WebSocket webSocket, int statusCode, String reason) {
            ended.complete(statusCode + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            ended.completeExceptionally(error);
        }

        private void handle(JsonNode event) {
            var symbol = event.path("s").asText();
            if (event.path("e").asText().equals("trade")) {
                var trade =
                        new MarketTrade(
                                symbol,
                                event.path("t").asLong(),
                                event.path("T").asLong(),
                                Amounts.parse(event.path("p").asText()),
                                Amounts.parse(event.path("q").asText()),
                                event.path("m").asBoolean());
                repairBefore(trade);
                venue.relay().traded(trade);
            } else if (event.has("b") && event.has("a")) {
                venue.relay()
                        .quoted(
                                symbol,
                                Amounts.parse(event.path("b").asText()),
                                Amounts.parse(event.path("a").asText()));
            }
        }

        /**
         * Minutes that were missed, and the one in which the connection began, are complete only at
         * the upstream.
         */
        private void repairBefore(MarketTrade trade) {
            var minute = Interval.M1.openOf(venue.time());
            var next = Interval.M1.openOf(trade.time());
            firstHeard = Math.min(firstHeard, next);
            if (next > minute && minute <= firstHeard) {
                for (var symbol : venue.symbols()) {
                    venue.relay().repaired(symbol, upstream.minutes(symbol, minute, next));
                }
            }
        }
    }
}

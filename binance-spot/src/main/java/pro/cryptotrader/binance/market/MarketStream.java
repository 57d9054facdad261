package pro.cryptotrader.binance.market;

import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import pro.cryptotrader.contracts.value.Symbol;

/**
 * One connection to trades, best prices and one-minute candles of some symbols. It does not
 * reconnect: it says once that it has ended, and whoever opened it opens another. Callbacks come
 * one at a time.
 */
public final class MarketStream implements AutoCloseable {
    private final WebSocketStreamClientImpl client;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile int connection;

    private MarketStream(String streamUrl) {
        this.client = new WebSocketStreamClientImpl(streamUrl);
    }

    /**
     * Opens a connection in the background.
     *
     * @param streamUrl such as {@code wss://stream.binance.com:9443}
     * @param onOpen when messages may begin
     * @param onMessage each message's text
     * @param onEnd why it ended, once, also when it never opened; not after {@link #close}
     */
    public static MarketStream open(
            String streamUrl,
            Collection<Symbol> symbols,
            Runnable onOpen,
            Consumer<String> onMessage,
            Consumer<String> onEnd) {
        var stream = new MarketStream(streamUrl);
        stream.connection =
                stream.client.combineStreams(
                        names(symbols),
                        response -> onOpen.run(),
                        onMessage::accept,
                        (code, reason) -> {},
                        (code, reason) ->
                                stream.end(
                                        "closed by the venue: %d %s".formatted(code, reason),
                                        onEnd),
                        (failure, response) -> stream.end(String.valueOf(failure), onEnd));
        return stream;
    }

    private void end(String reason, Consumer<String> onEnd) {
        if (over.compareAndSet(false, true)) {
            onEnd.accept(reason);
        }
    }

    // The connector asks for this very class.
    @SuppressWarnings("NonApiType")
    private static ArrayList<String> names(Collection<Symbol> symbols) {
        var names = new ArrayList<String>();
        for (var symbol : symbols) {
            var name = symbol.venueName().toLowerCase(Locale.ROOT);
            names.add(name + "@trade");
            names.add(name + "@bookTicker");
            names.add(name + "@kline_1m");
        }
        return names;
    }

    @Override
    public void close() {
        over.set(true);
        // Closing all of them would also end the threads that every later connection needs.
        client.closeConnection(connection);
    }
}

package pro.cryptotrader.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Facts and requests in one sequence: a request comes behind all facts that were true when its
 * outcome was known, so behind those that it caused.
 */
public final class LedgerDownload {
    private static final int CHUNK = 1 << 16;

    private final Path ledger;
    private final Path requests;

    /** Reads both files as far as they have been written. */
    public LedgerDownload(Path ledger, Path requests) {
        this.ledger = ledger;
        this.requests = requests;
    }

    /** Hands over the wanted lines in chunks of whole lines; {@code out} may take its time. */
    public void stream(LedgerQuery query, Consumer<String> out) {
        // Requests first: a fact may be written between the two, its request must not be.
        try (var asked = new JsonLines(requests);
                var facts = new JsonLines(ledger)) {
            var chunk = new StringBuilder(CHUNK + 4096);
            var seen = 0L;
            for (var fact = facts.peek(); fact != null; fact = facts.peek()) {
                flushRequests(asked, seen, query, chunk);
                seen = fact.path("seq").asLong();
                if (query.wantsFact(fact)) {
                    append(chunk, fact);
                }
                facts.skip();
                flushIfFull(chunk, out);
            }
            flushRequests(asked, Long.MAX_VALUE, query, chunk);
            out.accept(chunk.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the ledger " + ledger, e);
        }
    }

    private static void flushRequests(
            JsonLines asked, long seen, LedgerQuery query, StringBuilder chunk) throws IOException {
        for (var request = asked.peek();
                request != null && request.path("after").asLong() <= seen;
                request = asked.peek()) {
            if (query.wantsRequest(request)) {
                append(chunk, request);
            }
            asked.skip();
        }
    }

    private static void append(StringBuilder chunk, JsonNode line) {
        chunk.append(line).append('\n');
    }

    private static void flushIfFull(StringBuilder chunk, Consumer<String> out) {
        if (chunk.length() >= CHUNK) {
            out.accept(chunk.toString());
            chunk.setLength(0);
        }
    }
}

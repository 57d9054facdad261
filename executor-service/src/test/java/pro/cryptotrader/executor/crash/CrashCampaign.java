package pro.cryptotrader.executor.crash;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.executor.ExecutorProcess;
import pro.cryptotrader.executor.ExecutorTables;
import pro.cryptotrader.executor.Scene;
import pro.cryptotrader.executor.Simulator;

/**
 * Lets the executor live and die, once per place: while it lives it is given work until it reaches
 * the place; while it is dead the market moves and people act at the venue. In the end it is left
 * alone until everything has settled.
 */
final class CrashCampaign implements AutoCloseable {
    private static final Duration LIFE = Duration.ofSeconds(90);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final int KILLED = 137;
    private static final List<Symbol> SYMBOLS =
            List.of(
                    Symbol.of("BTC/USDT"),
                    Symbol.of("ETH/USDT"),
                    Symbol.of("BNB/USDT"),
                    Symbol.of("SOL/USDT"),
                    Symbol.of("XRP/USDT"));

    private final String account;
    private final Simulator venue = new Simulator();
    private final Scene scene;
    private final People people;
    private final Random random;
    private Duration longestUnknown = Duration.ZERO;

    CrashCampaign(long seed) throws IOException {
        account = "crash-" + seed;
        random = new Random(seed);
        people = new People(account, venue, SYMBOLS, random);
        try (var first = start("")) {
            // It creates the topics.
            first.isListening();
            scene = new Scene(account, venue, SYMBOLS);
            // The test database forgets commits when it is killed, unless it is told not to.
            ExecutorTables.run("alter role executor set synchronous_commit = on");
            scene.open(1);
            first.isReconciled(account);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Simulator venue() {
        return venue;
    }

    /** The longest that an order the venue had accepted was unknown after a restart. */
    Duration longestUnknown() {
        return longestUnknown;
    }

    /** One life, up to its death at {@code place}. */
    void live(CrashPlace place) throws Exception {
        var armed = place.isPublish() ? "" : place.point();
        try (var executor = start(armed)) {
            if (executor.isReconciled(account)) {
                knowsWhatWasAccepted(executor);
                work(executor, place);
            }
            if (!place.isPublish() && executor.exitCode() != KILLED) {
                throw new AssertionError(
                        "died with %d, not at %s".formatted(executor.exitCode(), place.point()));
            }
        }
        if (place.isPublish()) {
            ExecutorTables.run("drop trigger if exists hold on outbox");
        }
        people.act(scene);
    }

    /** One life in which nobody dies, but something is wrong with the world around it. */
    void suffer(List<Trouble> troubles) throws Exception {
        try (var executor = start("")) {
            executor.isReconciled(account);
            for (var trouble : troubles) {
                System.out.printf("crash campaign: %s%n", trouble);
                trouble.begin(venue);
                long until = System.nanoTime() + trouble.lasts().toNanos();
                while (System.nanoTime() < until) {
                    if (executor.diesWithin(Duration.ofMillis(250))) {
                        throw new AssertionError("the executor died of " + trouble);
                    }
                    if (trouble.leavesTheBroker()) {
                        stir(executor, random.nextBoolean() ? "PLACE_PROTECTION" : "SELL");
                    }
                }
                trouble.end(venue);
            }
        }
    }

    private ExecutorProcess start(String point) throws IOException {
        return new ExecutorProcess(
                venue, Map.of("CRASH_POINT", point, "VENUE_SIMULATED_BALANCE", "100000"));
    }

    private void work(ExecutorProcess executor, CrashPlace place) throws Exception {
        var until = System.nanoTime() + LIFE.toNanos();
        if (place.isPublish()) {
            die(executor);
            return;
        }
        while (!executor.diesWithin(Duration.ofMillis(250))) {
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "did not reach %s within %s: %s"
                                .formatted(place.point(), LIFE, executor.status(account)));
            }
            stir(executor, place.kind());
        }
    }

    /** Something is on the topic and still in the outbox: killed right there. */
    private void die(ExecutorProcess executor) throws SQLException {
        ExecutorTables.run(
                "create or replace function hold() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'held by a test'; end $$");
        ExecutorTables.run(
                "create or replace trigger hold before delete on outbox execute function hold()");
        int before = scene.log(Topic.ORDERS).size();
        await().atMost(LIFE)
                .until(() -> {
                    stir(executor, "PLACE_ENTRY");
                    return scene.log(Topic.ORDERS).size() > before;
                });
        executor.close();
    }

    /** Gives one symbol something to do that leads to what is wanted. */
    private void stir(ExecutorProcess executor, String kind) {
        var trades = executor.status(account).path("trades");
        var symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        switch (phase(trades, symbol)) {
            case "IDLE" -> scene.buy(symbol, 1, 100 + random.nextInt(400), 3);
            case "PROTECTED" -> {
                if (kind.equals("PLACE_PROTECTION")) {
                    people.cancel(symbol);
                } else {
                    scene.exit(symbol);
                }
            }
            default -> {}
        }
    }

    private static String phase(JsonNode trades, Symbol symbol) {
        if (trades.isMissingNode()) {
            return "UNKNOWN";
        }
        for (var trade : trades) {
            if (trade.path("symbol").asText().equals(symbol.toString())) {
                return trade.path("phase").asText();
            }
        }
        return "IDLE";
    }

    private void knowsWhatWasAccepted(ExecutorProcess executor) {
        var accepted = book().ours().stream().map(VenueBook.Order::id).collect(Collectors.toSet());
        long begin = System.nanoTime();
        await("every accepted order is known within 30 s")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !executor.isAlive() || known().containsAll(accepted));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(longestUnknown) > 0) {
            longestUnknown = took;
        }
    }

    private Set<OrderId> known() {
        return scene.log(Topic.ORDERS).stream()
                .filter(OrderAccepted.class::isInstance)
                .map(OrderAccepted.class::cast)
                .map(OrderAccepted::orderId)
                .collect(Collectors.toSet());
    }

    /** Leaves it alone until nothing is under way; the audit after that. */
    List<String> settle() throws IOException {
        try (var executor = start("")) {
            if (!executor.isReconciled(account)) {
                throw new AssertionError("the last life did not begin");
            }
            knowsWhatWasAccepted(executor);
            var findings = new ArrayList<String>();
            await("everything settles")
                    .atMost(SETTLED_WITHIN)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        findings.clear();
                        findings.addAll(unsettled(executor));
                        if (findings.isEmpty()) {
                            findings.addAll(audit().findings());
                        }
                        return findings.isEmpty() || isFinal(executor, findings);
                    });
            return findings;
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            return audit().findings().isEmpty()
                    ? List.of("not settled within " + SETTLED_WITHIN)
                    : audit().findings();
        }
    }

    /**
     * What has been told may still be on its way to the topic: looked at again until time is up.
     */
    private static boolean isFinal(ExecutorProcess executor, List<String> findings) {
        return !executor.isAlive() && findings.add("the executor died while it settled");
    }

    private List<String> unsettled(ExecutorProcess executor) {
        var findings = new ArrayList<String>();
        for (var trade : executor.status(account).path("trades")) {
            var phase = trade.path("phase").asText();
            if (!phase.equals("IDLE") && !phase.equals("PROTECTED")) {
                findings.add("not settled: " + trade);
            }
        }
        return findings;
    }

    CrashAudit audit() {
        return new CrashAudit(book(), scene.log(Topic.ORDERS, Topic.FILLS), scene.verdicts());
    }

    List<BareSpans.Span> bare() {
        return BareSpans.of(
                book(),
                BigDecimal.TEN,
                Instant.ofEpochMilli(venue.get("/sim/v1/status").path("marketTime").asLong()));
    }

    private VenueBook book() {
        return VenueBook.of(venue.account(account));
    }

    @Override
    public void close() throws SQLException {
        scene.close();
        venue.close();
        ExecutorTables.forget();
    }
}

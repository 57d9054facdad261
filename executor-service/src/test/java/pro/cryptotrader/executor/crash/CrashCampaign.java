package pro.cryptotrader.executor.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.executor.ExecutorProcess;
import pro.cryptotrader.executor.ExecutorTables;
import pro.cryptotrader.executor.Simulator;

/**
 * Lets the executor live and die, once per place: while it lives its accounts are given work until
 * it reaches the place; while it is dead the market moves and people act at the venue. In the end
 * it is left alone until everything has settled.
 */
final class CrashCampaign implements AutoCloseable {
    private static final Duration LIFE = Duration.ofSeconds(90);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int KILLED = 137;

    private final Simulator venue = new Simulator();
    private final List<Trader> traders = new ArrayList<>();
    private final Random random;
    private Duration longestUnknown = Duration.ZERO;

    /** As many accounts as {@code crash.accounts} says, so that each death meets several states. */
    CrashCampaign(long seed) throws IOException {
        random = new Random(seed);
        try (var first = start("")) {
            // It creates the topics.
            first.isListening();
            for (int i = 0; i < Integer.getInteger("crash.accounts", 3); i++) {
                traders.add(new Trader("crash-%d-%d".formatted(seed, i), venue, random));
            }
            traders.getFirst().scene().tellPrices();
            // The test database forgets commits when it is killed, unless it is told not to.
            ExecutorTables.run("alter role executor set synchronous_commit = on");
            traders.forEach(trader -> trader.scene().open(1));
            isReconciled(first);
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
        if (place.kind().equals("CANCEL") || place.kind().equals("SELL")) {
            // The way in two steps is for venues that do not take both in one.
            venue.fault(
                    "{\"kind\":\"REJECT\",\"endpoint\":\"%s\",\"count\":1000000}"
                            .formatted(Trouble.REPLACE));
        }
        try (var executor = start(armed)) {
            if (isReconciled(executor)) {
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
        venue.heal();
        traders.forEach(Trader::beLeftAlone);
    }

    /** One life in which nobody dies, but something is wrong with the world around it. */
    void suffer(List<Trouble> troubles) throws Exception {
        try (var executor = start("")) {
            isReconciled(executor);
            for (var trouble : troubles) {
                System.out.printf("crash campaign: %s%n", trouble);
                trouble.begin(venue);
                long until = System.nanoTime() + trouble.lasts().toNanos();
                while (System.nanoTime() < until) {
                    if (executor.diesWithin(STEP)) {
                        throw new AssertionError("the executor died of " + trouble);
                    }
                    if (trouble.leavesTheBroker()) {
                        stir(executor, random.nextBoolean() ? "PLACE_PROTECTION" : "REPLACE");
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

    private boolean isReconciled(ExecutorProcess executor) {
        return traders.stream().allMatch(trader -> executor.isReconciled(trader.account()));
    }

    private void stir(ExecutorProcess executor, String kind) {
        traders.forEach(trader -> trader.stir(executor, kind));
    }

    private void work(ExecutorProcess executor, CrashPlace place) throws Exception {
        var until = System.nanoTime() + LIFE.toNanos();
        if (place.isPublish()) {
            die(executor);
            return;
        }
        while (!executor.diesWithin(STEP)) {
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "did not reach %s within %s: %s"
                                .formatted(
                                        place.point(),
                                        LIFE,
                                        executor.status(traders.getFirst().account())));
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
        int before = saidAboutOrders();
        await().atMost(LIFE)
                .until(() -> {
                    stir(executor, "PLACE_ENTRY");
                    return saidAboutOrders() > before;
                });
        executor.close();
    }

    private int saidAboutOrders() {
        return traders.stream().mapToInt(each -> each.scene().log(Topic.ORDERS).size()).sum();
    }

    private void knowsWhatWasAccepted(ExecutorProcess executor) {
        var accepted = unknown();
        long begin = System.nanoTime();
        await("every accepted order is known within 30 s")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(STEP)
                .until(() -> {
                    accepted.retainAll(unknown());
                    return accepted.isEmpty() || !executor.isAlive();
                });
        var took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(longestUnknown) > 0) {
            longestUnknown = took;
        }
    }

    private Set<OrderId> unknown() {
        var unknown = new HashSet<OrderId>();
        traders.forEach(trader -> unknown.addAll(trader.unknown()));
        return unknown;
    }

    /** Leaves it alone until nothing is under way; the audit after that. */
    List<String> settle() throws IOException {
        try (var executor = start("")) {
            if (!isReconciled(executor)) {
                throw new AssertionError("the last life did not begin");
            }
            knowsWhatWasAccepted(executor);
            // What has been told may still be on its way: looked at again until time is up.
            await("everything settles")
                    .atMost(SETTLED_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() ->
                            !executor.isAlive()
                                    || (of(each -> each.unsettled(executor)).isEmpty()
                                            && findings().isEmpty()));
            return executor.isAlive() ? List.of() : List.of("the executor died while it settled");
        } catch (ConditionTimeoutException e) {
            var findings = findings();
            return findings.isEmpty() ? List.of("not settled within " + SETTLED_WITHIN) : findings;
        }
    }

    /** Of all accounts. */
    List<String> findings() {
        return of(trader -> trader.audit().findings());
    }

    private <T> List<T> of(Function<Trader, List<T>> question) {
        return traders.stream().flatMap(trader -> question.apply(trader).stream()).toList();
    }

    int orders() {
        return of(trader -> trader.audit().venue().orders()).size();
    }

    /** The times without protection of all accounts, longest first. */
    List<BareSpans.Span> bare() {
        return of(Trader::bare).stream()
                .sorted(Comparator.comparing(BareSpans.Span::length).reversed())
                .toList();
    }

    @Override
    public void close() throws SQLException {
        traders.forEach(Trader::close);
        venue.close();
        ExecutorTables.forget();
    }
}

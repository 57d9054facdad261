package pro.cryptotrader.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.contracts.event.Event;
import pro.cryptotrader.contracts.wire.Envelope;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.runner.Component;
import pro.cryptotrader.runner.LocalPlatform;
import pro.cryptotrader.runner.Settings;

/** The running system and the doors to it; one at a time runs on a machine. */
final class TradingPlatform implements AutoCloseable {
    /** Everything that the auditors read. */
    private static final Topic[] AUDITED = {
        Topic.MARKET_CANDLES,
        Topic.MARKET_INSTRUMENTS,
        Topic.SIGNALS,
        Topic.RISK_VERDICTS,
        Topic.POSITION_EXITS,
        Topic.ORDERS,
        Topic.FILLS,
        Topic.POSITIONS,
        Topic.ACCOUNT_STATE
    };

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration TRADE = Duration.ofMinutes(2);
    private static final int POLLS_PER_RALLY = 10;
    private static final double RALLY_PERCENT = 1.5;
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final String GATEWAY_READY = "gateway takes the sign-in";

    private final Letterbox letterbox;
    private final @Nullable URI venueElsewhere;
    private final Settings settings;
    private LocalPlatform processes;
    private Operator operator;

    private TradingPlatform(Settings settings, Letterbox letterbox, @Nullable URI venueElsewhere)
            throws InterruptedException {
        this.venueElsewhere = venueElsewhere;
        this.settings = settings;
        this.letterbox = letterbox;
        this.processes = LocalPlatform.start(settings);
        this.operator = signIn();
    }

    /** Starts with no data; what it leaves, logs included, stays in {@code target}. */
    static TradingPlatform start(String name, UnaryOperator<Settings> change)
            throws InterruptedException {
        return start(name, null, change);
    }

    /** The same with its account at the venue of another platform. */
    static TradingPlatform startAt(URI venue, String name, UnaryOperator<Settings> change)
            throws InterruptedException {
        return start(name, venue, change);
    }

    private static TradingPlatform start(
            String name, @Nullable URI venue, UnaryOperator<Settings> change)
            throws InterruptedException {
        var letterbox = new Letterbox();
        var settings = change.apply(Settings.forTests(HOME, emptyFolder(name)));
        var environment = new TreeMap<>(settings.environment());
        environment.putAll(letterbox.environment());
        return new TradingPlatform(settings.withEnvironment(environment), letterbox, venue);
    }

    /** Where a platform called {@code name} keeps its data: nothing of an earlier run. */
    static Path emptyFolder(String name) {
        var folder = Path.of("target", "platforms", name).toAbsolutePath();
        delete(folder);
        return folder;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Operator signIn() {
        return await(GATEWAY_READY)
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(
                        () ->
                                Operator.signIn(
                                        processes.url(Component.GATEWAY),
                                        processes.secrets().adminPassword()),
                        someone -> true);
    }

    LocalPlatform processes() {
        return processes;
    }

    Operator operator() {
        return operator;
    }

    /** The letters that were sent to the owner. */
    Letterbox letterbox() {
        return letterbox;
    }

    VenueClient venue() {
        return new VenueClient(
                venueElsewhere == null ? processes.url(Component.SIMULATOR) : venueElsewhere);
    }

    VenueBook book() {
        return venue().book(Operator.ACCOUNT);
    }

    Tables tables(Component service) {
        return new Tables(processes, service);
    }

    TopicTape tape(Topic... topics) {
        return new TopicTape(processes.bootstrapServers(), topics);
    }

    /** As {@code kill -9}, and waits until another process has taken its place. */
    void killAndAwait(Component component) throws InterruptedException {
        long pid = processes.pid(component);
        processes.kill(component);
        await("another " + component.label())
                .atMost(Duration.ofMinutes(1))
                .until(() -> processes.pid(component) != 0 && processes.pid(component) != pid);
        processes.awaitReady(component, Duration.ofMinutes(2));
    }

    /** Stops everything in order and starts it again with the same data. */
    void restart() throws InterruptedException {
        processes.close();
        processes = LocalPlatform.start(settings);
        operator = signIn();
    }

    /** Waits until the venue has made more trades of ours than {@code before}. */
    void awaitTrades(int before) {
        awaitWithRallies(
                "more than %d trades at the venue".formatted(before),
                () -> book().trades().size() > before);
    }

    /** Waits until something is held. */
    void awaitPosition() {
        awaitWithRallies("a position is held", () -> openPositions() > 0);
    }

    long openPositions() {
        return StreamSupport.stream(operator.seeOwn("/positions").spliterator(), false)
                .filter(each -> each.path("data").path("status").asText().equals("OPEN"))
                .count();
    }

    /**
     * Waits for something that needs strategies to want to buy. Now and then one symbol's price
     * jumps, as it does when there is news, so that nobody waits for the market's mood.
     */
    void awaitWithRallies(String what, Callable<Boolean> condition) {
        var polls = new AtomicInteger();
        await(what)
                .atMost(TRADE)
                .pollInterval(500, TimeUnit.MILLISECONDS)
                .ignoreExceptions()
                .until(() -> {
                    int poll = polls.incrementAndGet();
                    if (poll % POLLS_PER_RALLY == 0) {
                        var symbols = venue().status().path("symbols");
                        int turn = poll / POLLS_PER_RALLY;
                        venue().shock(symbols.path(turn % symbols.size()).asText(), RALLY_PERCENT);
                    }
                    return condition.call();
                });
    }

    /** Waits until everything agrees with the venue; fails with what still does not. */
    void awaitAgreement() {
        var findings = new ArrayList<String>();
        try (var tape = tape(AUDITED)) {
            await("the books agree")
                    .pollInterval(Duration.ofSeconds(2))
                    .atMost(SETTLED)
                    .untilAsserted(() -> {
                        findings.clear();
                        findings.addAll(findings(tape.events()));
                        assertThat(findings).isEmpty();
                    });
        }
    }

    private List<String> findings(List<Envelope<Event>> events) {
        var book = book();
        var findings = new ArrayList<String>();
        findings.addAll(VenueAudit.findings(book, events));
        findings.addAll(MoneyAudit.findings(book, events));
        findings.addAll(TapeAudit.findings(events));
        findings.addAll(ledgerTable(book));
        return findings;
    }

    /** The position service's ledger in the database adds up to what the venue has. */
    private List<String> ledgerTable(VenueBook book) {
        var findings = new ArrayList<String>();
        for (var row :
                tables(Component.POSITION)
                        .rows(
                                "select asset, sum(delta) as total from ledger_entries"
                                        + " where account = ? group by asset",
                                Operator.ACCOUNT)) {
            var asset = String.valueOf(row.get("asset"));
            var ours = new BigDecimal(String.valueOf(row.get("total")));
            var theirs = book.balances().getOrDefault(asset, BigDecimal.ZERO);
            if (ours.compareTo(theirs) != 0) {
                findings.add(
                        "ledger_entries say %s %s, but the venue has %s"
                                .formatted(ours, asset, theirs));
            }
        }
        return findings;
    }

    @Override
    public void close() {
        processes.close();
        letterbox.close();
    }
}

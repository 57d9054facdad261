package pro.cryptotrader.executor.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import pro.cryptotrader.contracts.event.OrderEvent.OrderAccepted;
import pro.cryptotrader.contracts.value.OrderId;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.contracts.wire.Topic;
import pro.cryptotrader.executor.ExecutorProcess;
import pro.cryptotrader.executor.Scene;
import pro.cryptotrader.executor.Simulator;

/** One account of a campaign: its work, its owner, and what is said about it. */
final class Trader implements AutoCloseable {
    static final List<Symbol> SYMBOLS =
            List.of(
                    Symbol.of("BTC/USDT"),
                    Symbol.of("ETH/USDT"),
                    Symbol.of("BNB/USDT"),
                    Symbol.of("SOL/USDT"),
                    Symbol.of("XRP/USDT"));

    private final String account;
    private final Simulator venue;
    private final Scene scene;
    private final People people;
    private final Random random;

    Trader(String account, Simulator venue, Random random) {
        this.account = account;
        this.venue = venue;
        this.random = random;
        this.scene = new Scene(account, venue, SYMBOLS);
        this.people = new People(account, venue, SYMBOLS, random);
    }

    String account() {
        return account;
    }

    Scene scene() {
        return scene;
    }

    /** Gives one symbol something to do that leads to what is wanted. */
    void stir(ExecutorProcess executor, String kind) {
        var trades = executor.status(account).path("trades");
        var symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        switch (phase(trades, symbol)) {
            case "IDLE" -> buy(symbol, kind);
            case "PROTECTED" -> {
                if (kind.equals("PLACE_PROTECTION")) {
                    people.cancel(symbol);
                } else if (!kind.equals("SHRINK") || random.nextInt(8) == 0) {
                    scene.exit(symbol);
                }
            }
            default -> {}
        }
    }

    /** Some stops follow; some positions are sold in two parts, the first one soon. */
    private void buy(Symbol symbol, String kind) {
        var parts = kind.equals("SHRINK") || random.nextInt(4) == 0;
        scene.buy(
                symbol,
                1,
                100 + random.nextInt(400),
                3,
                random.nextInt(3) == 0 ? 300 : null,
                parts ? new BigDecimal("-0.1") : null);
    }

    /** How its trade in a symbol stands; IDLE before the first. */
    String phase(ExecutorProcess executor, Symbol symbol) {
        return phase(executor.status(account).path("trades"), symbol);
    }

    /** By hand, as a person does it. */
    void cancelProtection(Symbol symbol) {
        people.cancel(symbol);
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

    /** Whatever the owner and the market do meanwhile. */
    void beLeftAlone() {
        people.act(scene);
    }

    /** The orders that the venue has accepted and of which nothing has been said. */
    Set<OrderId> unknown() {
        var unknown = book().ours().stream().map(VenueBook.Order::id).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            unknown.removeAll(
                    scene.log(Topic.ORDERS).stream()
                            .filter(OrderAccepted.class::isInstance)
                            .map(OrderAccepted.class::cast)
                            .map(OrderAccepted::orderId)
                            .collect(Collectors.toSet()));
        }
        return new HashSet<>(unknown);
    }

    List<String> unsettled(ExecutorProcess executor) {
        var findings = new ArrayList<String>();
        for (var trade : executor.status(account).path("trades")) {
            var phase = trade.path("phase").asText();
            if (!phase.equals("IDLE") && !phase.equals("PROTECTED")) {
                findings.add("%s not settled: %s".formatted(account, trade));
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
    public void close() {
        scene.close();
    }
}

package pro.cryptotrader.executor.crash;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import pro.cryptotrader.contracts.value.Symbol;
import pro.cryptotrader.executor.Scene;
import pro.cryptotrader.executor.Simulator;

/**
 * What happens at the venue without the executor: the market moves, and people do things by hand.
 */
final class People {
    private final String account;
    private final Simulator venue;
    private final List<Symbol> symbols;
    private final Random random;

    People(String account, Simulator venue, List<Symbol> symbols, Random random) {
        this.account = account;
        this.venue = venue;
        this.symbols = List.copyOf(symbols);
        this.random = random;
    }

    /** Does something, or nothing, as chance has it. */
    void act(Scene scene) {
        var symbol = symbols.get(random.nextInt(symbols.size()));
        switch (random.nextInt(7)) {
            case 0 -> venue.shock(symbol, -4);
            case 1 -> venue.shock(symbol, 4);
            case 2 -> cancel(symbol);
            case 3 ->
                    byHand(
                            "POST",
                            "symbol=%s&side=BUY&type=MARKET&quoteOrderQty=50"
                                    .formatted(symbol.venueName()));
            case 4 -> scene.repeat(random.nextInt(1000));
            case 5 -> scene.exit(symbol);
            default -> {}
        }
    }

    /** Takes an order that rests off the book, and with it its list. */
    void cancel(Symbol symbol) {
        for (var order : venue.account(account).path("orders")) {
            if (order.path("symbol").asText().equals(symbol.venueName())
                    && order.path("status").asText().equals("NEW")) {
                byHand(
                        "DELETE",
                        "symbol=%s&orderId=%s"
                                .formatted(symbol.venueName(), order.path("orderId").asText()));
                return;
            }
        }
    }

    /** A person meets the venue's troubles as we do, and shrugs. */
    private void byHand(String method, String query) {
        try {
            venue.byHand(method, "/api/v3/order", account, query);
        } catch (UncheckedIOException e) {
            System.out.println("crash campaign: a person's request broke: " + e.getMessage());
        }
    }
}

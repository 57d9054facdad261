package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Drives an engine with one symbol, account by account, and writes down what happens, a line per
 * fact.
 */
final class Desk {
    static final String SYMBOL = "BTCUSDT";
    static final Instrument BTC =
            new Instrument(
                    SYMBOL,
                    "BTC",
                    "USDT",
                    amount("0.01"),
                    amount("0.001"),
                    amount("0.01"),
                    amount("1000000"),
                    amount("0.001"),
                    amount("9000"),
                    amount("1000"),
                    amount("5"),
                    amount("9000000"),
                    200,
                    5,
                    0,
                    amount("1000"));
    static final long FEE = amount("0.001");

    final Engine engine = new Engine(List.of(BTC), FEE);
    private long now;

    Desk() {
        engine.open("ann", Map.of("USDT", amount("10000"), "BTC", amount("10")), 0);
        market("100", "1", false);
    }

    static long amount(String text) {
        return Amounts.parse(text);
    }

    /** The market trades; the aggressor buys if {@code buyerMaker} is false. */
    List<String> market(String price, String quantity, boolean buyerMaker) {
        return lines(engine.trade(SYMBOL, amount(price), amount(quantity), buyerMaker, ++now));
    }

    List<String> enter(OrderTerms terms) {
        return lines(engine.enter("ann", terms, ++now));
    }

    List<String> enter(ListKind kind, OrderTerms... terms) {
        return lines(engine.enter("ann", kind, "list", List.of(terms), ++now));
    }

    List<String> cancel(long orderId) {
        return lines(engine.cancel("ann", orderId, "cancel", ++now));
    }

    String holding(String asset) {
        var holding = engine.state().holding("ann", asset);
        return plain(holding.free()) + " free, " + plain(holding.locked()) + " locked";
    }

    static OrderTerms limit(String id, Side side, String quantity, String price) {
        return terms(id, side, OrderType.LIMIT, TimeInForce.GTC, quantity, price, "0");
    }

    static OrderTerms limit(
            String id, Side side, String quantity, String price, TimeInForce timeInForce) {
        return terms(id, side, OrderType.LIMIT, timeInForce, quantity, price, "0");
    }

    static OrderTerms market(String id, Side side, String quantity) {
        return terms(id, side, OrderType.MARKET, TimeInForce.GTC, quantity, "0", "0");
    }

    static OrderTerms maker(String id, Side side, String quantity, String price) {
        return terms(id, side, OrderType.LIMIT_MAKER, TimeInForce.GTC, quantity, price, "0");
    }

    static OrderTerms stop(String id, Side side, String quantity, String stopPrice) {
        return terms(id, side, OrderType.STOP_LOSS, TimeInForce.GTC, quantity, "0", stopPrice);
    }

    static OrderTerms terms(
            String id,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            String quantity,
            String price,
            String stopPrice) {
        return new OrderTerms(
                SYMBOL,
                id,
                side,
                type,
                timeInForce,
                amount(quantity),
                0,
                amount(price),
                amount(stopPrice),
                "EXPIRE_MAKER");
    }

    private static List<String> lines(List<Fact> facts) {
        var lines = new ArrayList<String>();
        for (var fact : facts) {
            switch (fact) {
                case Fact.OrderChanged changed -> lines.add(line(changed));
                case Fact.ListChanged changed ->
                        lines.add("list " + changed.list().listStatusType());
                default -> lines.add(fact.getClass().getSimpleName());
            }
        }
        return lines;
    }

    private static String line(Fact.OrderChanged changed) {
        var order = changed.order();
        var line = order.terms().clientOrderId() + ' ' + changed.execution() + ' ' + order.status();
        var fill = changed.fill();
        if (fill != null) {
            line += " %s @ %s".formatted(plain(fill.quantity()), plain(fill.price()));
        }
        return order.endReason().isEmpty() ? line : line + ' ' + order.endReason();
    }

    static String plain(long amount) {
        return Amounts.text(amount).replaceFirst("\\.?0+$", "");
    }
}

package pro.cryptotrader.simulator.matching;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Drives an engine with one symbol, account by account, and writes down what happens, a line per
 * fact.
 */
final class Desk {
    static final String SYMBOL = "BTCUSDT";
    static final List<Filter> FILTERS =
            List.of(
                    new Filter.PriceFilter(amount("0.01"), amount("1000000"), amount("0.01")),
                    new Filter.LotSize(amount("0.001"), amount("9000"), amount("0.001")),
                    new Filter.IcebergParts(100),
                    new Filter.MarketLotSize(0, amount("1000"), 0),
                    new Filter.TrailingDelta(10, 2000, 10, 2000),
                    new Filter.PercentPriceBySide(
                            amount("5"), amount("0.2"), amount("5"), amount("0.2"), 0),
                    new Filter.Notional(amount("5"), true, amount("9000000"), false, 0),
                    new Filter.MaxNum(Filter.Kind.ORDERS, 200),
                    new Filter.MaxNum(Filter.Kind.ORDER_LISTS, 20),
                    new Filter.MaxNum(Filter.Kind.ALGO_ORDERS, 5));
    static final Instrument BTC =
            Instrument.of(SYMBOL, "BTC", "USDT", FILTERS, Liquidity.of(0, amount("1000")));
    static final long FEE = amount("0.001");

    final Engine engine;
    private long now;

    Desk() {
        this(List.of(BTC), Rules.of(Commission.flat(FEE)));
    }

    Desk(Instrument instrument) {
        this(List.of(instrument), Rules.of(Commission.flat(FEE)));
    }

    Desk(List<Instrument> instruments, Rules rules) {
        this(instruments, rules, Map.of("USDT", amount("10000"), "BTC", amount("10")));
    }

    Desk(List<Instrument> instruments, Rules rules, Map<String, Long> balances) {
        engine = new Engine(instruments, rules);
        engine.open("ann", balances, ++now);
        market("100", "1", false);
    }

    static long amount(String text) {
        return Amounts.parse(text);
    }

    void open(String account) {
        engine.open(account, Map.of("USDT", amount("10000"), "BTC", amount("10")), ++now);
    }

    /** The market trades; the aggressor buys if {@code buyerMaker} is false. */
    List<String> market(String price, String quantity, boolean buyerMaker) {
        return lines(engine.trade(SYMBOL, amount(price), amount(quantity), buyerMaker, ++now));
    }

    /** The market trades a little at each price; what happened at the last one. */
    List<String> walk(String... prices) {
        List<String> happened = List.of();
        for (var price : prices) {
            happened = market(price, "0.001", false);
        }
        return happened;
    }

    List<String> enter(Terms terms) {
        return enter("ann", terms);
    }

    List<String> enter(String account, Terms terms) {
        return lines(engine.enter(account, terms.terms(), ++now));
    }

    List<String> enter(ListKind kind, Terms... terms) {
        var orders = Stream.of(terms).map(Terms::terms).toList();
        return lines(engine.enter("ann", kind, "list", orders, ++now));
    }

    List<String> cancel(long orderId) {
        return lines(engine.cancel("ann", orderId, "cancel", ++now));
    }

    List<String> amend(long orderId, String clientOrderId, String quantity) {
        return lines(engine.amend("ann", orderId, clientOrderId, amount(quantity), ++now));
    }

    void settle(String account, boolean paysWithDiscount, long tradeGroup) {
        engine.settle(account, new AccountSettings(paysWithDiscount, tradeGroup), ++now);
    }

    long now() {
        return ++now;
    }

    Order order(String clientOrderId) {
        return order("ann", clientOrderId);
    }

    Order order(String account, String clientOrderId) {
        return engine.state().order(account, clientOrderId).orElseThrow();
    }

    String holding(String asset) {
        return holding("ann", asset);
    }

    String holding(String account, String asset) {
        var holding = engine.state().holding(account, asset);
        return plain(holding.free()) + " free, " + plain(holding.locked()) + " locked";
    }

    static Terms limit(String id, Side side, String quantity, String price) {
        return Terms.of(id, side, OrderType.LIMIT, quantity).price(price);
    }

    static Terms limit(
            String id, Side side, String quantity, String price, TimeInForce timeInForce) {
        return limit(id, side, quantity, price).timeInForce(timeInForce);
    }

    static Terms market(String id, Side side, String quantity) {
        return Terms.of(id, side, OrderType.MARKET, quantity);
    }

    static Terms maker(String id, Side side, String quantity, String price) {
        return Terms.of(id, side, OrderType.LIMIT_MAKER, quantity).price(price);
    }

    static Terms stop(String id, Side side, String quantity, String stopPrice) {
        return Terms.of(id, side, OrderType.STOP_LOSS, quantity).stop(stopPrice);
    }

    static void refused(Runnable command, int code, String text) {
        assertThatThrownBy(command::run)
                .isInstanceOf(Refusal.class)
                .extracting(
                        refusal -> ((Refusal) refusal).code(),
                        refusal -> ((Refusal) refusal).text())
                .containsExactly(code, text);
    }

    static List<String> lines(List<Fact> facts) {
        var lines = new ArrayList<String>();
        for (var fact : facts) {
            switch (fact) {
                case Fact.OrderChanged changed -> lines.add(line(changed));
                case Fact.ListChanged changed ->
                        lines.add("list " + changed.list().listStatusType());
                case Fact.StopTrailed trailed -> lines.add("trails " + plain(trailed.extreme()));
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
        var prevention = changed.prevention();
        if (prevention != null) {
            line += " -%s".formatted(plain(prevention.lostBy(order.id())));
        }
        return order.endReason().isEmpty() ? line : line + ' ' + order.endReason();
    }

    static String plain(long amount) {
        return Amounts.text(amount).replaceFirst("\\.?0+$", "");
    }
}

package pro.cryptotrader.simulator.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orders of every kind around a price that walks; most make sense, some do not. */
final class RandomCommands {
    private static final List<OrderType> CONDITIONAL =
            List.of(
                    OrderType.STOP_LOSS,
                    OrderType.STOP_LOSS_LIMIT,
                    OrderType.TAKE_PROFIT,
                    OrderType.TAKE_PROFIT_LIMIT);
    private static final List<StpMode> MODES =
            List.of(
                    StpMode.NONE,
                    StpMode.EXPIRE_TAKER,
                    StpMode.EXPIRE_MAKER,
                    StpMode.EXPIRE_BOTH,
                    StpMode.DECREMENT);
    private static final long TICK = 1_000_000;
    private static final long LOT = 100_000;

    private final Random random;
    private final List<String> symbols;
    private long price = 10_000;
    private int names;

    /** Orders for these symbols; with several of them some are routed among them. */
    RandomCommands(Random random, String... symbols) {
        this.random = random;
        this.symbols = List.of(symbols);
    }

    String symbol() {
        return oneOf(symbols);
    }

    long nextPrice() {
        price = Math.clamp(price + random.nextInt(31) - 15, 5_000, 15_000);
        return price * TICK;
    }

    long quantity() {
        return LOT * (1 + random.nextInt(3_000));
    }

    String name() {
        return "n" + names++;
    }

    Side side() {
        return random.nextBoolean() ? Side.BUY : Side.SELL;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A single order. */
    OrderTerms single() {
        var symbol = symbol();
        if (symbols.size() > 1 && random.nextInt(5) == 0) {
            var type = oneOf(List.of(OrderType.LIMIT, OrderType.MARKET));
            return plain(type, side(), quantity()).on(symbol).routed().terms();
        }
        return order(symbol, oneOf(List.of(OrderType.values())), side(), quantity());
    }

    /** The orders of a list, the working order first, of a pair the leg above first. */
    List<OrderTerms> list(ListKind kind) {
        var symbol = symbol();
        if (kind == ListKind.OCO) {
            return pair(symbol, side(), quantity());
        }
        var side = kind.sellsProceeds() ? Side.BUY : side();
        var working =
                order(
                        symbol,
                        oneOf(List.of(OrderType.LIMIT, OrderType.LIMIT_MAKER)),
                        side,
                        quantity());
        var quantity = kind.sellsProceeds() ? 0 : working.quantity();
        var legs = new ArrayList<OrderTerms>();
        legs.add(working);
        legs.addAll(
                kind == ListKind.OTO || kind == ListKind.OPO
                        ? List.of(
                                order(
                                        symbol,
                                        oneOf(List.of(OrderType.values())),
                                        side.opposite(),
                                        quantity))
                        : pair(symbol, side.opposite(), quantity));
        return legs;
    }

    private List<OrderTerms> pair(String symbol, Side side, long quantity) {
        var up = price + random.nextInt(40);
        var down = price - random.nextInt(40);
        var profit =
                oneOf(
                        List.of(
                                OrderType.LIMIT_MAKER,
                                OrderType.TAKE_PROFIT,
                                OrderType.TAKE_PROFIT_LIMIT));
        var loss = oneOf(List.of(OrderType.STOP_LOSS, OrderType.STOP_LOSS_LIMIT));
        var sells = side == Side.SELL;
        return List.of(
                leg(symbol, sells ? profit : loss, side, quantity, up),
                leg(symbol, sells ? loss : profit, side, quantity, down));
    }

    private OrderTerms leg(String symbol, OrderType type, Side side, long quantity, long level) {
        var terms =
                Terms.of(name(), side, type, quantity)
                        .price(type.priced() ? level * TICK : 0)
                        .stop(type.conditional() ? level * TICK : 0)
                        .stp(oneOf(MODES));
        peg(terms, type, TimeInForce.GTC);
        return terms.on(symbol).terms();
    }

    private OrderTerms order(String symbol, OrderType type, Side side, long quantity) {
        var terms = plain(type, side, quantity).on(symbol);
        peg(terms, type, terms.timeInForce());
        return terms.terms();
    }

    /** Some orders take their price from the book, if their type allows it. */
    private void peg(Terms terms, OrderType type, TimeInForce timeInForce) {
        if (!type.priced() || random.nextInt(5) > 0) {
            return;
        }
        var kinds =
                type == OrderType.LIMIT_MAKER
                        ? List.of(Peg.Kind.PRIMARY_PEG)
                        : type == OrderType.LIMIT && timeInForce != TimeInForce.GTC
                                ? List.of(Peg.Kind.MARKET_PEG)
                                : List.of(Peg.Kind.values());
        if (random.nextBoolean()) {
            terms.price(0);
        }
        if (random.nextBoolean()) {
            terms.pegged(oneOf(kinds), random.nextInt(25));
        } else {
            terms.pegged(oneOf(kinds));
        }
    }

    private Terms plain(OrderType type, Side side, long quantity) {
        var terms = Terms.of(name(), side, type, quantity).stp(oneOf(MODES));
        var timeInForce = TimeInForce.GTC;
        if (type.priced()) {
            terms.price(near());
        }
        if (type.timed()) {
            timeInForce = oneOf(List.of(TimeInForce.values()));
        }
        var iceberg = type.priced() && quantity > 0 && random.nextInt(4) == 0;
        if (iceberg) {
            timeInForce = TimeInForce.GTC;
            terms.iceberg(Math.max(LOT, quantity / 5 / LOT * LOT));
        }
        terms.timeInForce(timeInForce);
        if (CONDITIONAL.contains(type)) {
            var trails = random.nextInt(3) == 0;
            terms.trailing(trails ? 10 + random.nextInt(60) : 0);
            terms.stop(trails && random.nextBoolean() ? 0 : near());
        }
        return terms;
    }

    private long near() {
        return (price + random.nextInt(41) - 20) * TICK;
    }
}

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
    private long price = 10_000;
    private int names;

    RandomCommands(Random random) {
        this.random = random;
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
        return order(oneOf(List.of(OrderType.values())), side(), quantity());
    }

    /** The orders of a list, the working order first, of a pair the leg above first. */
    List<OrderTerms> list(ListKind kind) {
        if (kind == ListKind.OCO) {
            return pair(side(), quantity());
        }
        var side = kind.sellsProceeds() ? Side.BUY : side();
        var working =
                order(oneOf(List.of(OrderType.LIMIT, OrderType.LIMIT_MAKER)), side, quantity());
        var quantity = kind.sellsProceeds() ? 0 : working.quantity();
        var legs = new ArrayList<OrderTerms>();
        legs.add(working);
        legs.addAll(
                kind == ListKind.OTO || kind == ListKind.OPO
                        ? List.of(
                                order(
                                        oneOf(List.of(OrderType.values())),
                                        side.opposite(),
                                        quantity))
                        : pair(side.opposite(), quantity));
        return legs;
    }

    private List<OrderTerms> pair(Side side, long quantity) {
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
                leg(sells ? profit : loss, side, quantity, up),
                leg(sells ? loss : profit, side, quantity, down));
    }

    private OrderTerms leg(OrderType type, Side side, long quantity, long level) {
        var terms =
                Terms.of(name(), side, type, quantity)
                        .price(type.priced() ? level * TICK : 0)
                        .stop(type.conditional() ? level * TICK : 0)
                        .stp(oneOf(MODES));
        return terms.terms();
    }

    private OrderTerms order(OrderType type, Side side, long quantity) {
        var terms = Terms.of(name(), side, type, quantity).stp(oneOf(MODES));
        if (type.priced()) {
            terms.price(near());
        }
        if (type.timed()) {
            terms.timeInForce(oneOf(List.of(TimeInForce.values())));
        }
        if (CONDITIONAL.contains(type)) {
            var trails = random.nextInt(3) == 0;
            terms.trailing(trails ? 10 + random.nextInt(60) : 0);
            terms.stop(trails && random.nextBoolean() ? 0 : near());
        }
        if (type.priced() && quantity > 0 && random.nextInt(4) == 0) {
            terms.timeInForce(TimeInForce.GTC).iceberg(Math.max(LOT, quantity / 5 / LOT * LOT));
        }
        return terms.terms();
    }

    private long near() {
        return (price + random.nextInt(41) - 20) * TICK;
    }
}
